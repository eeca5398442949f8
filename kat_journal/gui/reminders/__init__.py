"""The page of reminders: what is coming, notices on the desktop, and a file for the calendar."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.reminders.presenter import RemindersPresenter
from kat_journal.gui.reminders.view import RemindersView


def build(place: Place, context: PageContext, parent: QWidget) -> RemindersView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = RemindersView(parent)
    RemindersPresenter(view, context)
    return view

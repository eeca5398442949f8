"""The Write page: everything written, and a new free page."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.clock import local_day
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.write.presenter import WritePresenter
from kat_journal.gui.write.view import WriteView


def build(place: Place, context: PageContext, parent: QWidget) -> WriteView:
    """The page; ``place`` holds no more than its name."""
    del place
    today = local_day(context.clock.now(), context.clock.zone())
    view = WriteView(context.theme, today, parent)
    WritePresenter(view, context)
    return view

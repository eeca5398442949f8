"""What a person has shared: each summary that left, what was in it, and the file that was saved."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.shared.presenter import SharedPresenter
from kat_journal.gui.shared.view import SharedView


def build(place: Place, context: PageContext, parent: QWidget) -> SharedView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = SharedView(context.clock.zone(), parent)
    SharedPresenter(view, context)
    return view

"""The bin: what was moved there, to take back or to delete for good."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.bin.presenter import BinPresenter
from kat_journal.gui.bin.view import BinView
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place


def build(place: Place, context: PageContext, parent: QWidget) -> BinView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = BinView(parent)
    BinPresenter(view, context)
    return view

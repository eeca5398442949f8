"""The page of packs: look at one, add it, and take one away."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.packs.presenter import PacksPresenter
from kat_journal.gui.packs.view import PacksView


def build(place: Place, context: PageContext, parent: QWidget | None) -> PacksView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = PacksView(parent)
    PacksPresenter(view, context)
    return view

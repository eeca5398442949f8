"""What a person kept: questions for the team, things for later, and small steps."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.carry.presenter import CarryPresenter
from kat_journal.gui.carry.view import CarryPage
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place


def build(place: Place, context: PageContext, parent: QWidget | None) -> CarryPage:
    """The page; ``place`` holds no more than its name."""
    del place
    view = CarryPage(parent)
    CarryPresenter(view, context)
    return view

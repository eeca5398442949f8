"""Papers that help when the program is not at hand: the plan for hard hours, and the card for the person beside one.

``Place(PageName.PAPER, line=PLAN_PAPER)`` and ``Place(PageName.PAPER, line=SITTER_PAPER, session_id=...)`` lead here;
the session names whose preparation may add its words.
"""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import SITTER_PAPER, Place
from kat_journal.gui.papers.paper import tr
from kat_journal.gui.papers.presenter import PaperPresenter
from kat_journal.gui.papers.view import PaperView


def build(place: Place, context: PageContext, parent: QWidget | None) -> PaperView:
    """The page of the paper that the place names."""
    if place.line == SITTER_PAPER:
        addition = tr("Add what I wrote about what to do, and not do")
        view = PaperView(place, tr("Print the card for the person with me"), addition, parent)
        PaperPresenter(view, context).read_sitter()
    else:
        view = PaperView(place, tr("Print my plan"), tr("With my people from Support"), parent)
        PaperPresenter(view, context).read_plan()
    return view

"""Progress: numbers over time, beside the sessions they stand around."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.progress.presenter import ProgressPresenter
from kat_journal.gui.progress.view import ProgressPage


def build(_place: Place, context: PageContext, parent: QWidget) -> ProgressPage:
    """The page with its presenter."""
    view = ProgressPage(parent)
    ProgressPresenter(view, context)
    return view

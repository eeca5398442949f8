"""Taking everything along: a file to bring in again, or a table."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.archive.presenter import ArchivePresenter
from kat_journal.gui.archive.view import ArchiveView
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place


def build(_place: Place, context: PageContext, parent: QWidget | None) -> ArchiveView:
    """The page with its presenter."""
    view = ArchiveView(parent)
    ArchivePresenter(view, context)
    return view

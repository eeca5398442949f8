"""Sessions: the course as a list, and appointments."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.sessions.presenter import SessionsPresenter
from kat_journal.gui.sessions.view import SessionsPage


def build(_place: Place, context: PageContext, parent: QWidget) -> SessionsPage:
    """The page with its presenter."""
    view = SessionsPage(parent)
    SessionsPresenter(view, context)
    return view

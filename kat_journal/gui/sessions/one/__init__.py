"""One session with its parts in order."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import SessionId
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import MOVING, Place
from kat_journal.gui.sessions.one.presenter import SessionPresenter
from kat_journal.gui.sessions.one.view import SessionPage


def build(place: Place, context: PageContext, parent: QWidget) -> SessionPage:
    """The page with its presenter."""
    session_id = place.session_id if place.session_id is not None else SessionId(0)
    view = SessionPage(session_id, moving=place.line == MOVING, parent=parent)
    SessionPresenter(view, context, session_id)
    return view

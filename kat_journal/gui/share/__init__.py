"""The Share page: what may leave, and the file that leaves."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.share.presenter import SharePresenter
from kat_journal.gui.share.view import ShareView


def build(place: Place, context: PageContext, parent: QWidget) -> ShareView:
    """The page; the line of ``place`` holds what the person did on it before."""
    view = ShareView(context.theme, parent)
    SharePresenter(view, context, place.line)
    return view

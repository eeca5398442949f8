"""Earlier versions: what stood on a page before, to read and to bring back."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import Uid
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.versions.presenter import VersionsPresenter
from kat_journal.gui.versions.view import VersionsView


def build(place: Place, context: PageContext, parent: QWidget) -> VersionsView:
    """The page with its presenter."""
    uid = place.response_uid if place.response_uid is not None else Uid("")
    view = VersionsView(uid, parent)
    VersionsPresenter(view, context, uid)
    return view

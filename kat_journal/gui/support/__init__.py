"""The Support page: reachable from everywhere, and while locked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kat_journal.config import Preferences
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.support.contents import LockedSource
from kat_journal.gui.support.locked import LockedPresenter
from kat_journal.gui.support.presenter import SupportPresenter
from kat_journal.gui.support.view import SupportView
from kat_journal.gui.theme import Look, Theme

if TYPE_CHECKING:  # loading the journal's services is slow, and the locked page does without them
    from kat_journal.gui.context import PageContext


def build(place: Place, context: "PageContext", parent: QWidget) -> SupportView:
    """The page of an open journal."""
    view = SupportView(place, locked=False, parent=parent)
    if place.dim:
        context.theme.look_for(view, Look.AFTER_SESSION)
    SupportPresenter(view, context)
    return view


def build_locked(
    support: LockedSource, preferences: Preferences, theme: Theme, back: Callable[[], object], parent: QWidget
) -> SupportView:
    """The page while locked: of the journal only what the person chose to keep readable."""
    view = SupportView(Place(PageName.SUPPORT), locked=True, card=support.card, parent=parent)
    LockedPresenter(view, support, preferences, back)
    theme.changed.connect(view.update)
    return view

"""The unlocked window: the side bar and one page. Dropped whole at locking."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.backing_up import BackingUp
from kat_journal.gui.catching import Catching
from kat_journal.gui.checking import Checking
from kat_journal.gui.context import PageContext
from kat_journal.gui.looking_ahead import LookingAhead
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.pages import load_page
from kat_journal.gui.side_bar import SideBar
from kat_journal.gui.tasks import ignore
from kat_journal.gui.widgets.announce import announce
from kat_journal.services.journal import PLACE

_PARENT_PAGES = {
    PageName.SESSION: PageName.SESSIONS,
    PageName.VERSIONS: PageName.WRITE,
    PageName.BIN: PageName.WRITE,
    PageName.KEYS: PageName.SETTINGS,
    PageName.BACKUPS: PageName.SETTINGS,
    PageName.PACKS: PageName.SETTINGS,
    PageName.ARCHIVE: PageName.SETTINGS,
    PageName.GUIDE: PageName.SETTINGS,
    PageName.REMINDERS: PageName.SETTINGS,
    PageName.CARRY: PageName.TODAY,
    PageName.SHARED: PageName.SHARE,
    PageName.PAPER: PageName.SUPPORT,
}
_DRAFT, _CATCH = "draft", "catch"


class Workspace(QWidget):
    """Shows the page that the navigator names, beside the side bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: PageContext | None = None
        self._page: PageView | None = None
        self._catching: Catching | None = None
        self._looking_ahead: LookingAhead | None = None
        self._bar = SideBar(self)
        self._focused: dict[int, str] = {}  # object names, by how far on the way the page is
        self._depth = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._column.addLayout(self._row, 1)
        self._row.addWidget(self._bar)

    @property
    def page(self) -> PageView | None:
        """The page that is shown."""
        return self._page

    @property
    def keeps_awake_minutes(self) -> int:
        """For how many minutes the page holds off the idle lock."""
        return self._page.keeps_awake_minutes if self._page is not None else 0

    def enter(self, context: PageContext, at: str = "") -> None:
        """Begin where the person was at locking: there, or at the place that the vault keeps."""
        self._context = context
        context.navigator.setParent(self)
        BackingUp(context, self)
        Checking(context, self)
        self._catching = Catching(context, self, self._column)
        self._catching.half_typed.connect(self._on_half_typed)
        context.navigator.moved.connect(self._on_moved)
        if context.noticing is not None:  # after the page: what that reads comes first
            self._looking_ahead = LookingAhead(context, context.noticing, self)
        self._bar.chosen.connect(self._on_chosen)
        context.tasks.journal(
            lambda: at or context.journal.settings.get(PLACE),
            context=self,
            then=self._begin,
            failed=lambda _: self._begin(""),
        )

    def leave(self) -> str:
        """Hand over every keystroke; returns the place in the form that the vault keeps."""
        if self._looking_ahead is not None:
            self._looking_ahead.stop()
        if self._page is None:
            return ""
        self._page.flush()
        return self._where(self._page)

    def _where(self, page: PageView) -> str:
        return encode(page.place(), page.draft(), self._catching.draft() if self._catching else None)

    def _on_half_typed(self) -> None:
        """Keep what stands in the panel at the foot: it is in no form, and a crash would take it."""
        if self._page is not None and self._context is not None:
            keep = partial(self._context.journal.settings.put, PLACE, self._where(self._page))
            self._context.tasks.journal(keep, context=self, failed=ignore)  # locking keeps it all the same

    def _begin(self, stored: str) -> None:
        """Show the kept place, unless the person was quicker and chose a page of the side bar."""
        if self._context is None:
            return
        if self._page is None:
            self._context.navigator.go(decode(stored))
            self._take_draft(draft_of(stored))
            if self._catching is not None:
                self._catching.take_draft(draft_of(stored, _CATCH))
        # Behind what the page reads, so that nothing waits for it; what fails now is tried at the next unlocking.
        self._context.tasks.journal(self._context.journal.bin.purge_old, context=self, failed=ignore)

    def _take_draft(self, draft: Mapping[str, str]) -> None:
        """Show again what stood half-typed at locking, once the page has read what it shows."""
        page = self._page
        if draft and page is not None and self._context is not None:
            self._context.tasks.journal(lambda: None, context=page, then=lambda _: page.take_draft(draft))

    def _on_chosen(self, name: str) -> None:
        assert self._context is not None  # noqa: S101 - the bar is shown after enter
        if name == "lock":
            self._context.lock()
        elif name == "keep" and self._catching is not None:
            self._catching.open()
        else:
            self._context.navigator.go(Place(PageName(name)))

    def _on_moved(self, place: Place) -> None:
        assert self._context is not None  # noqa: S101 - connected in enter
        old = self._page
        if old is not None:
            old.flush()
            focused: QWidget | None = old.focusWidget()
            self._focused[self._depth] = focused.objectName() if focused is not None else ""
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
            self._page = None  # what cannot be built leaves no page behind that is gone
        page: PageView = load_page(place.name).build(place, self._context, self)
        self._page = page
        self._bar.setVisible(page.show_chrome)
        self._bar.mark(_PARENT_PAGES.get(place.name, place.name))
        self._row.addWidget(page, 1)
        page.show()
        if self._catching is not None:
            self._catching.page_is(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.start_focus()
        announce(page, page.title() or self._bar.words(_PARENT_PAGES.get(place.name, place.name)))
        self._depth = self._context.navigator.depth
        # A form returns to its question by itself, and to the caret in it.
        if self._context.navigator.came_back and place.item_id is None and (name := self._focused.get(self._depth)):
            back = partial(self._return_focus, page, page.focusWidget(), name)
            # What the page reads from the journal comes before this: only then is there what had the focus.
            self._context.tasks.journal(lambda: None, context=page, then=back)

    @staticmethod
    def _return_focus(page: PageView, begun: QWidget | None, name: str, _: object) -> None:
        """Put the focus back on what had it, unless the person has gone on from where the page began."""
        before = next((one for one in page.findChildren(QWidget, name) if one.isVisible()), None)
        if before is not None and page.focusWidget() is begun:
            before.setFocus(Qt.FocusReason.OtherFocusReason)


def encode(place: Place, draft: Mapping[str, str] | None = None, catch: Mapping[str, str] | None = None) -> str:
    """A place as the vault keeps it, with what stands half-typed there and in the panel at the foot."""
    values = {key: value for key, value in asdict(place).items() if value}
    drafts = {key: kept for key, kept in ((_DRAFT, draft), (_CATCH, catch)) if kept}
    return json.dumps(values | drafts, sort_keys=True)


def decode(stored: str) -> Place:
    """The place that was kept; Today where none was, or where it makes no sense."""
    try:
        values = json.loads(stored)
        for key in (_DRAFT, _CATCH):
            values.pop(key, None)
        return Place(**{**values, "name": PageName(values["name"])})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Place(PageName.TODAY)


def draft_of(stored: str, part: str = _DRAFT) -> Mapping[str, str]:
    """What stood half-typed at the place that was kept; nothing where it makes no sense."""
    try:
        draft = json.loads(stored)[part]
        return {str(name): str(text) for name, text in draft.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}

"""Where a person can be in the window, and how they get from one place to the next."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from kat_journal.domain.ids import AppointmentId, FormId, ItemId, Occurrence, SessionId, Uid

FREE_PAGE = FormId("core:free-page")
PLAN = FormId("core:plan-for-hard-hours")

PLAN_PAPER, SITTER_PAPER = "plan", "sitter"
"""The ``line`` of a place that is a paper: the plan for hard hours, or the card for the person who will be there."""

MOVING = "move"
"""The ``line`` of a session's place that begins with its new day: the person said that it was moved."""


class PageName(StrEnum):
    """The pages behind the lock."""

    TODAY = "today"
    SESSIONS = "sessions"
    SESSION = "session"
    RUNNER = "runner"
    WRITE = "write"
    VERSIONS = "versions"
    BIN = "bin"
    PROGRESS = "progress"
    SHARE = "share"
    SHARED = "shared"
    SUPPORT = "support"
    SETTINGS = "settings"
    KEYS = "keys"
    BACKUPS = "backups"
    GUIDE = "guide"
    HOUSE_RULES = "house-rules"
    SHELF = "shelf"
    PACKS = "packs"
    ARCHIVE = "archive"
    CARRY = "carry"
    REMINDERS = "reminders"
    PAPER = "paper"


SIDE_BAR = frozenset(
    {PageName.TODAY, PageName.SESSIONS, PageName.WRITE, PageName.PROGRESS, PageName.SHARE, PageName.SETTINGS}
)
"""Each of these begins a new way; Support leads back to where one was."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and where on it; noted in the vault at locking, so that unlocking returns to it.

    Attributes:
        occurrence: Which asking of a course's own form, such as the one of this month.
        response_uid: The response that a runner shows, once it has one.
        item_id: The question that has the focus.
        caret: Position of the caret in that question's words, in characters.
        line: Id of the support line to scroll to.
        dim: Whether the page keeps the dim look of the hours after a session.
    """

    name: PageName
    session_id: SessionId | None = None
    appointment_id: AppointmentId | None = None
    form_id: FormId | None = None
    occurrence: Occurrence | None = None
    response_uid: Uid | None = None
    item_id: ItemId | None = None
    caret: int = 0
    line: str = ""
    dim: bool = False


class Navigator(QObject):
    """Remembers the way a person came, and says where they go.

    Signals:
        moved: The :class:`Place` to show now.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way: list[Place] = []
        self.came_back = False
        """Whether the place that is shown now was shown before, and the person came back to it."""

    @property
    def depth(self) -> int:
        """How many places lead to this one, itself included."""
        return len(self._way)

    def go(self, place: Place) -> None:
        """Show a place; a page of the side bar starts a new way."""
        if place.name in SIDE_BAR:
            self._way.clear()
        self._move_to(place, came_back=False)

    def back(self) -> None:
        """Show the place before this one; Today where there is none."""
        if self._way:
            self._way.pop()
        place = self._way.pop() if self._way else Place(PageName.TODAY)
        self._move_to(place, came_back=True)

    def _move_to(self, place: Place, *, came_back: bool) -> None:
        self.came_back = came_back
        self._way.append(place)
        self.moved.emit(place)

    def note(self, place: Place) -> None:
        """Remember where on the present page the person is, for :meth:`back`."""
        if self._way and self._way[-1].name is place.name:
            self._way[-1] = replace(place)

"""The one quiet card on Today: at most one thing that the program would like to say, and never in a hurry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kat_journal.domain.clock import Clock
from kat_journal.domain.ids import SessionId, Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.services.settings import SettingsService
from kat_journal.storage.values import read_utc, utc_text

PUT_OFF = "reminder.put-off."
"""Settings that hold when a reminder was put off."""


class ReminderKind(StrEnum):
    """What a reminder is about; the first of those that have something to say is shown."""

    DAMAGED = "damaged"
    CONFLICT = "conflict"
    SPACE = "space"
    RECOVERED = "recovered"
    SEALED = "sealed"
    SEALED_UNREADABLE = "sealed-unreadable"
    QUESTIONS = "questions"
    LATER = "later"
    SAVED = "saved"
    KIT = "kit"
    REHEARSAL = "rehearsal"
    SECOND_PLACE = "second-place"
    HOUSE_RULES = "house-rules"


A_WHILE = timedelta(days=14)
"""For how long a kind is put off, unless it has a time of its own."""

_CAN_WAIT = frozenset(
    {
        ReminderKind.QUESTIONS,
        ReminderKind.LATER,
        ReminderKind.SAVED,
        ReminderKind.KIT,
        ReminderKind.REHEARSAL,
        ReminderKind.SECOND_PLACE,
        ReminderKind.HOUSE_RULES,
    }
)
"""What is not said in the hours after a session, nor beside another question: one thing to decide is enough."""

_WHILES = {
    ReminderKind.DAMAGED: timedelta(days=1),
    ReminderKind.LATER: timedelta(days=1),
    ReminderKind.SAVED: timedelta(days=1),
    ReminderKind.SECOND_PLACE: timedelta(days=7),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to say.

    Attributes:
        detail: What fills the sentence, such as a count; the person's own words where it is about these.
        uid: What it is about: a page, or something parked.
        session_id: The session that it is about, and which one it is.
        day: The day that it speaks of.
        days: How far that day lies ahead; negative where it has passed.
        records: The files that it is about.
    """

    kind: ReminderKind
    detail: str = ""
    uid: Uid | None = None
    session_id: SessionId | None = None
    session_number: int = 0
    day: date | None = None
    days: int = 0
    records: tuple[ShareRecord, ...] = ()


class Reminders:
    """Gives the first thing to say that was not put off.

    Args:
        sources: Asked in this order.
        settings: Where it is kept what was put off.
        clock: Says what day it is.
        is_calm: Tells the hours after a session, and whether something else is asked.
    """

    def __init__(
        self,
        sources: Sequence[Callable[[], Reminder | None]],
        settings: SettingsService,
        clock: Clock,
        is_calm: Callable[[], bool] = bool,
    ) -> None:
        self._sources = sources
        self._settings = settings
        self._clock = clock
        self._is_calm = is_calm

    def next(self) -> Reminder | None:
        """The one to show now."""
        found = (source() for source in self._sources)
        return next((one for one in found if one is not None and not self._waits(one.kind)), None)

    def put_off(self, reminder: Reminder) -> None:
        """Say nothing of that kind for a while."""
        self._settings.put(PUT_OFF + reminder.kind, utc_text(self._clock.now()))

    def _waits(self, kind: ReminderKind) -> bool:
        if kind in _CAN_WAIT and self._is_calm():
            return True
        try:
            put_off = read_utc(self._settings.get(PUT_OFF + kind))
            # Both ways: a clock that was set back must not put anything off for years.
            return abs(self._clock.now() - put_off) < _WHILES.get(kind, A_WHILE)
        except (ValueError, TypeError):  # nothing yet; or saved from a damaged journal, without the end or the zone
            return False

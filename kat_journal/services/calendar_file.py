"""A file for the calendar that the person already uses: times under a neutral title, and nothing else."""

import hmac
import json
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from kat_journal.domain.clock import Clock
from kat_journal.domain.course import USUAL_LENGTH
from kat_journal.domain.messages import Messages
from kat_journal.export.calendar import CalendarEvent, render
from kat_journal.export.writing import write_file
from kat_journal.services.ahead import Ahead, AheadKind, AheadService
from kat_journal.services.notices import NoticeService
from kat_journal.services.settings import SettingsService
from kat_journal.storage.values import read_utc, utc_text

NAME: Final = "reminders.ics"
TITLES: Final = ("reminder", "appointment", "notebook")
"""What an event can be called; the words are in the catalogue."""

REACH: Final = timedelta(days=366)
REMEMBERED: Final = timedelta(days=400)
TITLE, ALARM, SECRET, SENT = (f"calendar.{name}" for name in ("title", "alarm", "secret", "sent"))

_MINUTES = {AheadKind.SESSION: int(USUAL_LENGTH.total_seconds()) // 60, AheadKind.APPOINTMENT: 60, AheadKind.OPEN: 15}
_VERSION_4 = 4


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """How the file is to be.

    Attributes:
        title: One of :data:`TITLES`.
        alarm: Whether the calendar is to remind by itself.
    """

    title: str = TITLES[0]
    alarm: bool = False


class CalendarService:
    """Writes the file, and remembers what it held, so that a later one brings the calendar up to date."""

    def __init__(
        self,
        ahead: AheadService,
        notices: NoticeService,
        settings: SettingsService,
        messages: Messages,
        clock: Clock,
    ) -> None:
        self._ahead = ahead
        self._notices = notices
        self._settings = settings
        self._messages = messages
        self._clock = clock

    def choice(self) -> CalendarChoice:
        """What the person chose last."""
        title = self._settings.get(TITLE)
        return CalendarChoice(title if title in TITLES else TITLES[0], self._settings.get(ALARM) == "yes")

    def keep(self, choice: CalendarChoice) -> None:
        """Keep what the person chose."""
        self._settings.put(TITLE, choice.title)
        self._settings.put(ALARM, "yes" if choice.alarm else "no")

    def save(self, path: Path, *, overwrite: bool = False) -> int:
        """Write the file whole, readable by its owner alone; gives how many events stand in it.

        See :func:`write_file` for what can go wrong.
        """
        sent = self._sent()
        events = self._events(sent)
        write_file(path, render(events), overwrite=overwrite)
        oldest = self._clock.now() - REMEMBERED
        kept = sent | {event.uid: event for event in events}
        rows = [_row(event) for event in kept.values() if event.starts > oldest]
        self._settings.put(SENT, json.dumps(sorted(rows)))
        return sum(not event.cancelled for event in events)

    def _events(self, sent: dict[str, CalendarEvent]) -> list[CalendarEvent]:
        """What lies ahead, and what lay ahead when it was written before and does so no more."""
        now = self._clock.now()
        live = self._live(now)
        gone = [replace(event, cancelled=True) for uid, event in sent.items() if uid not in live and event.starts > now]
        return [_counted(event, sent.get(event.uid), now) for event in (*live.values(), *gone)]

    def _live(self, now: datetime) -> dict[str, CalendarEvent]:
        end = now + REACH
        wanted, silence = self._notices.choice(), self._notices.silence(end)
        found: dict[str, CalendarEvent] = {}
        pages: set[datetime] = set()  # when there is a reminder of a page already: one at a time is enough
        for ahead in self._ahead.until(end):
            starts = silence.settled(ahead.when, ahead.zone) if ahead.closes else ahead.when
            event = self._event(ahead, starts.replace(microsecond=0), wanted.lead)
            passed = ahead.closes is not None and (starts >= ahead.closes or event.starts in pages)
            if ahead.kind in wanted.kinds and not passed:
                found[event.uid] = event
                if ahead.closes is not None:
                    pages.add(event.starts)
        return found

    def _event(self, ahead: Ahead, starts: datetime, lead: int) -> CalendarEvent:
        choice = self.choice()
        page = ahead.kind is AheadKind.OPEN
        return CalendarEvent(
            uid=self._uid(ahead.key),
            starts=starts,
            minutes=_MINUTES[ahead.kind],
            title=self._messages.get(f"calendar.title.{choice.title}"),
            busy=not page,
            alarm=(0 if page else lead) if choice.alarm else None,
        )

    def _uid(self, key: str) -> str:
        """The same for the same thing, and of no use to whoever does not have the journal."""
        secret = self._settings.get(SECRET)
        if not secret:
            secret = secrets.token_hex(32)
            self._settings.put(SECRET, secret)
        digest = hmac.digest(secret.encode(), key.encode(), "sha256")
        return str(UUID(bytes=digest[:16], version=_VERSION_4))

    def _sent(self) -> dict[str, CalendarEvent]:
        try:
            return {event.uid: event for event in map(_event_of, json.loads(self._settings.get(SENT, "[]")))}
        except (ValueError, TypeError):  # a journal that was saved from a damaged one may have lost the end of it
            return {}


def _counted(event: CalendarEvent, before: CalendarEvent | None, now: datetime) -> CalendarEvent:
    """The event with its count of changes: one more than before if anything is different, else as it was."""
    if before is None:
        return replace(event, changed_at=now.replace(microsecond=0))
    same = replace(event, sequence=before.sequence, changed_at=before.changed_at)
    return same if same == before else replace(same, sequence=same.sequence + 1, changed_at=now.replace(microsecond=0))


def _row(event: CalendarEvent) -> list[Any]:
    times = (utc_text(event.starts), utc_text(event.changed_at))
    return [event.uid, *times, event.minutes, event.title, event.busy, event.alarm, event.cancelled, event.sequence]


def _event_of(row: list[Any]) -> CalendarEvent:
    uid, starts, changed_at, minutes, title, busy, alarm, cancelled, sequence = row
    return CalendarEvent(uid, read_utc(starts), minutes, title, busy, alarm, cancelled, sequence, read_utc(changed_at))

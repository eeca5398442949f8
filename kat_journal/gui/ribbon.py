"""A course as marks on a line: what stands where, and the months or years under it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from kat_journal.domain.clock import local_day, zone_of
from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.gui.dates import dated, month, short_day
from kat_journal.gui.widgets.timeline import Mark, MarkKind, Tick

KINDS = {
    SessionStatus.HELD: MarkKind.HELD,
    SessionStatus.PLANNED: MarkKind.PLANNED,
    SessionStatus.CANCELLED: MarkKind.CANCELLED,
}
_YEARS_AFTER = 730
"""Days from which years stand under the line, not months."""


def session_marks(sessions: Iterable[Session]) -> list[Mark]:
    """The sessions that have a day."""
    return named([(s.start, local_day(s.start, s.zone), KINDS[s.status]) for s in sessions if s.start is not None])


def appointment_marks(appointments: Iterable[Appointment], first: datetime, last: datetime) -> list[Mark]:
    """The appointments between two instants."""
    meant = [one for one in appointments if first <= one.at <= last]
    return named([(one.at, local_day(one.at, one.zone), MarkKind.APPOINTMENT) for one in meant])


def named(places: Sequence[tuple[datetime, date, MarkKind]]) -> list[Mark]:
    """Marks with their days under them; with the year where there is more than one."""
    several = len({day.year for _, day, _ in places}) > 1
    return [Mark(when, dated(day) if several else short_day(day), kind) for when, day, kind in places]


def ticks(marks: Sequence[Mark], zone: str) -> list[Tick]:
    """Where each month begins between the first and the last mark; each year, where there are many months."""
    if not marks:
        return []
    first, last = (local_day(pick(mark.when for mark in marks), zone) for pick in (min, max))
    yearly = (last - first).days > _YEARS_AFTER
    day, found = date(first.year, 1 if yearly else first.month, 1), []
    while day <= last:
        if day > first:
            when = datetime.combine(day, time(), zone_of(zone)).astimezone(UTC)
            found.append(Tick(when, str(day.year) if yearly else month(day)))
        day = date(day.year + 1, 1, 1) if yearly or day.month == 12 else date(day.year, day.month + 1, 1)
    return found

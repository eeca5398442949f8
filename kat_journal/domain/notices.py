"""When the desktop may be told something: instants alone, so that a locked window can go on without any words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from kat_journal.domain.clock import local, local_day, zone_of

MOST: Final = 80
"""How many moments, and how many calm spans, a window takes along into its successor."""

AN_HOUR: Final = timedelta(hours=1)
Span = tuple[datetime, datetime]


class NoticeWords(StrEnum):
    """What a notice may say; there is no other word in one."""

    NOTEBOOK = "notebook"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the wall clock in which nothing is said; none where both are the same.

    Attributes:
        starts: The first of them, 0 to 23.
        ends: The first hour in which something may be said again.
    """

    starts: int = 22
    ends: int = 8

    def covers(self, instant: datetime, zone: str) -> bool:
        """Whether it is quiet at that instant."""
        hour = local(instant, zone).hour
        if self.starts <= self.ends:
            return self.starts <= hour < self.ends
        return hour >= self.starts or hour < self.ends

    def morning_after(self, instant: datetime, zone: str) -> datetime:
        """When the quiet that covers an instant ends."""
        day = local_day(instant, zone)
        morning = _at(self.ends, day, zone)
        return morning if morning > instant else _at(self.ends, day + timedelta(days=1), zone)

    def evening_before(self, instant: datetime, zone: str) -> datetime:
        """When the quiet that covers an instant began."""
        day = local_day(instant, zone)
        evening = _at(self.starts, day, zone)
        return evening if evening <= instant else _at(self.starts, day - timedelta(days=1), zone)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that may be said once.

    Attributes:
        at: From then on, in UTC.
        until: No longer from then on, in UTC.
        words: What is said; a locked window knows only the one that fits everything.
        when: The time that is said with it, in UTC.
        key: What tells it from every other; a locked window knows none.
    """

    at: datetime
    until: datetime
    words: NoticeWords = NoticeWords.NOTEBOOK
    when: datetime | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """What may be said, and when nothing is.

    Attributes:
        moments: In any order.
        calm: Spans after sessions, in which nothing is said.
        quiet: Hours of every day in which nothing is said.
    """

    moments: tuple[Moment, ...] = ()
    calm: tuple[Span, ...] = ()
    quiet: Quiet = Quiet()

    def is_silent(self, now: datetime, zone: str) -> bool:
        """Whether nothing at all is said now."""
        return self.quiet.covers(now, zone) or any(starts <= now < ends for starts, ends in self.calm)

    def standing(self, now: datetime) -> tuple[Moment, ...]:
        """The moments that have come and are not over, the one that matters most first."""
        found = (moment for moment in self.moments if moment.at <= now < moment.until)
        return tuple(sorted(found, key=_weight))

    def ripe(self, now: datetime, zone: str) -> tuple[Moment, ...]:
        """The same, and nothing in silent hours. Only the first of them is said; the others are over with it."""
        return () if self.is_silent(now, zone) else self.standing(now)

    def settled(self, at: datetime, zone: str) -> datetime:
        """The first instant from that one on at which something may be said."""
        while self.is_silent(at, zone):
            ends = [ends for starts, ends in self.calm if starts <= at < ends]
            at = max(ends) if ends else self.quiet.morning_after(at, zone)
        return at

    def in_time(self, at: datetime, when: datetime, zone: str) -> datetime:
        """When to speak of something at ``when``: at ``at``, or the evening before where the night swallowed it."""
        if self.quiet.covers(at, zone) and self.quiet.morning_after(at, zone) >= when:
            return self.quiet.evening_before(at, zone) - AN_HOUR
        return at

    def without(self, instants: Collection[datetime]) -> "NoticePlan":
        """The plan without the moments that began at one of those instants."""
        return replace(self, moments=tuple(moment for moment in self.moments if moment.at not in instants))

    def bare(self) -> "NoticePlan":
        """Instants alone: neither words nor keys."""
        return replace(self, moments=tuple(Moment(moment.at, moment.until) for moment in self.moments))


def to_bytes(plan: NoticePlan, now: datetime) -> bytes:
    """The instants of a plan that still matter, as whole seconds, the soonest first."""
    moments = sorted((one.at, one.until) for one in plan.moments if one.until > now)[:MOST]
    calm = sorted(span for span in plan.calm if span[1] > now)[:MOST]
    lines = [f"quiet {plan.quiet.starts} {plan.quiet.ends}"]
    lines += [f"moment {_seconds(at)} {_seconds(until)}" for at, until in moments]
    lines += [f"calm {_seconds(starts)} {_seconds(ends)}" for starts, ends in calm]
    return "\n".join(lines).encode()


def from_bytes(data: bytes) -> NoticePlan | None:
    """The plan of such bytes; None where they are not any."""
    try:
        lines = [line.split(" ") for line in data.decode("ascii").split("\n")]
        spans = [(kind, _instant(one), _instant(other)) for kind, one, other in lines[1:]]
        ((_, starts, ends),) = lines[:1]
        quiet = Quiet(int(starts) % 24, int(ends) % 24)
    except (ValueError, OverflowError, OSError):
        return None
    moments = tuple(Moment(at, until) for kind, at, until in spans if kind == "moment")
    return NoticePlan(moments, tuple((one, other) for kind, one, other in spans if kind == "calm"), quiet)


def _weight(moment: Moment) -> tuple[bool, datetime, datetime]:
    """What has a time comes first, the soonest of it; then what opened last."""
    return moment.when is None, moment.when or moment.until, moment.at


def _at(hour: int, day: date, zone: str) -> datetime:
    return datetime.combine(day, time(hour), zone_of(zone)).astimezone(UTC)


def _seconds(instant: datetime) -> int:
    return int(instant.timestamp())


def _instant(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)

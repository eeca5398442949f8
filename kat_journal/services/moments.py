"""Where a person is in their course: the session that Today speaks of, and how far it is."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from kat_journal.domain.clock import days_between, local_day
from kat_journal.domain.course import Session, SessionStatus

FIRST_HOURS: Final = timedelta(hours=6)

_SET_BACK: Final = timedelta(hours=12)
"""A session that took place and lies further ahead than this tells of a clock that was set back."""


class Moment(StrEnum):
    """Where a person is in their course."""

    NOTHING_PLANNED = "nothing-planned"
    BEFORE = "before"
    SESSION_TODAY = "session-today"
    FIRST_HOURS = "first-hours"
    SAME_DAY = "same-day"
    DAY_AFTER = "day-after"
    DAYS_AFTER = "days-after"
    BETWEEN = "between"


def spoken_of(sessions: Sequence[Session], now: datetime, zone: str) -> Session | None:
    """The session that Today's sentence is about: today's, else tomorrow's, else the last held, else the next.

    Args:
        sessions: Those that were not cancelled and have a time, oldest first.
        now: This instant.
        zone: Where the person is.
    """
    planned = [s for s in sessions if s.status is SessionStatus.PLANNED and s.start and s.start > now]
    held = [s for s in sessions if s.status is SessionStatus.HELD and s.start and s.start <= now + _SET_BACK]
    soon = [s for s in planned if s.start and days_between(now, s.start, zone) <= 1]
    if held and held[-1].end and now - held[-1].end < FIRST_HOURS:
        return held[-1]
    if soon:
        return soon[0]
    if held:
        return held[-1]
    return planned[0] if planned else None


def days_from(session: Session, now: datetime, zone: str) -> int:
    """Whole days from a session to today; negative before it.

    What lies ahead is counted where the person is. What took place keeps its own date, and is never still to come,
    whatever the calendar says after a journey across the date line.
    """
    if session.start is None:
        return 0
    if session.status is SessionStatus.PLANNED:
        return days_between(session.start, now, zone)
    return max(0, (local_day(now, zone) - local_day(session.start, session.zone)).days)


def moment_of(session: Session | None, now: datetime, zone: str) -> Moment:
    """Where a person is, as seen from the session that is spoken of."""
    if session is None or session.end is None:
        return Moment.NOTHING_PLANNED
    days = days_from(session, now, zone)
    if session.status is SessionStatus.PLANNED:
        return Moment.SESSION_TODAY if days == 0 else Moment.BEFORE
    if now - session.end < FIRST_HOURS:
        return Moment.FIRST_HOURS
    if days <= 1:
        return Moment.DAY_AFTER if days == 1 else Moment.SAME_DAY
    return Moment.DAYS_AFTER if days <= 10 else Moment.BETWEEN


def to_ask_about(sessions: Sequence[Session], now: datetime) -> Session | None:
    """The latest planned session whose time has passed: before anything else, did it take place?"""
    passed = [s for s in sessions if s.status is SessionStatus.PLANNED and s.end and s.end <= now]
    return passed[-1] if passed else None

"""Common shapes of a course: starting points only. A person sees every date and changes it as their clinic says."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from kat_journal.domain.clock import days_later


class Shape(StrEnum):
    """How sessions usually follow each other."""

    SIX_IN_THREE_WEEKS = "six-in-three-weeks"
    TWICE_WEEKLY_THEN_WEEKLY = "twice-weekly-then-weekly"
    WEEKLY_AT_HOME = "weekly-at-home"
    FREE = "free"


_TWICE_A_WEEK: Final = (0, 3)

_DAYS: Final = {
    Shape.SIX_IN_THREE_WEEKS: tuple(7 * week + day for week in range(3) for day in _TWICE_A_WEEK),
    Shape.TWICE_WEEKLY_THEN_WEEKLY: (
        *(7 * week + day for week in range(4) for day in _TWICE_A_WEEK),
        *(7 * week for week in range(4, 8)),
    ),
    Shape.WEEKLY_AT_HOME: tuple(7 * week for week in range(6)),
    Shape.FREE: (0,),
}
"""Days from the first session."""


def moments(shape: Shape, first: datetime, zone: str) -> tuple[datetime, ...]:
    """When the sessions of a course would be, in UTC: each at the clock time of the first one in that zone.

    A clock time that the clocks skip on that day is moved on by as much as they are.
    """
    return tuple(days_later(first, days, zone) for days in _DAYS[shape])

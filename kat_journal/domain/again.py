"""Forms that come again and again: never twice within half their rhythm, counted from what was last answered.

The first session of a course moves, an earlier one is added, a journey or a wrong clock shifts the days: the
repetitions shift with it, and what was answered a few days ago under another name, or by hand, is still the answer.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kat_journal.domain.schedule import Asking


def half_of(every: int) -> timedelta:
    """Half a rhythm of so many days."""
    return timedelta(days=every) / 2


def is_answered(asking: Asking, every: int, answered: Iterable[datetime], now: datetime) -> bool:
    """Whether what was answered at these instants leaves no room for this repetition now."""
    half = half_of(every)
    return any(asking.opens <= at < asking.closes or abs(now - at) < half for at in answered)


def was_answered(asking: Asking, every: int, answered: Iterable[datetime]) -> bool:
    """Whether what was answered at these instants, in its time or near all of it, leaves no gap there."""
    half = half_of(every)
    return any(
        asking.opens <= at < asking.closes or at - half < asking.opens <= asking.closes <= at + half for at in answered
    )


def is_going_on(asking: Asking, every: int, begun: datetime, now: datetime) -> bool:
    """Whether what was begun then and is not finished is this repetition's, so that it is not begun a second time."""
    return asking.opens <= begun < asking.closes or abs(now - begun) < half_of(every)

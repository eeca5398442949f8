"""Which backups stay: one of each of the last days, weeks and months that have any, always the newest of each."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

DAYS, WEEKS, MONTHS = 5, 4, 6
MOST_APART = 3
"""Of the copies of what was replaced or brought up to a newer schema, each."""

APART_FOR = timedelta(days=30)
"""For so long more of them stay: who tries one backup after the other does not lose what was there at first."""


def kept(made: Iterable[datetime]) -> frozenset[datetime]:
    """The instants whose backups stay; the newest of all is always among them."""
    newest_first = sorted(set(made), reverse=True)
    return frozenset(
        [
            *_newest_of_each(newest_first, lambda at: at.date(), DAYS),
            *_newest_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKS),
            *_newest_of_each(newest_first, lambda at: (at.year, at.month), MONTHS),
        ]
    )


def _newest_of_each(
    newest_first: Iterable[datetime], period_of: Callable[[datetime], Hashable], most: int
) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for at in newest_first:
        found.setdefault(period_of(at), at)
    return list(found.values())[:most]

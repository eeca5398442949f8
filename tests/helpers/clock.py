"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
"""In London, where the winter's clocks show UTC."""


class FixedClock:
    """The fake of the Clock seam."""

    def __init__(self, now=MONDAY_MORNING, zone="Europe/London"):
        self._now = now
        self._zone = zone

    def now(self):
        return self._now

    def zone(self):
        return self._zone

    def set(self, now):
        """Make it that instant."""
        self._now = now

    def pass_time(self, **elapsed):
        """Let hours or days go by, such as ``pass_time(hours=2)``."""
        self._now += timedelta(**elapsed)

    def travel(self, zone):
        """Take the laptop to another zone."""
        self._zone = zone


def november(day, hour=12, minute=0):
    """An instant of November 2026, in UTC, which is London's own clock then."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)

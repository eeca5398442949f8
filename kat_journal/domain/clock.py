"""Time as the journal sees it: instants in UTC, and the zone where a person's day is counted."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time. One of the three seams; the system's clock lives in ``app``."""

    def now(self) -> datetime:
        """The instant now, in UTC, with its zone set."""
        ...

    def zone(self) -> str:
        """The IANA name of the zone in force now, such as ``Europe/London``."""
        ...


def zone_of(name: str) -> "ZoneInfo":
    """The zone of that name; UTC where this system does not know it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - the unlock page is there without it

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(instant: datetime, zone: str) -> datetime:
    """The same instant on the wall clock of that zone."""
    return instant.astimezone(zone_of(zone))


def local_day(instant: datetime, zone: str) -> date:
    """The date on the wall calendar of that zone."""
    return local(instant, zone).date()


def days_later(instant: datetime, days: int, zone: str) -> datetime:
    """The instant so many local days later, at the same time on the wall clock of that zone; in UTC.

    Daylight saving moves nothing. A time that the clocks skip on that day is moved on by as much as they are.
    """
    # Adding to a local time counts on the wall clock.
    return (local(instant, zone) + timedelta(days=days)).astimezone(UTC)


def days_between(first: datetime, last: datetime, zone: str) -> int:
    """How many local midnights of that zone lie between the two; negative where the last one comes first."""
    return (local_day(last, zone) - local_day(first, zone)).days

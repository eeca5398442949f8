"""Time as the journal sees it: instants in UTC, and the zone where a person's day is counted."""

from datetime import date, datetime
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

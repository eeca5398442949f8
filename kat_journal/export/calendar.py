"""Events as an iCalendar file (RFC 5545), in words that tell nobody anything.

Times are in UTC: an instant stays the same instant whatever the clocks do later and wherever the laptop travels, every
calendar shows it in the zone of whoever looks, and no table of a zone's rules has to stand in the file, where it would
say where the person lives. ``METHOD`` is absent: the file is read in, and nobody is invited to anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from icalendar import Alarm
    from icalendar import Event as Component

PRODUCT: Final = "-//Reminders//Reminders//EN"
"""The format asks for a name of the program; a general one says nothing."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event.

    Attributes:
        uid: The same each time that the same thing is written, so that a calendar brings it up to date.
        starts: In UTC.
        minutes: How long it takes.
        title: What the calendar shows.
        busy: Whether the time counts as taken.
        alarm: How many minutes before it the calendar is to remind; None for not at all.
        cancelled: Whether the calendar is to drop it.
        sequence: How often it was changed.
        changed_at: When it was last changed, in UTC.
    """

    uid: str
    starts: datetime
    minutes: int
    title: str
    busy: bool
    alarm: int | None
    cancelled: bool = False
    sequence: int = 0
    changed_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)


def render(events: Iterable[CalendarEvent]) -> bytes:
    """The bytes of the file; the same events give the same bytes."""
    from icalendar import Calendar  # noqa: PLC0415 - dear, and needed by those who save such a file

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for event in sorted(events, key=lambda event: (event.starts, event.uid)):
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: CalendarEvent) -> "Component":
    from icalendar import Event  # noqa: PLC0415 - loaded by now

    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", event.changed_at)
    component.add("last-modified", event.changed_at)
    component.add("sequence", event.sequence)
    component.add("dtstart", event.starts)
    component.add("dtend", event.starts + timedelta(minutes=event.minutes))
    component.add("summary", event.title)
    component.add("class", "PRIVATE")
    component.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.alarm is not None and not event.cancelled:
        component.add_component(_alarm(event.title, event.alarm))
    return component


def _alarm(title: str, minutes: int) -> "Alarm":
    from icalendar import Alarm  # noqa: PLC0415 - loaded by now

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm

"""Days and times as a person reads them, and the fields that take them."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from kat_journal.domain.clock import local, zone_of

LONG_DAY = "dddd d MMMM"
SHORT_DAY = "d MMM"
FULL_DAY = "d MMMM yyyy"
MONTH = "MMM yyyy"
DATED = "d MMM yyyy"
FIELD = "ddd d MMM yyyy, HH:mm"


def long_day(day: date) -> str:
    """Such as "Monday 23 November"."""
    return QLocale().toString(_qdate(day), LONG_DAY)


def short_day(day: date) -> str:
    """Such as "23 Nov"."""
    return QLocale().toString(_qdate(day), SHORT_DAY)


def full_day(day: date) -> str:
    """Such as "23 November 2026"."""
    return QLocale().toString(_qdate(day), FULL_DAY)


def dated(day: date) -> str:
    """Such as "23 Nov 2026"."""
    return QLocale().toString(_qdate(day), DATED)


def month(day: date) -> str:
    """Such as "Nov 2026"."""
    return QLocale().toString(_qdate(day), MONTH)


def weekday(day: date) -> str:
    """Such as "Tuesday"."""
    return QLocale().toString(_qdate(day), "dddd")


def past_day(day: date, today: date) -> str:
    """Such as "Tuesday" within the last week, "17 Nov" before that."""
    return weekday(day) if 0 <= (today - day).days < 7 else short_day(day)


def clock_time(instant: datetime, zone: str) -> str:
    """Such as "09:30"."""
    return f"{local(instant, zone):%H:%M}"


def day_and_time(instant: datetime, zone: str, today: date) -> str:
    """Such as "Thursday 09:30" within a week, "3 Dec, 09:30" beyond."""
    day = local(instant, zone).date()
    name = QLocale().toString(_qdate(day), "dddd") if 0 <= (day - today).days < 7 else f"{short_day(day)},"
    return f"{name} {clock_time(instant, zone)}"


def to_field(instant: datetime, zone: str) -> QDateTime:
    """A wall-clock time for a field; the zone stays with us."""
    wall = local(instant, zone)
    return QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute))


def from_field(value: QDateTime, zone: str) -> datetime:
    """The instant of a field's wall-clock time in that zone, in UTC."""
    day, clock = value.date(), value.time()
    wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone_of(zone))
    return wall.astimezone(UTC)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)

"""Days as this page says them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def weekday(day: date) -> str:
    """Such as "Friday"."""
    return _said(day, "dddd")


def day_and_month(day: date) -> str:
    """Such as "30 October"."""
    return _said(day, "d MMMM")


def whole_day(day: date) -> str:
    """Such as "30 October 2026"."""
    return _said(day, "d MMMM yyyy")


def short_day(day: date) -> str:
    """Such as "30 Oct 2026"."""
    return _said(day, "d MMM yyyy")


def day_of(day: date, today: date) -> str:
    """The day, with its year unless that is this one."""
    return day_and_month(day) if day.year == today.year else whole_day(day)


def _said(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)

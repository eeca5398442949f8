"""Days as this page says them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def weekday(day: date) -> str:
    """Such as "Friday"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")


def day_and_month(day: date) -> str:
    """Such as "30 October"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")

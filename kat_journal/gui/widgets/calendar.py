"""The calendar that a field of days unfolds: no red days, whole names, and room for large text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit

COLUMNS, LINES = 7, 9
"""Days of a week; weeks of a month with the names of the days and the month above them."""


def unfold_calendar(field: QDateTimeEdit) -> QCalendarWidget:
    """Let a field unfold a calendar; gives that calendar."""
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(day, QTextCharFormat())  # Qt's own are red at weekends
    fit_calendar(field)
    return calendar


def fit_calendar(field: QDateTimeEdit) -> None:
    """Give a field's calendar, where it has one, the room that the field's text size needs."""
    if not field.calendarPopup():
        return
    calendar, metrics = field.calendarWidget(), field.fontMetrics()
    widest = max(metrics.horizontalAdvance(calendar.locale().dayName(day.value)[:4]) for day in Qt.DayOfWeek)
    calendar.setMinimumSize(COLUMNS * (widest + metrics.height()), LINES * metrics.height() * 7 // 4)

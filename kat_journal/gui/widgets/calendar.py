"""The calendar that a field of days unfolds: no red days, whole names, and room for large text."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QToolButton

from kat_journal.gui.widgets.tokens import Restyled

COLUMNS, LINES = 7, 9
"""Days of a week; weeks of a month with the names of the days and the month above them."""

LEAST = 44
"""Least pixels of a day each way: a shaking hand must be able to choose it."""
_EDGES = 8
"""Pixels that the calendar's own edges take from its width."""
_SIGNS = ("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")


def unfold_calendar(field: QDateTimeEdit) -> QCalendarWidget:
    """Let a field unfold a calendar; gives that calendar."""
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    calm(calendar)
    fit_calendar(field)
    if isinstance(field, Restyled):
        field.restyled()
    return calendar


def calm(calendar: QCalendarWidget) -> None:
    """Leave out the numbers of weeks and the red of Qt's own weekends; the arrows take the ink."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    signs = _SIGNS if calendar.layoutDirection() == Qt.LayoutDirection.LeftToRight else _SIGNS[::-1]
    before = QCoreApplication.translate("Calendar", "Month before")
    after = QCoreApplication.translate("Calendar", "Month after")
    for name, sign, words in zip(("prevmonth", "nextmonth"), signs, (before, after), strict=True):
        arrow = calendar.findChild(QToolButton, f"qt_calendar_{name}")
        if arrow is not None:
            arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)  # Qt's picture stays black in the dark
            arrow.setText(sign)
            arrow.setAccessibleName(words)


def fit_calendar(field: QDateTimeEdit) -> None:
    """Give a field's calendar, where it has one, the room that the field's text size needs."""
    if field.calendarPopup():
        fit(field.calendarWidget(), field.fontMetrics())


def fit(calendar: QCalendarWidget, metrics: QFontMetrics) -> None:
    """Give a calendar room for words of that size."""
    widest = max(metrics.horizontalAdvance(calendar.locale().dayName(day.value)[:4]) for day in Qt.DayOfWeek)
    day_width, line = max(LEAST, widest + metrics.height()), max(LEAST, metrics.height() * 7 // 4)
    calendar.setMinimumSize(COLUMNS * day_width + _EDGES, LINES * line)

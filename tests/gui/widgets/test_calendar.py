"""The calendar that a field of days unfolds."""

import pytest
from PySide6.QtCore import Qt

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.stepping import Day


@pytest.fixture
def field(qtbot, theme):
    field = Day()
    qtbot.addWidget(field)
    return field


def test_no_day_of_the_week_is_red(field):
    calendar = unfold_calendar(field)

    colours = {calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
    assert len(colours) == 1


@pytest.mark.parametrize("scale", [100, 200])
def test_the_names_of_the_days_have_room_at_every_text_size(field, theme, scale):
    theme.apply(LookChoice.LIGHT, scale)
    field.ensurePolished()
    calendar = unfold_calendar(field)

    widest = max(
        field.fontMetrics().horizontalAdvance(calendar.locale().dayName(day.value)[:3]) for day in Qt.DayOfWeek
    )
    assert calendar.minimumWidth() // 7 > widest

"""Days and times as a person reads and types them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt

from kat_journal.gui import dates
from kat_journal.gui.widgets.stepping import When
from tests.helpers.clock import november

MONDAY = date(2026, 11, 23)
FIRST, LAST = datetime(2000, 1, 1), datetime(2099, 12, 31)  # noqa: DTZ001 - hypothesis gives them their zone


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def test_a_day_is_said_long_or_short():
    assert dates.long_day(MONDAY) == "Monday 23 November"
    assert dates.short_day(MONDAY) == "23 Nov"


def test_a_time_is_that_of_the_persons_clock():
    instant = datetime(2026, 7, 1, 8, 30, tzinfo=UTC)

    assert dates.clock_time(instant, "Europe/London") == "09:30"
    assert dates.clock_time(instant, "America/New_York") == "04:30"


@pytest.mark.parametrize(
    ("day", "said"), [(23, "Monday 09:30"), (29, "Sunday 09:30"), (30, "30 Nov, 09:30"), (22, "22 Nov, 09:30")]
)
def test_what_is_near_is_said_by_the_name_of_its_day(day, said):
    assert dates.day_and_time(november(day, 9, 30), "Europe/London", MONDAY) == said


@pytest.mark.parametrize(("day", "said"), [(23, "Monday"), (17, "Tuesday"), (16, "16 Nov"), (24, "24 Nov")])
def test_what_was_within_the_week_is_said_by_the_name_of_its_day(day, said):
    assert dates.past_day(date(2026, 11, day), MONDAY) == said


@given(
    instant=st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    zone=st.sampled_from(["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]),
)
def test_a_field_shows_the_wall_clock_and_gives_it_back(instant, zone):
    instant = instant.replace(second=0, microsecond=0)
    shown = dates.to_field(instant, zone)
    read = dates.from_field(shown, zone)

    assert dates.to_field(read, zone) == shown


def test_a_wall_clock_time_is_an_instant_of_its_zone():
    field = dates.to_field(datetime(2026, 7, 1, 8, 30, tzinfo=UTC), "Europe/London")

    assert (field.time().hour(), field.time().minute()) == (9, 30)
    assert dates.from_field(field, "America/New_York") == datetime(2026, 7, 1, 13, 30, tzinfo=UTC)


def test_the_parts_of_a_date_field_are_reached_by_arrows_and_changed_by_keys(qtbot):
    field = When()
    qtbot.addWidget(field)
    field.setDisplayFormat(dates.FIELD)
    field.setDateTime(dates.to_field(november(24, 9), "UTC"))
    field.show()
    field.setFocus()
    field.setCurrentSectionIndex(1)

    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Right)
    qtbot.keyClick(field, Qt.Key.Key_Up)

    assert dates.from_field(field.dateTime(), "UTC") == datetime(2026, 12, 25, 9, tzinfo=UTC)

from datetime import UTC, date, datetime

import pytest

from kat_journal.domain.clock import days_between, days_later, local, local_day, zone_of

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_a_day_is_counted_where_the_person_was():
    assert local_day(NEW_YEAR, "Europe/London") == date(2026, 12, 31)
    assert local_day(NEW_YEAR, "Asia/Tokyo") == date(2027, 1, 1)


def test_summer_time_is_shown_on_the_wall_clock():
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)

    assert local(noon, "Europe/London").hour == 13


@pytest.mark.parametrize("name", ["Nowhere/Atall", "", "/etc/passwd", "../zone", "a\0b", "x" * 5000])
def test_a_zone_that_nobody_knows_is_read_as_utc(name):
    assert zone_of(name).key == "UTC"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, datetime(2026, 10, 24, 8, tzinfo=UTC)),
        (1, datetime(2026, 10, 25, 9, tzinfo=UTC)),  # the clocks went back in the night
        (-1, datetime(2026, 10, 23, 8, tzinfo=UTC)),
    ],
)
def test_days_later_the_clock_shows_the_same(days, expected):
    assert days_later(datetime(2026, 10, 24, 8, tzinfo=UTC), days, "Europe/London") == expected


def test_days_between_are_midnights_of_the_place():
    first, last = datetime(2026, 11, 10, 10, tzinfo=UTC), datetime(2026, 11, 10, 12, tzinfo=UTC)

    assert days_between(first, last, "Europe/London") == 0
    assert days_between(first, last, "Pacific/Auckland") == 1
    assert days_between(last, first, "Pacific/Auckland") == -1

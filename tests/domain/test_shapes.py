from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.shapes import Shape, moments
from tests.helpers.clock import november

LONDON = "Europe/London"
ZONES = (LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Auckland")
FIRST = november(2, 9)  # a Monday, after the clocks went back


def days(shape):
    return [(moment - FIRST).days for moment in moments(shape, FIRST, LONDON)]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Shape.SIX_IN_THREE_WEEKS, [0, 3, 7, 10, 14, 17]),
        (Shape.TWICE_WEEKLY_THEN_WEEKLY, [0, 3, 7, 10, 14, 17, 21, 24, 28, 35, 42, 49]),
        (Shape.WEEKLY_AT_HOME, [0, 7, 14, 21, 28, 35]),
        (Shape.FREE, [0]),
    ],
)
def test_a_shape_is_so_many_days(shape, expected):
    assert days(shape) == expected


@given(
    st.sampled_from(Shape),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - a zone comes with it
    st.sampled_from(ZONES),
)
def test_every_session_is_at_the_same_clock_time(shape, wall, zone):
    first = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    clock_time = first.astimezone(ZoneInfo(zone)).time()

    planned = moments(shape, first, zone)

    assert planned[0] == first
    assert list(planned) == sorted(planned)
    assert all(moment.tzinfo is UTC for moment in planned)
    for moment in planned:
        shown = moment.astimezone(ZoneInfo(zone))
        skipped = datetime.combine(shown.date(), clock_time, ZoneInfo(zone)).astimezone(UTC) == moment
        assert shown.time() == clock_time or skipped  # on the one day on which the clocks have no such time


def test_the_clocks_go_back_and_the_session_stays_at_nine():
    first = datetime(2026, 10, 22, 8, tzinfo=UTC)  # nine in London's summer

    assert moments(Shape.SIX_IN_THREE_WEEKS, first, LONDON)[:2] == (first, datetime(2026, 10, 25, 9, tzinfo=UTC))


def test_a_time_that_the_clocks_skip_is_moved_on():
    first = datetime(2026, 3, 22, 1, 30, tzinfo=UTC)

    planned = moments(Shape.WEEKLY_AT_HOME, first, LONDON)

    assert planned[1] == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # half past two there: half past one was skipped
    assert planned[2] - planned[1] == timedelta(days=7, hours=-1)

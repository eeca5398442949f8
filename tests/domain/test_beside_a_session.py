"""The day of a session and the day after are no time for questions about the last weeks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.course import Course, Session, SessionStatus
from kat_journal.domain.form import Anchor
from kat_journal.domain.schedule import course_askings, is_beside_a_session, occurrence_of_course
from tests.helpers.clock import november
from tests.helpers.forms import form, timing

LONDON, AUCKLAND = "Europe/London", "Pacific/Auckland"


def session(at, status=SessionStatus.HELD, zone=LONDON):
    return Session(1, "uid", None, status, at, None, None, zone)


@pytest.mark.parametrize(
    ("now", "beside"),
    [
        (november(9, 23, 59), False),
        (november(10, 0), True),  # the morning of the day counts: it is not known yet what the day will bring
        (november(10, 14), True),
        (november(11, 23, 59), True),
        (november(12, 0), False),
        (november(30, 9), False),
    ],
)
@pytest.mark.parametrize("status", [SessionStatus.PLANNED, SessionStatus.HELD])
def test_both_days_count_whole(now, beside, status):
    assert is_beside_a_session([session(november(10, 9), status)], now, LONDON) is beside


def test_a_cancelled_session_and_one_without_a_time_count_for_nothing():
    sessions = [session(november(10, 9), SessionStatus.CANCELLED), session(None)]

    assert not is_beside_a_session(sessions, november(10, 12), LONDON)


def test_one_session_among_others_is_enough():
    assert is_beside_a_session([session(november(1, 9)), session(november(10, 9))], november(11, 9), LONDON)
    assert not is_beside_a_session([], november(11, 9), LONDON)


@pytest.mark.parametrize(
    ("now", "beside"),
    [
        (november(9, 10), False),
        (november(9, 11), True),  # Auckland's eleventh has not begun, but it is the tenth there: London's day of it
        (november(10, 23), True),
        (november(11, 23, 59), True),  # still the day after in London, where it was
        (november(12, 10, 59), True),  # and in Auckland, whose calendar calls it the eleventh
        (november(12, 11), False),
    ],
)
def test_after_a_journey_the_days_are_those_of_either_place(now, beside):
    late = session(november(10, 22))  # the tenth in London, the eleventh in Auckland

    assert is_beside_a_session([late], now, AUCKLAND) is beside


@pytest.mark.parametrize(
    ("hours", "beside"), [(-11, False), (-10, True), (0, True), (4, True), (61, True), (62, False)]
)
def test_across_the_date_line_yesterday_is_still_the_day_of_it(hours, beside):
    """Nine in the morning of the 23rd in Auckland, and the person flies to Honolulu, where it is the 22nd."""
    start = november(22, 20)
    honolulu = session(start, zone=AUCKLAND)

    assert is_beside_a_session([honolulu], start + timedelta(hours=hours), "Pacific/Honolulu") is beside


@pytest.mark.parametrize(
    ("now", "beside"), [(november(9, 23, 59), False), (november(10, 0), True), (november(12, 0), False)]
)
def test_a_session_just_after_midnight_belongs_to_the_day_that_has_begun(now, beside):
    assert is_beside_a_session([session(november(10, 0, 10))], now, LONDON) is beside


def test_a_session_that_ran_past_midnight_has_two_days():
    night = replace(session(november(10, 23)), ended_at=november(11, 1))

    assert is_beside_a_session([night], november(12, 23, 59), LONDON)
    assert not is_beside_a_session([night], november(13, 0), LONDON)


@pytest.mark.parametrize(("day", "hour", "beside"), [(24, 22, False), (24, 23, True), (27, 0, False), (26, 23, True)])
def test_the_days_are_whole_when_the_clocks_change(day, hour, beside):
    """The 25th of October has twenty-five hours in London, and begins at eleven at night in UTC."""
    at = datetime(2026, 10, day, hour, 30, tzinfo=UTC)

    assert is_beside_a_session([session(datetime(2026, 10, 25, 9, tzinfo=UTC))], at, LONDON) is beside


MINUTES = st.integers(0, 90 * 24 * 60)


@given(st.lists(MINUTES, max_size=5), MINUTES)
def test_it_is_told_from_the_dates_alone(starts, now):
    first = datetime(2026, 10, 1, tzinfo=UTC)
    times, moment = [first + timedelta(minutes=minutes) for minutes in starts], first + timedelta(minutes=now)
    days = {(moment.date() - at.date()).days for at in times}

    assert is_beside_a_session([session(at, zone="UTC") for at in times], moment, "UTC") == bool(days & {0, 1})


def test_a_form_that_a_course_asks_once_keeps_its_place_when_the_first_session_moves():
    once = form(form_id="once", timing=timing(Anchor.COURSE_START, -48, -24, 0))
    course = Course(3, "uid", "Autumn course")

    [first] = course_askings([once], course, november(10, 9), LONDON, november(9))
    [moved] = course_askings([once], course, november(17, 9), LONDON, november(16))

    assert first.occurrence == moved.occurrence == occurrence_of_course(3, None) == "course:3"
    assert first.opens < moved.opens

"""The day of a session and the day after are no time for questions about the last weeks."""

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


def test_the_day_of_a_session_is_counted_where_it_was_and_today_where_the_person_is():
    late = session(datetime(2026, 11, 10, 22, tzinfo=UTC))  # the tenth in London, the eleventh in Auckland

    assert is_beside_a_session([late], datetime(2026, 11, 10, 23, tzinfo=UTC), AUCKLAND)
    assert not is_beside_a_session([late], datetime(2026, 11, 11, 23, tzinfo=UTC), AUCKLAND)


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

"""The session that is spoken of, after journeys and with a clock that is wrong."""

from datetime import timedelta

import pytest

from kat_journal.domain.course import Session, SessionStatus
from kat_journal.services.moments import Moment, days_from, moment_of, spoken_of, to_ask_about
from tests.helpers.clock import november

LONDON, AUCKLAND, HONOLULU = "Europe/London", "Pacific/Auckland", "Pacific/Honolulu"


def session(at, status=SessionStatus.HELD, zone=LONDON, number=1):
    return Session(number, "uid", None, status, at, None, None, zone)


def planned(at, zone=LONDON, number=1):
    return session(at, SessionStatus.PLANNED, zone, number)


def test_a_session_that_took_place_is_never_ahead_after_a_journey():
    """Nine in the morning of the 23rd in Auckland; ten hours later in Honolulu it is still the 22nd."""
    had = session(november(22, 20), zone=AUCKLAND)
    now = november(23, 6)

    assert days_from(had, now, HONOLULU) == 0
    assert moment_of(had, now, HONOLULU) is Moment.SAME_DAY


def test_what_lies_ahead_is_counted_where_the_person_is():
    """Planned in Honolulu for eleven at night on the 23rd; in Auckland it is ten at night on the 24th."""
    ahead = planned(november(24, 9), HONOLULU)

    assert moment_of(ahead, november(23, 21), AUCKLAND) is Moment.SESSION_TODAY
    assert days_from(ahead, november(22, 21), AUCKLAND) == -1
    assert spoken_of([ahead], november(22, 21), AUCKLAND) == ahead


@pytest.mark.parametrize(("back", "spoken"), [(timedelta(hours=3), True), (timedelta(days=20), False)])
def test_with_a_clock_set_back_a_session_of_the_future_is_not_spoken_of(back, spoken):
    had = session(november(22, 10))
    now = november(22, 12) - back

    assert spoken_of([had], now, LONDON) == (had if spoken else None)
    assert moment_of(spoken_of([had], now, LONDON), now, LONDON) is (
        Moment.FIRST_HOURS if spoken else Moment.NOTHING_PLANNED
    )


def test_without_a_day_there_is_nothing_to_count():
    assert days_from(planned(None), november(22), LONDON) == 0
    assert moment_of(planned(None), november(22), LONDON) is Moment.NOTHING_PLANNED


def test_after_a_month_away_one_session_after_the_other_is_asked_about():
    sessions = [planned(november(day, 9), number=day) for day in (1, 8, 15, 28)]

    assert to_ask_about(sessions, november(22)).id == 15
    assert to_ask_about(sessions[:2], november(22)).id == 8
    assert to_ask_about(sessions[3:], november(22)) is None
    assert to_ask_about(sessions[3:], november(28, 10, 59)) is None
    assert to_ask_about(sessions[3:], november(28, 11)).id == 28

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kat_journal.domain.course import Appointment, SessionStatus
from kat_journal.domain.ids import AppointmentId, Uid
from kat_journal.domain.material import Period, appointment_for, possible_periods
from tests.golden import fictional as f


def appointment(at):
    return Appointment(AppointmentId(1), Uid("a"), at, "Europe/London")


def test_the_usual_period_is_since_the_last_appointment_that_day_included():
    met = (appointment(datetime(2026, 10, 2, 9, tzinfo=UTC)), appointment(datetime(2026, 10, 30, 9, tzinfo=UTC)))
    assert possible_periods(met, (), f.TODAY)[0] == Period(date(2026, 10, 30), f.TODAY, "period.since-appointment")


def test_an_appointment_of_today_or_later_does_not_end_the_period():
    met = (appointment(datetime(2026, 11, 23, 9, tzinfo=UTC)), appointment(datetime(2026, 11, 27, 9, tzinfo=UTC)))
    assert [one.label_key for one in possible_periods(met, (), f.TODAY)] == ["period.last-30-days"]


def test_the_day_of_an_appointment_is_counted_where_it_took_place():
    late = appointment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))  # already the 2nd in London
    assert possible_periods((late,), (), f.TODAY)[0].starts == date(2026, 7, 2)


def test_without_an_appointment_it_is_since_the_first_session_that_took_place():
    dateless = replace(f.session(7, f.S1), started_at=None, scheduled_at=None)
    sessions = (dateless, f.session(1, f.S1, SessionStatus.CANCELLED), f.session(2, f.S2), f.session(3, f.S3))
    assert possible_periods((), sessions, f.TODAY)[0] == Period(f.S2, f.TODAY, "period.since-first-session")


def test_with_neither_it_is_the_last_thirty_days():
    (only,) = possible_periods((), (f.session(1, f.TODAY + timedelta(days=1)),), f.TODAY)
    assert only == Period(date(2026, 10, 25), f.TODAY, "period.last-30-days")


def test_since_the_last_summary_is_offered_and_never_the_usual_one():
    for met in ((), (appointment(datetime(2026, 10, 30, 9, tzinfo=UTC)),)):
        first, second, *_ = possible_periods(met, (), f.TODAY, date(2026, 11, 20))
        assert first == possible_periods(met, (), f.TODAY)[0]
        assert second == Period(date(2026, 11, 20), f.TODAY, "period.since-summary")
    ahead = possible_periods((), (), f.TODAY, f.TODAY + timedelta(days=1))[1]  # the laptop has travelled west
    assert (ahead.starts, ahead.ends) == (f.TODAY, f.TODAY)


def test_a_summary_of_one_session_offers_no_other():
    stuff = f.material()
    one, *_ = stuff.held_in_period()
    assert len(stuff.held_in_period()) > 1
    assert replace(stuff, only=one.id).held_in_period() == (one,)


@pytest.mark.parametrize(
    ("ends", "made_on", "days", "found"),
    [
        (f.TODAY, f.TODAY, [28, 4, 3], 3),
        (f.TODAY, f.TODAY, [-1, 0, 4], 0),
        (f.TODAY, f.TODAY, [14], 14),
        (f.TODAY, f.TODAY, [15], None),
        (f.TODAY, f.TODAY, [], None),
        (f.TODAY - timedelta(days=10), f.TODAY, [-5, 4], 4),
        (f.TODAY - timedelta(days=10), f.TODAY, [-5, 5], None),
        (f.TODAY + timedelta(days=30), f.TODAY, [4, 30], 30),
    ],
)
def test_a_summary_is_for_the_first_appointment_ahead_within_two_weeks_of_its_period(ends, made_on, days, found):
    ahead = [f.appointment(f.TODAY + timedelta(days=away)) for away in days]
    expected = None if found is None else f.appointment(f.TODAY + timedelta(days=found))
    assert appointment_for(ahead, Period(f.PERIOD.starts, ends), made_on) == expected


def test_a_period_covers_both_its_ends():
    assert f.PERIOD.covers(f.PERIOD.starts)
    assert f.PERIOD.covers(f.PERIOD.ends)
    assert not f.PERIOD.covers(f.PERIOD.ends + timedelta(days=1))

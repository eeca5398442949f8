from datetime import UTC, date, datetime, timedelta

import pytest

from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.form import Anchor
from kat_journal.domain.schedule import (
    Window,
    appointment_askings,
    course_askings,
    occurrence_of_appointment,
    occurrence_of_course,
    occurrence_of_session,
    session_askings,
)
from tests.helpers.clock import november
from tests.helpers.forms import form, timing

BEFORE = form(form_id="before", timing=timing(Anchor.SESSION_START, -24, -12, 0))
AFTER = form(form_id="after", timing=timing(Anchor.SESSION_END, 16, 24, 48))
MEETING = form(form_id="meeting", timing=timing(Anchor.APPOINTMENT, -48, -2, 0))
MONTHLY = form(form_id="monthly", timing=timing(Anchor.COURSE_START, 0, 24, 48, every=30))
ONCE = form(form_id="once", timing=timing(Anchor.COURSE_START))
BY_HAND = form(form_id="by-hand")
FORMS = (AFTER, BEFORE, MEETING, MONTHLY, ONCE, BY_HAND)
LONDON = "Europe/London"


def session(status=SessionStatus.HELD, scheduled_at=None, started_at=None, ended_at=None):
    return Session(12, "uid", None, status, scheduled_at, started_at, ended_at, LONDON)


HELD = session(started_at=november(3, 9), ended_at=november(3, 12))


def asked(askings):
    return [asking.form_id for asking in askings]


def test_a_session_asks_what_belongs_to_it_soonest_first():
    before, after = session_askings(FORMS, HELD)

    assert (before.form_id, before.opens, before.closes) == ("before", november(2, 9), november(3, 9))
    assert (after.form_id, after.opens, after.due, after.closes) == (
        "after",
        november(4, 4),
        november(4, 12),
        november(5, 12),
    )
    assert after.occurrence == occurrence_of_session(12) == "session:12"
    assert after.session_id == 12


def test_a_planned_session_asks_only_what_belongs_before_it():
    assert asked(session_askings(FORMS, session(SessionStatus.PLANNED, november(3, 9)))) == ["before"]


def test_a_cancelled_session_asks_nothing():
    assert session_askings(FORMS, session(SessionStatus.CANCELLED, november(3, 9))) == ()


def test_a_session_without_a_time_asks_nothing():
    assert session_askings(FORMS, session()) == ()


def test_times_that_rest_on_a_guessed_end_say_so():
    before, after = session_askings(FORMS, session(started_at=november(3, 9)))

    assert after.about
    assert not before.about
    assert not session_askings(FORMS, HELD)[1].about


def test_an_appointment_asks_for_itself():
    (asking,) = appointment_askings(FORMS, Appointment(7, "uid", november(6, 15), LONDON))

    assert (asking.form_id, asking.opens, asking.closes) == ("meeting", november(4, 15), november(6, 15))
    assert asking.occurrence == occurrence_of_appointment(7) == "appointment:7"
    assert asking.appointment_id == 7


@pytest.mark.parametrize(
    ("moment", "window"),
    [
        (november(4, 3, 59), Window.NOT_YET),
        (november(4, 4), Window.OPEN),
        (november(5, 11, 59), Window.OPEN),
        (november(5, 12), Window.WELCOME),
        (november(30), Window.WELCOME),
    ],
)
def test_a_form_is_not_yet_open_then_open_then_still_welcome(moment, window):
    assert session_askings([AFTER], HELD)[0].window(moment) is window


def test_a_course_asks_once_or_again_every_so_many_days():
    course = Course(3, "uid", "Autumn course")
    starts = november(1, 9)

    askings = course_askings(FORMS, course, starts, LONDON, starts + timedelta(days=61))

    assert asked(askings) == ["monthly", "once", "monthly", "monthly"]
    assert [one.occurrence for one in askings if one.form_id == "monthly"] == [
        occurrence_of_course(3, day) for day in (date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 31))
    ]
    assert {one.course_id for one in askings} == {3}


def test_repetitions_keep_their_local_hour_when_the_clocks_change():
    course = Course(3, "uid", "A year")
    starts = datetime(2026, 10, 1, 8, tzinfo=UTC)  # nine o'clock in London's summer

    askings = course_askings([MONTHLY], course, starts, LONDON, starts + timedelta(days=40))

    assert [one.opens for one in askings] == [starts, datetime(2026, 10, 31, 9, tzinfo=UTC)]


@pytest.mark.parametrize("days", [0, 1, 2, 29, 30, 31, 32, 59, 62, 1830])
def test_repetitions_that_had_closed_can_be_left_out(days):
    course, starts = Course(3, "uid", "Five years"), datetime(2026, 10, 1, 8, tzinfo=UTC)
    now = starts + timedelta(days=days, hours=1)
    every = course_askings([MONTHLY], course, starts, LONDON, now)

    late = course_askings([MONTHLY], course, starts, LONDON, now, since=now)

    assert [one for one in late if one.closes > now] == [one for one in every if one.closes > now]
    assert len(late) <= 2 < max(3, len(every))


def test_an_asking_can_be_put_at_other_times():
    before, after = session_askings(FORMS, session(started_at=november(3, 9)))

    moved = before.at(after.times)

    assert (moved.form_id, moved.occurrence) == (before.form_id, before.occurrence)
    assert (moved.opens, moved.due, moved.closes, moved.about) == (after.opens, after.due, after.closes, True)


def test_a_repetition_that_has_not_opened_is_not_asked():
    course = Course(3, "uid", "A year")

    assert course_askings([MONTHLY], course, november(5), LONDON, november(4)) == ()

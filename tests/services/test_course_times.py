"""Sessions as they were planned and as they really were: begun together, put off, corrected."""

from datetime import UTC, datetime, timedelta

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.shapes import Shape, moments
from tests.helpers.clock import november


@pytest.fixture
def courses(journal):
    return journal.courses


def test_a_course_is_begun_with_its_sessions(courses, clock):
    clock.travel("Europe/Paris")
    planned = moments(Shape.SIX_IN_THREE_WEEKS, november(26, 9), "Europe/Paris")

    course = courses.begin_course("Autumn", "Alder Row", 6, planned)

    sessions = courses.sessions()
    assert tuple(session.start for session in sessions) == planned
    assert {(s.course_id, s.status, s.zone) for s in sessions} == {(course.id, SessionStatus.PLANNED, "Europe/Paris")}


def test_a_session_that_was_planned_already_is_not_planned_twice(courses):
    early = courses.plan(november(26, 9))
    gone = courses.plan(november(29, 9))
    courses.cancel(gone.id)

    course = courses.begin_course("Autumn", moments=moments(Shape.SIX_IN_THREE_WEEKS, november(26, 9), "UTC"))

    counted = [one for one in courses.sessions() if one.status is not SessionStatus.CANCELLED]
    assert [one.start.day for one in counted] == [26, 29, 3, 6, 10, 13]
    assert counted[0].id == early.id
    assert {one.course_id for one in courses.sessions()} == {course.id}


def test_the_hour_given_with_the_course_is_that_of_the_session_of_that_day(courses):
    early = courses.plan(november(26, 9))

    courses.begin_course("Autumn", moments=[november(26, 14), november(29, 14)])

    assert [(one.id == early.id, one.start) for one in courses.sessions()] == [
        (True, november(26, 14)),
        (False, november(29, 14)),
    ]


def test_one_that_took_place_that_day_keeps_its_time(courses):
    held = courses.hold(courses.plan(november(22, 10, 10)).id)

    courses.begin_course("Autumn", moments=[november(22, 10), november(25, 10)])

    assert [one.start for one in courses.sessions()] == [held.start, november(25, 10)]


def test_of_two_moments_of_a_day_each_is_a_session(courses):
    early = courses.plan(november(26, 9))

    courses.begin_course("Autumn", moments=[november(26, 8), november(26, 17)])

    assert [(one.id == early.id, one.start.hour) for one in courses.sessions()] == [(True, 8), (False, 17)]


def test_a_later_course_plans_all_of_its_own(courses):
    courses.begin_course("Autumn", moments=[november(26, 9)])

    second = courses.begin_course("Winter", moments=[november(26, 9)])

    assert [one.course_id for one in courses.sessions()].count(second.id) == 1
    assert len(courses.sessions()) == 2


def test_the_times_are_noted_as_they_really_were(courses, clock):
    session = courses.plan(november(22, 9))
    clock.travel("Pacific/Auckland")

    held = courses.set_times(session.id, november(22, 9, 40), november(22, 11, 15))

    assert courses.session(session.id) == held
    assert (held.status, held.scheduled_at) == (SessionStatus.HELD, november(22, 9))
    assert (held.start, held.end, held.end_is_about) == (november(22, 9, 40), november(22, 11, 15), False)
    assert held.zone == "Europe/London"  # its day stays where it was


def test_an_end_that_nobody_knows_is_about(courses, held):
    corrected = courses.set_times(held.id, november(22, 9), None)

    assert (corrected.end, corrected.end_is_about) == (november(22, 11), True)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (november(22, 23), november(22, 1), november(23, 1)),
        (november(22, 23), november(20, 1), november(23, 1)),
        (november(22, 23), november(20, 23, 30), november(22, 23, 30)),
        (november(22, 23), november(22, 23), november(22, 23)),
        # The clocks go back in that night: one in the morning is two hours and an hour later.
        (
            datetime(2026, 10, 24, 22, tzinfo=UTC),
            datetime(2026, 10, 24, 3, tzinfo=UTC),
            datetime(2026, 10, 25, 4, tzinfo=UTC),
        ),
    ],
)
def test_an_end_before_the_start_is_that_of_a_later_day(courses, start, end, expected):
    session = courses.plan(start)

    assert courses.set_times(session.id, start, end).end == expected


def test_a_session_can_be_put_off_without_a_day(courses, journal):
    session = courses.plan(november(24, 9))
    later = courses.plan(november(28, 9))

    off = courses.put_off(session.id)

    assert courses.session(session.id) == off
    assert (off.status, off.start, off.end) == (SessionStatus.PLANNED, None, None)
    view = journal.today.view()
    assert view.ask_about is None
    assert [one.when for one in view.coming] == [later.start]
    assert {offer.session_id for offer in view.offers} - {None} == {later.id}


def test_a_session_that_was_put_off_can_be_given_a_day(courses):
    session = courses.plan(november(24, 9))
    courses.put_off(session.id)

    assert courses.move(session.id, november(27, 9)).start == november(27, 9)


def test_an_appointment_is_moved_into_the_zone_in_force(courses, clock):
    appointment = courses.add_appointment(november(25, 9), "Nadia")
    clock.travel("Asia/Tokyo")

    moved = courses.move_appointment(appointment.id, november(27, 9), "Dr Low")

    assert courses.appointments() == (moved,)
    assert (moved.at, moved.zone, moved.who) == (november(27, 9), "Asia/Tokyo", "Dr Low")


def test_its_page_moves_with_an_appointment_until_it_is_answered(courses, journal, writer, clock):
    appointment = courses.add_appointment(november(24, 9))
    [offer] = journal.today.view().offers
    courses.move_appointment(appointment.id, november(28, 9), "")
    assert journal.today.view().offers == ()

    clock.set(november(27, 9))
    [again] = journal.today.view().offers
    assert (again.occurrence, again.closes - offer.closes) == (offer.occurrence, timedelta(days=4))

    journal.responses.finish(writer.begin("before-appointment", appointment=appointment))
    courses.move_appointment(appointment.id, november(29, 9), "")
    clock.set(november(28, 9))

    assert journal.today.view().offers == ()

from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.course import SessionStatus
from tests.helpers.clock import november


@pytest.fixture
def courses(journal):
    return journal.courses


def test_sessions_from_before_the_first_course_join_it(courses):
    early = courses.plan(november(26, 9))

    course = courses.begin_course("Autumn course", "Alder Row", 6)

    assert early.course_id is None
    assert courses.session(early.id).course_id == course.id
    assert (course.clinic, course.planned_sessions) == ("Alder Row", 6)


def test_a_second_course_takes_nothing_from_the_first(courses):
    first = courses.begin_course("Autumn")
    session = courses.plan(november(26, 9))

    second = courses.begin_course("Maintenance")

    assert courses.session(session.id).course_id == first.id
    assert courses.courses() == (first, second)


def test_a_planned_session_joins_the_newest_course_unless_another_is_named(courses):
    first, second = courses.begin_course("Autumn"), courses.begin_course("Maintenance")

    assert courses.plan(november(26, 9)).course_id == second.id
    assert courses.plan(november(27, 9), first.id).course_id == first.id


def test_changed_words_of_a_course_are_kept(courses):
    course = courses.begin_course("Autumn")

    courses.update_course(replace(course, name="Autumn course"))

    assert courses.courses()[0].name == "Autumn course"


def test_sessions_are_counted_in_order_of_time_without_the_cancelled_ones(courses):
    later, earlier, gone = courses.plan(november(28)), courses.plan(november(26)), courses.plan(november(27))
    courses.cancel(gone.id)

    assert courses.number_of(earlier.id) == 1
    assert courses.number_of(later.id) == 2
    assert courses.number_of(gone.id) == 0


def test_a_session_is_planned_in_the_zone_where_the_person_is(courses, clock):
    clock.travel("Asia/Tokyo")

    assert courses.plan(november(26, 9)).zone == "Asia/Tokyo"


def test_a_planned_session_can_be_moved(courses, clock):
    session = courses.plan(november(26, 9))
    clock.travel("Europe/Paris")

    moved = courses.move(session.id, november(27, 14))

    assert courses.session(session.id) == moved
    assert (moved.start, moved.status, moved.zone) == (november(27, 14), SessionStatus.PLANNED, "Europe/Paris")


def test_a_session_that_took_place_still_has_when_its_time_is_corrected(courses, held):
    moved = courses.move(held.id, november(21, 14))

    assert (moved.status, moved.start, moved.ended_at) == (SessionStatus.HELD, november(21, 14), None)


def test_a_session_that_is_moved_ahead_has_not_taken_place(courses, held):
    moved = courses.move(held.id, november(28, 14))

    assert (moved.status, moved.start, moved.end_is_about) == (SessionStatus.PLANNED, november(28, 14), True)


def test_a_cancelled_session_that_is_moved_is_planned_again(courses):
    session = courses.plan(november(26, 9))
    courses.cancel(session.id)

    assert courses.move(session.id, november(27)).status is SessionStatus.PLANNED


def test_a_planned_session_can_be_said_to_have_taken_place(courses):
    session = courses.plan(november(22, 9))

    assert courses.hold(session.id).status is SessionStatus.HELD
    assert courses.session(session.id).status is SessionStatus.HELD


def test_just_had_means_the_session_that_was_planned_for_these_hours(courses, clock):
    courses.plan(november(22, 9))
    planned = courses.plan(november(23, 9))
    clock.set(november(23, 11, 30))

    had = courses.just_had()

    assert had == courses.session(planned.id)
    assert (had.status, had.started_at, had.ended_at) == (SessionStatus.HELD, november(23, 9), november(23, 11, 30))


def test_just_had_means_a_session_that_was_held_earlier_than_planned(courses, clock):
    planned = courses.plan(november(23, 14))
    clock.set(november(23, 12))

    had = courses.just_had()

    assert (had.id, had.started_at) == (planned.id, november(23, 12))


def test_just_had_never_means_a_session_of_tonight_or_tomorrow(courses, clock):
    tonight, tomorrow = courses.plan(november(23, 20)), courses.plan(november(24, 9))

    had = courses.just_had()

    assert had.id not in {tonight.id, tomorrow.id}
    assert (had.status, had.start, had.ended_at) == (SessionStatus.HELD, november(23, 8, 30), november(23, 10, 30))


def test_saying_it_twice_makes_one_session(courses, clock):
    first = courses.just_had()
    clock.pass_time(minutes=20)

    assert courses.just_had() == first
    assert len(courses.sessions()) == 1


def test_a_session_after_midnight_is_the_one_of_the_evening_before(courses, clock):
    planned = courses.plan(november(22, 22))
    clock.set(november(23, 1))

    assert courses.just_had().id == planned.id


def test_just_had_never_means_a_cancelled_session(courses, clock):
    cancelled = courses.plan(november(23, 9))
    courses.cancel(cancelled.id)

    assert courses.just_had().id != cancelled.id


def test_a_session_without_a_plan_joins_the_newest_course(courses):
    course = courses.begin_course("Autumn")

    assert courses.just_had().course_id == course.id


def test_the_end_of_a_session_can_be_corrected(courses, held):
    courses.update(replace(held, ended_at=held.ended_at + timedelta(minutes=15)))

    assert courses.session(held.id).ended_at == november(22, 12, 15)


def test_appointments_come_soonest_first_and_can_be_changed_and_taken_away(courses):
    late, soon = courses.add_appointment(november(30)), courses.add_appointment(november(27, 15), "Nadia")
    assert courses.appointments() == (soon, late)

    courses.update_appointment(replace(late, who="Dr Low"))
    courses.delete_appointment(soon.id)

    assert [(one.id, one.who) for one in courses.appointments()] == [(late.id, "Dr Low")]

from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import SessionId
from kat_journal.domain.response import Answer
from kat_journal.storage.courses import Courses
from kat_journal.storage.responses import Responses
from tests.storage.making import NOW, WORDS, draft

DAY = timedelta(days=1)


@pytest.fixture
def courses(connection):
    return Courses(connection)


@pytest.fixture
def add_session(courses):
    def add(scheduled_at=None, started_at=None, **more):
        given = {"course_id": None, "status": SessionStatus.PLANNED, "ended_at": None, "zone": "Europe/London", **more}
        return courses.insert_session(scheduled_at=scheduled_at, started_at=started_at, **given)

    return add


def test_courses_come_back_and_change(courses):
    first = courses.insert_course("Induction", "A clinic", "lozenge", 6)
    second = courses.insert_course("A year")
    assert courses.courses() == (first, second)
    assert (second.clinic, second.route, second.planned_sessions) == ("", "", None)
    changed = replace(first, name="Spring", clinic="", route="nasal", planned_sessions=None)
    courses.update_course(changed)
    assert courses.courses() == (changed, second)


def test_sessions_come_back_and_change(courses, add_session):
    course = courses.insert_course("Induction")
    made = add_session(NOW, NOW + DAY, course_id=course.id, ended_at=NOW + 2 * DAY, route="nasal")
    assert courses.session(made.id) == made
    assert (made.course_id, made.scheduled_at, made.started_at, made.ended_at, made.route) == (
        course.id,
        NOW,
        NOW + DAY,
        NOW + 2 * DAY,
        "nasal",
    )
    changed = replace(made, course_id=None, status=SessionStatus.HELD, ended_at=None, zone="UTC", route="")
    courses.update_session(changed)
    assert courses.session(made.id) == changed


def test_sessions_stand_by_their_best_known_start(courses, add_session):
    unknown = add_session()
    moved = add_session(NOW, NOW + 3 * DAY)
    planned = add_session(NOW + 2 * DAY)
    unplanned = add_session(None, NOW + DAY)
    assert courses.sessions() == (unplanned, planned, moved, unknown)


def test_an_unknown_session_is_a_key_error(courses):
    with pytest.raises(KeyError):
        courses.session(SessionId(1))


def test_appointments_come_back_change_and_go(courses):
    later = courses.insert_appointment(NOW + DAY, "Europe/London", "Dr. N.")
    sooner = courses.insert_appointment(NOW, "UTC")
    assert courses.appointments() == (sooner, later)
    changed = replace(sooner, at=NOW + 2 * DAY, zone="Asia/Tokyo", who="M.")
    courses.update_appointment(changed)
    assert courses.appointments() == (later, changed)
    courses.delete_appointment(later.id)
    assert courses.appointments() == (changed,)


def test_what_was_written_for_a_deleted_appointment_stays_and_its_number_never_comes_back(courses, connection):
    gone = courses.insert_appointment(NOW, "UTC")
    mine = draft(occurrence=f"appointment:{gone.id}", appointment_id=gone.id)
    responses = Responses(connection)
    assert responses.save_answer(mine, Answer(WORDS, text="a"), NOW).appointment_id == gone.id
    courses.delete_appointment(gone.id)
    assert responses.response(mine.uid).appointment_id is None
    assert courses.insert_appointment(NOW, "UTC").id > gone.id


def test_words_for_an_appointment_that_was_deleted_meanwhile_are_kept(courses, connection):
    """The page was open, or the disk had refused them, while the appointment was taken away."""
    gone = courses.insert_appointment(NOW, "UTC")
    mine = draft(occurrence=f"appointment:{gone.id}", appointment_id=gone.id)
    courses.delete_appointment(gone.id)

    stored = Responses(connection).save_answer(mine, Answer(WORDS, text="a"), NOW)

    assert (stored.appointment_id, stored.occurrence) == (None, mine.occurrence)
    assert stored.answers[WORDS].text == "a"


def test_the_number_of_a_session_counts_those_before_it_without_the_cancelled(courses, add_session):
    late, gone, early = add_session(NOW + 2 * DAY), add_session(NOW, status=SessionStatus.CANCELLED), add_session(NOW)
    unknown, second_unknown = add_session(), add_session()
    moved = add_session(NOW + 9 * DAY, NOW + DAY)

    numbers = [courses.number_of(one.id) for one in (early, moved, late, unknown, second_unknown, gone)]

    assert numbers == [1, 2, 3, 4, 5, 0]
    assert courses.number_of(SessionId(99)) == 0


def test_an_appointment_is_found_by_its_id(courses):
    appointment = courses.insert_appointment(NOW, "UTC", "M.")

    assert courses.appointment(appointment.id) == appointment
    with pytest.raises(KeyError):
        courses.appointment(appointment.id + 1)


def test_changes_that_belong_together_are_kept_together_or_not_at_all(courses, add_session):
    def begin_and_fail():
        with courses.together():
            courses.insert_course("Induction")
            add_session(NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        begin_and_fail()

    assert (courses.courses(), courses.sessions()) == ((), ())


def test_sessions_are_those_of_the_file_however_often_they_were_read(courses, add_session, connection):
    made = add_session(NOW)
    assert courses.sessions() == (made,)

    Courses(connection).update_session(replace(made, status=SessionStatus.HELD, started_at=NOW + DAY))

    assert courses.sessions() == (replace(made, status=SessionStatus.HELD, started_at=NOW + DAY),)

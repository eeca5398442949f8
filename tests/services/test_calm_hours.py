import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.storage.courses import Courses
from tests.helpers.clock import november


@pytest.fixture
def calm(journal):
    return journal.calm_hours.active


def test_without_a_session_there_is_nothing_to_wait_for(calm):
    assert not calm()


def test_the_hours_after_a_session_are_calm_until_six_the_next_morning(calm, held, clock):
    for instant, expected in (
        (november(22, 9, 59), False),
        (november(22, 10), True),
        (november(22, 23, 59), True),
        (november(23, 5, 59), True),
        (november(23, 6), False),
    ):
        clock.set(instant)
        assert calm() == expected, instant


def test_the_morning_is_that_of_the_place_where_the_person_is(calm, held, clock):
    clock.travel("America/New_York")
    clock.set(november(23, 10, 59))
    assert calm()

    clock.set(november(23, 11))
    assert not calm()


def test_a_session_that_is_planned_or_did_not_happen_holds_nothing_up(calm, journal, clock):
    session = journal.courses.plan(november(22, 10))
    clock.set(november(22, 13))
    assert not calm()

    journal.courses.cancel(session.id)
    assert not calm()


def test_a_session_without_a_time_holds_nothing_up(calm, vault, journal):
    Courses(vault.connection).insert_session(
        course_id=None, status=SessionStatus.HELD, scheduled_at=None, started_at=None, ended_at=None, zone="UTC"
    )

    assert not calm()

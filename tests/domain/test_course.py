from datetime import timedelta

from kat_journal.domain.course import USUAL_LENGTH, Session, SessionStatus
from tests.helpers.clock import november


def session(**times):
    times = {"scheduled_at": None, "started_at": None, "ended_at": None} | times
    return Session(1, "uid", None, SessionStatus.HELD, zone="Europe/London", **times)


def test_the_real_start_counts_more_than_the_planned_one():
    assert session(scheduled_at=november(3, 9), started_at=november(3, 10)).start == november(3, 10)
    assert session(scheduled_at=november(3, 9)).start == november(3, 9)


def test_an_end_that_nobody_noted_is_about_two_hours_after_the_start():
    guessed = session(started_at=november(3, 10))

    assert guessed.end == november(3, 12)
    assert guessed.end_is_about
    assert timedelta(hours=2) == USUAL_LENGTH


def test_an_end_that_was_noted_is_the_end():
    noted = session(started_at=november(3, 10), ended_at=november(3, 11))

    assert noted.end == november(3, 11)
    assert not noted.end_is_about


def test_a_session_without_any_time_has_no_start_and_no_end():
    assert session().start is None
    assert session().end is None

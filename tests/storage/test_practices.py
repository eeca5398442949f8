from dataclasses import replace
from datetime import date

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.practice import LaterState
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from tests.storage.making import NOW


@pytest.fixture
def practices(connection):
    return Practices(connection)


def test_a_practice_knows_the_last_day_it_was_done(practices):
    walk, call = practices.add_practice("Walk at noon", NOW), practices.add_practice("Call my sister", NOW)
    for day in (3, 5, 5, 4):
        practices.mark_done(walk.uid, date(2026, 11, day))
    assert practices.practices() == (replace(walk, last_done=date(2026, 11, 5)), call)


def test_an_ended_practice_stays_in_the_list(practices):
    walk = practices.add_practice("Walk at noon", NOW)
    practices.end(walk.uid)
    assert practices.practices() == (replace(walk, ended=True),)


@pytest.mark.parametrize("state", list(LaterState))
def test_things_for_later_keep_what_the_person_says_of_them(practices, connection, state):
    session = Courses(connection).insert_session(
        course_id=None, status=SessionStatus.HELD, scheduled_at=None, started_at=NOW, ended_at=None, zone="UTC"
    )
    later = practices.add_later("Change jobs", date(2026, 11, 30), NOW, session.id)
    other = practices.add_later("Learn to sail", date(2026, 12, 1), NOW)
    assert practices.laters() == (later, other)
    practices.set_later(later.uid, state)
    assert practices.laters() == (replace(later, state=state), other)


def test_questions_change_one_mark_at_a_time(practices):
    question = practices.add_question("May I drive?", NOW)
    practices.set_question(question.uid, share=True)
    assert practices.questions() == (replace(question, share=True),)
    practices.set_question(question.uid, asked=True)
    assert practices.questions() == (replace(question, share=True, asked=True),)
    practices.set_question(question.uid, share=False, asked=False)
    assert practices.questions() == (question,)

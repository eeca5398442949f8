from datetime import date

import pytest

from kat_journal.domain.practice import LaterState
from kat_journal.domain.response import ShareMark
from kat_journal.storage.practices import Practices
from tests.helpers.clock import november


@pytest.fixture
def practices(journal):
    return journal.practices


def test_a_practice_is_carried_until_it_rests(practices, clock):
    practice = practices.add("Ten minutes outside")
    assert practices.practices() == (practice,)
    assert (practice.created_at, practice.last_done) == (clock.now(), None)

    practices.end(practice.uid)

    assert practices.practices() == ()


def test_done_is_a_day_where_the_person_is(practices, clock):
    practice = practices.add("Ten minutes outside")
    clock.travel("Asia/Tokyo")
    clock.set(november(23, 16))

    practices.done_today(practice.uid)
    practices.done_today(practice.uid)

    assert practices.practices()[0].last_done == date(2026, 11, 24)


def test_a_parked_idea_comes_back_on_its_day(practices, clock, held):
    later = practices.park("Move to the sea", date(2026, 11, 25), held.id)
    assert practices.returned() == ()

    clock.set(november(25, 0))

    assert practices.returned() == (later,)
    assert later.session_id == held.id


@pytest.mark.parametrize("state", [LaterState.STILL_TRUE, LaterState.LET_GO, LaterState.TALK])
def test_a_parked_idea_that_was_settled_does_not_come_back(practices, state):
    later = practices.park("Move to the sea", date(2026, 11, 23))

    practices.settle(later.uid, state)

    assert practices.returned() == ()


def test_a_question_waits_until_it_was_asked_and_starts_private(practices, vault):
    question = practices.ask("How long?")

    assert practices.questions() == (question,)
    assert not question.share


def test_a_question_may_be_shared_and_made_private_again(practices):
    question = practices.ask("How long?")

    practices.mark_question(question.uid, ShareMark.SHARE)
    assert practices.questions()[0].share

    practices.mark_question(question.uid, ShareMark.PRIVATE)
    assert not practices.questions()[0].share


def test_a_question_that_was_asked_waits_no_more(practices, vault):
    question = practices.ask("How long?")

    Practices(vault.connection).set_question(question.uid, asked=True)

    assert practices.questions() == ()

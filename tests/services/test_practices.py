from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.practice import Carry, Later, LaterState, Practice, Question
from kat_journal.domain.response import ShareMark
from kat_journal.storage.values import clean
from tests.helpers.clock import november


@pytest.fixture
def practices(journal):
    return journal.practices


def test_a_practice_is_carried_until_it_rests_and_again_when_it_is_taken_up(practices, clock):
    practice = practices.add("Ten minutes outside")
    assert practices.practices() == (practice,)
    assert (practice.created_at, practice.last_done) == (clock.now(), None)

    practices.end(practice.uid)
    assert practices.practices() == ()

    practices.take_up(practice.uid)
    assert practices.practices() == (practice,)


def test_done_is_a_day_where_the_person_is(practices, clock):
    practice = practices.add("Ten minutes outside")
    clock.travel("Asia/Tokyo")
    clock.set(november(23, 16))

    practices.done_today(practice.uid)
    practices.done_today(practice.uid)

    assert practices.practices()[0].last_done == date(2026, 11, 24)


def test_only_today_is_taken_back(practices, clock):
    practice = practices.add("Ten minutes outside")
    practices.done_today(practice.uid)
    clock.pass_time(days=1)
    practices.done_today(practice.uid)

    for _ in range(2):
        practices.not_done_today(practice.uid)
        assert practices.practices()[0].last_done == date(2026, 11, 23)


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


@pytest.mark.parametrize(("day", "comes"), [(None, date(2026, 12, 7)), (date(2026, 11, 30), date(2026, 11, 30))])
def test_what_was_settled_can_be_parked_again(practices, day, comes):
    later = practices.park("Move to the sea", date(2026, 11, 23))
    practices.settle(later.uid, LaterState.STILL_TRUE)

    practices.park_again(later.uid, day)

    assert practices.carried().laters == (replace(later, returns_on=comes),)


def test_talking_about_it_makes_a_question_and_settles_it(practices):
    later = practices.park("Move to the sea", date(2026, 11, 23))

    question = practices.talk_about(later.uid)

    assert practices.questions() == (question,)
    assert practices.carried().settled == (replace(later, state=LaterState.TALK),)
    assert practices.talk_about("nothing") is None


def test_a_question_waits_until_it_was_asked_and_starts_private(practices):
    question = practices.ask("How long?")

    assert practices.questions() == (question,)
    assert not question.share


def test_a_question_may_be_shared_and_made_private_again(practices):
    question = practices.ask("How long?")

    practices.mark_question(question.uid, ShareMark.SHARE)
    assert practices.questions()[0].share

    practices.mark_question(question.uid, ShareMark.PRIVATE)
    assert not practices.questions()[0].share


def test_a_question_that_was_asked_waits_no_more_unless_it_is_asked_again(practices):
    question = practices.ask("How long?")

    practices.set_asked(question.uid, asked=True)
    assert practices.questions() == ()
    assert practices.carried().asked == (replace(question, asked=True),)

    practices.set_asked(question.uid, asked=False)
    assert practices.questions() == (question,)


@pytest.mark.parametrize(
    ("kind", "type_", "kept"),
    [
        (Carry.QUESTION, Question, "questions"),
        (Carry.LATER, Later, "laters"),
        (Carry.PRACTICE, Practice, "practices"),
    ],
)
def test_each_kind_is_kept_in_its_list_the_newest_first(practices, kind, type_, kept):
    first, second = (practices.keep(kind, words) for words in ("one", "two"))

    assert isinstance(first, type_)
    assert getattr(practices.carried(), kept) == (second, first)


def test_what_is_for_later_comes_back_after_two_weeks_or_on_the_chosen_day(practices, held):
    usual, chosen = practices.keep(Carry.LATER, "a"), practices.keep(Carry.LATER, "b", date(2027, 1, 1), held.id)

    assert (usual.returns_on, usual.session_id) == (date(2026, 12, 7), None)
    assert (chosen.returns_on, chosen.session_id) == (date(2027, 1, 1), held.id)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(Carry)), words=st.text(st.characters(exclude_categories=())), other=st.text())
def test_words_are_kept_changed_and_put_back_as_they_were_typed(practices, kind, words, other):
    uid = practices.keep(kind, words).uid
    before = practices.carried()

    assert practices.change(kind, uid, other) == clean(words)
    practices.change(kind, uid, words)
    assert practices.carried() == before

    taken = practices.take_away(kind, uid)
    assert practices.carried() != before
    practices.put_back(taken)
    assert practices.carried() == before
    practices.take_away(kind, uid)


@pytest.mark.parametrize("kind", list(Carry))
def test_what_is_carried_is_found_by_its_words(practices, kind):
    assert practices.kept_as(kind, "words") is None
    kept = practices.keep(kind, "words")

    assert practices.kept_as(kind, "words") == kept.uid
    assert practices.kept_as(kind, "other words") is None

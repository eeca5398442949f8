from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.practice import Carry, LaterState
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.values import clean
from tests.storage.decrypting import decrypted_pages
from tests.storage.making import NOW

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def practices(connection):
    return Practices(connection)


@pytest.fixture
def session(connection):
    return Courses(connection).insert_session(
        course_id=None, status=SessionStatus.HELD, scheduled_at=None, started_at=NOW, ended_at=None, zone="UTC"
    )


def test_a_practice_knows_the_last_day_it_was_done(practices):
    walk, call = practices.add_practice("Walk at noon", NOW), practices.add_practice("Call my sister", NOW)
    for day in (3, 5, 5, 4):
        practices.mark_done(walk.uid, date(2026, 11, day))
    assert practices.practices() == (replace(walk, last_done=date(2026, 11, 5)), call)


def test_a_day_that_is_taken_back_leaves_the_one_before(practices):
    walk, call = practices.add_practice("Walk at noon", NOW), practices.add_practice("Call my sister", NOW)
    for one in (walk, call):
        practices.mark_done(one.uid, date(2026, 11, 3))
    practices.mark_done(walk.uid, date(2026, 11, 5))

    practices.unmark_done(walk.uid, date(2026, 11, 5))

    assert [one.last_done for one in practices.practices()] == [date(2026, 11, 3)] * 2


def test_an_ended_practice_stays_in_the_list_and_can_be_taken_up_again(practices):
    walk = practices.add_practice("Walk at noon", NOW)
    practices.end(walk.uid)
    assert practices.practices() == (replace(walk, ended=True),)

    practices.take_up(walk.uid)

    assert practices.practices() == (walk,)


@pytest.mark.parametrize("state", list(LaterState))
def test_things_for_later_keep_what_the_person_says_of_them(practices, session, state):
    later = practices.add_later("Change jobs", date(2026, 11, 30), NOW, session.id)
    other = practices.add_later("Learn to sail", date(2026, 12, 1), NOW)
    assert practices.laters() == (later, other)
    practices.set_later(later.uid, state)
    assert practices.laters() == (replace(later, state=state), other)


def test_something_settled_can_be_parked_for_another_day(practices):
    later = practices.add_later("Change jobs", date(2026, 11, 30), NOW)
    practices.set_later(later.uid, LaterState.STILL_TRUE)

    practices.set_later(later.uid, LaterState.WAITING, date(2026, 12, 30))

    assert practices.laters() == (replace(later, returns_on=date(2026, 12, 30)),)


def test_talking_about_something_makes_a_private_question_of_it(practices):
    later = practices.add_later("Change jobs", date(2026, 11, 30), NOW)

    question = practices.talk(later.uid, later.words, NOW)

    assert practices.laters() == (replace(later, state=LaterState.TALK),)
    assert practices.questions() == (question,)
    assert (question.words, question.share, question.asked) == ("Change jobs", False, False)


def test_questions_change_one_mark_at_a_time(practices):
    question = practices.add_question("May I drive?", NOW)
    practices.set_question(question.uid, share=True)
    assert practices.questions() == (replace(question, share=True),)
    practices.set_question(question.uid, asked=True)
    assert practices.questions() == (replace(question, share=True, asked=True),)
    practices.set_question(question.uid, share=False, asked=False)
    assert practices.questions() == (question,)


def one_of_each(practices, session):
    walk = practices.add_practice("Walk at noon", NOW)
    for day in (3, 5):
        practices.mark_done(walk.uid, date(2026, 11, day))
    practices.end(walk.uid)
    later = practices.add_later("Change jobs", date(2026, 11, 30), NOW, session.id)
    practices.set_later(later.uid, LaterState.STILL_TRUE)
    question = practices.add_question("May I drive?", NOW)
    practices.set_question(question.uid, share=True, asked=True)
    return {Carry.PRACTICE: walk.uid, Carry.LATER: later.uid, Carry.QUESTION: question.uid}


def everything(practices):
    return practices.practices(), practices.laters(), practices.questions()


def lists(practices):
    return {
        Carry.PRACTICE: practices.practices,
        Carry.LATER: practices.laters,
        Carry.QUESTION: practices.questions,
    }


@pytest.mark.parametrize("kind", list(Carry))
def test_what_is_taken_away_is_gone_and_comes_back_whole_in_its_old_place(practices, connection, session, kind):
    uids = one_of_each(practices, session)
    one_of_each(practices, session)
    before = everything(practices)

    taken = practices.take_away(kind, uids[kind])

    assert len(lists(practices)[kind]()) == 1
    assert uids[kind] not in {one.uid for one in lists(practices)[kind]()}
    days = connection.row("SELECT count(*) FROM practice_day")[0]
    assert days == (2 if kind is Carry.PRACTICE else 4)

    practices.put_back(taken)

    assert everything(practices) == before
    assert connection.row("SELECT count(*) FROM practice_day")[0] == 4


@pytest.mark.parametrize("kind", list(Carry))
def test_it_comes_back_even_where_another_has_its_place_now(practices, session, kind):
    uids = one_of_each(practices, session)
    before = lists(practices)[kind]()[0]
    taken = practices.take_away(kind, uids[kind])
    one_of_each(practices, session)

    practices.put_back(taken)

    assert lists(practices)[kind]()[-1] == before
    assert len(lists(practices)[kind]()) == 2


@pytest.mark.parametrize("kind", list(Carry))
def test_what_is_not_there_is_not_taken_away_and_not_changed(practices, kind):
    assert practices.take_away(kind, "nothing") is None
    assert practices.change(kind, "nothing", "words") is None


@FEW
@given(kind=st.sampled_from(list(Carry)), words=ANYTHING)
def test_words_are_changed_as_they_were_typed_and_the_earlier_ones_given(practices, session, kind, words):
    uid = one_of_each(practices, session)[kind]
    old = next(one.words for one in lists(practices)[kind]() if one.uid == uid)

    assert practices.change(kind, uid, words) == old

    assert next(one.words for one in lists(practices)[kind]() if one.uid == uid) == clean(words)
    assert practices.change(kind, uid, old) == clean(words)


SENTINEL = "Zanzibarquark"


@pytest.mark.parametrize("kind", list(Carry))
def test_what_is_taken_away_leaves_no_word_even_for_who_holds_the_key(practices, vault, kind):
    words = f"{SENTINEL} " * 40
    made = {
        Carry.PRACTICE: lambda: practices.add_practice(words, NOW),
        Carry.LATER: lambda: practices.add_later(words, date(2026, 11, 30), NOW),
        Carry.QUESTION: lambda: practices.add_question(words, NOW),
    }[kind]()
    path = vault.folder / "journal.db"
    assert SENTINEL.encode() in decrypted_pages(path, vault.key), "else nothing was looked at"

    practices.take_away(kind, made.uid)

    assert SENTINEL.encode() not in decrypted_pages(path, vault.key)


def test_what_is_put_back_needs_no_session_any_more(practices, session, connection):
    later = practices.add_later("Move to the coast", date(2026, 12, 8), NOW, session.id)
    taken = practices.take_away(Carry.LATER, later.uid)
    with connection.writing():
        connection.execute("DELETE FROM session WHERE id = ?", (session.id,))
    practices.put_back(taken)
    assert practices.laters() == (replace(later, session_id=None),)


@pytest.mark.parametrize("kind", Carry)
def test_changed_words_are_cleaned_like_new_ones(practices, kind):
    made = {
        Carry.QUESTION: lambda: practices.add_question("one", NOW),
        Carry.LATER: lambda: practices.add_later("one", date(2026, 12, 8), NOW),
        Carry.PRACTICE: lambda: practices.add_practice("one", NOW),
    }[kind]()
    assert practices.change(kind, made.uid, "two \ud83c\udf0a \ud800") == "one"
    assert practices.change(kind, made.uid, "three") == "two \U0001f30a \ufffd"

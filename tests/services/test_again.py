"""Forms that come again: nothing twice, nothing lost, whatever becomes of the first session."""

from datetime import timedelta

import pytest

from kat_journal.domain.response import Answer
from tests.helpers.clock import november

DAY = timedelta(days=1)
MONTH, PHQ = "core:check-in.month", "core:phq-9"
FIRST = november(1, 9)


@pytest.fixture
def first(journal, clock):
    """A course whose first session was held on the first of November."""
    journal.courses.begin_course("Autumn")
    session = journal.courses.plan(FIRST)
    journal.courses.hold(session.id)
    return session


@pytest.fixture
def offer(journal, clock):
    """The offer of a form, so many days after the first of November at noon; None where there is none."""

    def offer(day, form_id=MONTH):
        clock.set(november(1) + day * DAY)
        found = [one for one in journal.today.view().offers if one.form_id == form_id]
        assert len(found) <= 1
        return found[0] if found else None

    return offer


@pytest.fixture
def answer(journal):
    def answer(offer, finished=True):
        draft = journal.responses.begin(offer.form_id, occurrence=offer.occurrence).draft
        journal.responses.save(draft, Answer(draft.form.items[0].id, note="The river."))
        if finished:
            journal.responses.finish(draft)
        return draft

    return answer


@pytest.fixture
def by_hand(journal):
    def by_hand(form_id):
        journal.responses.finish(journal.responses.new(form_id).draft)

    return by_hand


@pytest.mark.parametrize("moved", [timedelta(days=-3), timedelta(days=3), timedelta(minutes=10)])
def test_answered_it_does_not_come_again_when_the_first_session_moves(journal, first, offer, answer, moved):
    answer(offer(31))

    journal.courses.move(first.id, FIRST + moved)

    assert [day for day in range(31, 55) if offer(day)] == []
    assert offer(31 + 30) is not None


def test_what_was_begun_is_gone_on_with_when_the_first_session_moves(journal, first, offer, answer):
    draft = answer(offer(30), finished=False)

    journal.courses.move(first.id, FIRST + 2 * DAY)

    again = offer(31)
    assert (again.started, again.occurrence) == (True, draft.occurrence)
    journal.responses.finish(journal.responses.begin(MONTH, occurrence=again.occurrence).draft)
    assert [day for day in range(31, 56) if offer(day)] == []


def test_what_was_begun_a_month_before_is_not_the_answer_of_this_month(first, offer, answer):
    draft = answer(offer(39), finished=False)

    again = offer(60)

    assert not again.started
    assert again.occurrence != draft.occurrence


def test_an_earlier_session_that_is_added_asks_nothing_twice(journal, first, offer, answer):
    answer(offer(31))

    earlier = journal.courses.plan(FIRST - 8 * DAY)
    journal.courses.hold(earlier.id)

    assert [day for day in range(31, 70) if offer(day)] == [*range(50, 62)]


def test_a_cancelled_first_session_loses_nothing(journal, first, offer, answer):
    second = journal.courses.plan(FIRST + 7 * DAY)
    journal.courses.hold(second.id)
    answer(offer(31))

    journal.courses.cancel(first.id)

    # Its month is a week later now: on the last day of it, half a rhythm has passed since the answer.
    assert [day for day in range(31, 80) if offer(day)] == [46, *range(65, 77)]


def test_moved_by_two_months_it_begins_anew(journal, first, offer, answer):
    answer(offer(31))
    answer(offer(61))

    journal.courses.move(first.id, FIRST + 60 * DAY)
    journal.courses.hold(first.id)

    assert offer(75) is None
    assert offer(88) is not None


def test_what_was_filled_in_by_hand_counts(journal, first, offer, by_hand):
    journal.measures.turn_on(PHQ)
    assert offer(11, PHQ) is not None
    by_hand(PHQ)

    assert [day for day in range(11, 34) if offer(day, PHQ)] == [25, 26, 27, 28, 29, 30, 31]


def test_filled_in_by_hand_a_little_before_it_waits_for_half_its_rhythm(journal, first, offer, by_hand):
    journal.measures.turn_on(PHQ)
    offer(20, PHQ)
    by_hand(PHQ)

    assert [day for day in range(20, 34) if offer(day, PHQ)] == [27, 28, 29, 30, 31]


def test_every_question_answered_is_an_answer_without_saying_so(journal, first, offer):
    journal.measures.turn_on(PHQ)
    draft = journal.responses.begin(PHQ, occurrence=offer(12, PHQ).occurrence).draft
    for item in draft.form.questions():
        journal.responses.save(draft, Answer(item.id, skipped=True))

    journal.courses.move(first.id, FIRST + DAY)

    assert offer(13, PHQ) is None


@pytest.mark.parametrize("days", [-400, -20, -5, 5, 400])
def test_with_a_wrong_clock_nothing_comes_twice(journal, first, offer, answer, days):
    answer(offer(31))

    offer(31 + days)

    assert offer(32) is None


def test_answered_with_a_clock_set_ahead_it_is_not_lost_meanwhile(first, offer, answer):
    answer(offer(391))

    assert offer(31) is not None
    answer(offer(31))
    assert offer(392) is None


def test_two_courses_ask_it_once_and_the_new_one_goes_on(journal, first, offer, answer):
    second = journal.courses.begin_course("Winter")
    session = journal.courses.plan(FIRST + 20 * DAY, second.id)
    journal.courses.hold(session.id)

    assert [day for day in range(20, 100) if offer(day)] == [*range(48, 60), *range(78, 90)]
    assert offer(50).course_id == second.id


def test_while_the_next_course_is_ahead_the_last_one_still_asks(journal, first, offer):
    second = journal.courses.begin_course("Winter")
    journal.courses.plan(FIRST + 40 * DAY, second.id)

    assert offer(30).course_id == first.course_id
    journal.measures.turn_on(PHQ)
    assert [(day, offer(day, PHQ).course_id) for day in (27, 38)] == [(27, first.course_id), (38, second.id)]


def test_where_two_courses_ask_at_once_the_later_asking_counts(journal, first, offer):
    journal.measures.turn_on(PHQ)
    second = journal.courses.begin_course("Winter")
    journal.courses.plan(FIRST + 29 * DAY, second.id)

    assert offer(25, PHQ).course_id == first.course_id
    assert offer(27, PHQ).course_id == second.id


def test_the_later_asking_counts_whichever_course_was_begun_first(journal, offer):
    first, second = journal.courses.begin_course("Autumn"), journal.courses.begin_course("Winter")
    journal.measures.turn_on(PHQ)
    journal.courses.plan(FIRST + 29 * DAY, first.id)
    session = journal.courses.plan(FIRST, second.id)
    journal.courses.hold(session.id)

    assert offer(25, PHQ).course_id == second.id
    assert offer(27, PHQ).course_id == first.id

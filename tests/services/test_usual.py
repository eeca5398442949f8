"""A person's own usual symptoms: counted, never guessed, and the same every time."""

import pytest

from kat_journal.domain.response import NOTICED, Answer
from kat_journal.services.usual import AFTER, LATELY

NEXT_DAY, MONTH = "core:check-in.next-day", "core:check-in.month"


@pytest.fixture
def go_through(journal, clock):
    """Fills in the check-in of one more session; its own rows are named with a number, or None for only noticed."""

    def one(**rows):
        draft = journal.responses.begin(NEXT_DAY, session_id=journal.courses.just_had().id).draft
        for name, number in rows.items():
            options = (NOTICED,) if number is None else ()
            journal.responses.save(draft, Answer(name.replace("_", "-"), number=number, options=options))
        clock.pass_time(days=7)
        return draft

    return one


@pytest.fixture
def usual(journal):
    """The usual rows of the session that takes place now."""
    return lambda: journal.responses.begin(NEXT_DAY, session_id=journal.courses.just_had().id).usual


def test_nothing_is_moved_before_three_sessions_were_told_of(go_through, usual):
    for _ in range(AFTER - 1):
        go_through(tired=3)
    assert usual() == ()


def test_what_was_noticed_most_often_comes_first_and_then_the_order_of_the_form(go_through, usual):
    go_through(low=1, tired=2, nausea=1)
    go_through(low=2, tired=4, dizzy=0)
    go_through(tired=None, nausea=3)

    assert usual() == ("tired", "nausea", "low")


def test_once_is_not_usual_and_not_at_all_is_not_noticed(go_through, usual):
    go_through(headache=4, dizzy=0)
    go_through(dizzy=0)
    go_through(dizzy=0)

    assert usual() == ()


def test_what_lies_further_back_is_no_longer_usual(go_through, usual):
    for _ in range(3):
        go_through(headache=2)
    for _ in range(LATELY):
        go_through(sleep=1)

    assert usual() == ("sleep",)


def test_the_order_stays_while_the_form_is_filled_in_and_when_it_is_opened_again(go_through, journal):
    for _ in range(3):
        go_through(tired=2)
    draft = go_through(nausea=3, low=3)
    go_through(nausea=3, low=3)

    assert journal.responses.open(draft.uid).usual == ("tired",)


def test_a_form_that_was_opened_by_hand_counts_for_nothing(go_through, journal, usual):
    go_through(tired=1)
    go_through(tired=1)
    draft = journal.responses.new(NEXT_DAY).draft
    journal.responses.save(draft, Answer("tired", number=1))
    journal.clock.pass_time(days=1)

    assert usual() == ()


def test_guarded_rows_stay_where_they_are(journal, clock):
    for month in range(AFTER):
        draft = journal.responses.begin(MONTH, occurrence=f"course:1#{month}").draft
        for row in ("crave", "memory"):
            journal.responses.save(draft, Answer(row, number=2))
        clock.pass_time(days=30)

    assert journal.responses.begin(MONTH, occurrence="course:1#9").usual == ("memory",)


def test_only_check_ins_have_usual_rows(journal):
    assert journal.responses.begin("core:intention", session_id=journal.courses.just_had().id).usual == ()

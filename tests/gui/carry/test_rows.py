"""What each row says, and what can be done with it."""

from datetime import date

import pytest

from kat_journal.domain.practice import LaterState
from tests.helpers.clock import november


def test_a_question_starts_private_and_is_shared_by_one_press(show, practices):
    practices.ask("How long?")
    person = show()
    assert person.text("question-0-about") == "Private"
    assert not person.find("question-0-share").isChecked()

    person.press("question-0-share")
    assert practices.questions()[0].share
    assert person.find("question-0-share").isChecked()
    assert person.find("question-0-about") is None
    assert person.focused == "question-0-share", "the focus stays"

    person.press("question-0-share")
    assert not practices.questions()[0].share


def test_shared_questions_start_ticked_in_a_summary_and_private_ones_do_not(show, practices, journal):
    practices.ask("private?")
    practices.ask("shared?")
    show().press("question-0-share")

    material = journal.summaries.material(journal.summaries.default_period())
    ticked = {one.words: one.ticked for one in journal.summaries.candidates(material)}

    assert ticked == {"private?": False, "shared?": True}


def test_an_asked_question_waits_folded_and_can_be_asked_again(show, practices):
    practices.ask("How long?")
    person = show()

    person.press("question-0-asked")
    assert person.words("question") == []
    assert person.focused == "keep-question"
    assert "Asked before" in person.text("carry-notice-text")

    person.press("question-fold")
    assert person.words("question", "over-") == ["How long?"]
    person.press("question-over-0-unasked")
    assert person.words("question") == ["How long?"]
    assert person.find("question-fold") is None


def test_something_parked_says_when_it_comes_back(show, practices, clock):
    practices.park("soon", date(2026, 11, 24))
    practices.park("back", date(2026, 11, 23))
    person = show()

    assert person.text("later-0-about") == "Has come back"
    assert person.text("later-1-about") == "Comes back on Tuesday 24 November"


@pytest.mark.parametrize(
    ("state", "about", "step"),
    [
        (LaterState.STILL_TRUE, "Still true", True),
        (LaterState.LET_GO, "Let go", False),
        (LaterState.TALK, "Made a question", False),
    ],
)
def test_what_is_settled_says_how_and_can_be_parked_again(show, practices, state, about, step):
    later = practices.park("Move to the sea", date(2026, 11, 23))
    practices.settle(later.uid, state)
    person = show()
    person.press("later-fold")
    assert person.text("later-over-0-about") == about
    assert (person.find("later-over-0-step") is not None) is step

    person.press("later-over-0-again")

    assert [one.returns_on for one in practices.carried().laters] == [date(2026, 12, 7)]
    assert person.words("later") == ["Move to the sea"]


def test_what_is_still_true_can_become_a_small_step(show, practices):
    later = practices.park("Swim", date(2026, 11, 23))
    practices.settle(later.uid, LaterState.STILL_TRUE)
    person = show()
    person.press("later-fold")

    person.press("later-over-0-step")
    assert person.words("practice") == ["Swim"]

    person.press("carry-undo")
    assert practices.practices() == ()


def test_a_small_step_says_when_it_was_last_done_and_never_how_often(show, practices, clock):
    step = practices.add("Ten minutes outside")
    person = show()
    assert person.text("practice-0-about") == "Not done yet"

    person.press("practice-0-done")
    assert person.text("practice-0-about") == "Last done today"
    person.press("practice-0-not-done")
    assert person.text("practice-0-about") == "Not done yet"

    practices.done_today(step.uid)
    clock.set(november(24))
    assert show().text("practice-0-about") == "Last done yesterday"
    clock.set(november(26))
    assert show().text("practice-0-about") == "Last done on Monday"


def test_a_small_step_may_rest_and_be_taken_up_again(show, practices):
    practices.add("Ten minutes outside")
    person = show()
    person.press("practice-0-rest")
    assert practices.practices() == ()

    person.press("practice-fold")
    assert person.text("practice-over-0-about") == "Not done yet"
    person.press("practice-over-0-take-up")

    assert [one.words for one in practices.practices()] == ["Ten minutes outside"]

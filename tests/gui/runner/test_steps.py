"""A reflection: one question at a time."""

import pytest
from PySide6.QtCore import Qt

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName
from tests.gui.runner.conftest import form_id, item, place_of

DAY_3 = "reflection.day-3"
FIRST = item("two-other-ways")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def reflection(run_form, session):
    return run_form(DAY_3, session)


def test_one_question_is_asked_and_typing_begins_at_once(reflection, kept, session):
    reflection.type("A coat on a hook.")
    reflection.page.flush()

    assert reflection.question().startswith("Take one moment")
    assert kept(DAY_3, session)[FIRST].text == "A coat on a hook."


def test_control_enter_goes_on_and_alt_left_goes_back(reflection):
    first = reflection.question()
    reflection.type("A coat.")
    reflection.press(Qt.Key.Key_Return, CTRL)
    second = reflection.question()
    reflection.press(Qt.Key.Key_Left, ALT)

    assert second != first
    assert reflection.question() == first
    assert reflection.focused().words() == "A coat."


def test_an_empty_next_is_neither_an_answer_nor_a_skip(reflection, kept, session):
    reflection.click("next")

    assert kept(DAY_3, session) == {}


def test_skip_is_kept_as_the_persons_choice(reflection, kept, session):
    first = reflection.question()
    reflection.click("skip")

    assert kept(DAY_3, session)[FIRST].skipped
    assert reflection.question() != first


def test_skip_is_not_offered_for_what_is_answered(reflection):
    before = reflection.sees("skip")
    reflection.type("A coat.")
    reflection.page.flush()

    assert (before, reflection.sees("skip")) == (True, False)


def test_the_last_question_ends_with_done_and_leads_back(reflection, journal, session, moves):
    for _ in range(2):
        reflection.click("next")
    words = reflection.find("next").text()
    reflection.click("next")

    assert words == "Done"
    assert journal.responses.begin(form_id(DAY_3), session_id=session.id).finished
    assert [place.name for place in moves] == [PageName.TODAY]


def test_another_question_can_be_asked_for_until_there_is_none(reflection):
    shown = {reflection.question()}
    while reflection.sees("another"):
        reflection.click("another")
        shown.add(reflection.question())

    assert len(shown) == 8


def test_enough_for_today_leaves_the_form_open(reflection, journal, session, moves):
    reflection.type("A coat.")
    reflection.click("enough")
    opened = journal.responses.begin(form_id(DAY_3), session_id=session.id)

    assert (opened.finished, opened.answers[FIRST].text) == (False, "A coat.")
    assert [place.name for place in moves] == [PageName.TODAY]


def test_words_start_private_and_may_be_marked(reflection, kept, session):
    reflection.type("A coat.")
    reflection.page.flush()
    before = kept(DAY_3, session)[FIRST].share
    reflection.click("share-may-share")

    assert (before, kept(DAY_3, session)[FIRST].share) == (ShareMark.PRIVATE, ShareMark.SHARE)


def test_a_mark_chosen_before_the_words_holds_for_them(reflection, kept, session):
    reflection.click("share-may-share")
    reflection.find("item-two-other-ways").setFocus()
    reflection.type("A coat.")
    reflection.page.flush()

    assert kept(DAY_3, session)[FIRST].share is ShareMark.SHARE


def test_the_intention_is_shown_on_request_only(run_form, session, journal):
    draft = journal.responses.begin(form_id("intention"), session_id=session.id).draft
    journal.responses.save(draft, Answer(item("intention"), text="To be gentle."))
    runner = run_form(DAY_3, session)
    before = runner.sees("intention-card")
    runner.click("intention")

    assert (before, runner.sees("intention-card")) == (False, True)
    assert runner.find("intention-words").text() == "To be gentle."


def test_without_an_intention_nothing_is_offered(reflection):
    assert not reflection.sees("intention")


def test_grounding_and_support_are_one_click_away_and_the_words_are_kept(reflection, context, moves):
    reflection.type("A coat.")
    reflection.click("ground-me")
    context.navigator.back()

    assert [(place.name, place.line) for place in moves[:1]] == [(PageName.SUPPORT, "grounding")]


def test_the_way_back_from_support_leads_to_the_same_word(run, context, session, moves):
    context.navigator.go(place_of(DAY_3, session))
    runner = run(moves[-1])
    runner.click("next")
    runner.type("At the lake")
    runner.click("support")
    context.navigator.back()
    again = run(moves[-1])

    assert again.focused().words() == "At the lake"
    assert again.focused().caret() == len("At the lake")


def test_a_calm_day_form_shows_the_answer_given_before(run_form, session, journal):
    draft = journal.responses.begin(form_id(DAY_3), session_id=session.id).draft
    journal.responses.save(draft, Answer(FIRST, text="A\u00a0coat.\n\n  On a hook."))

    assert run_form(DAY_3, session).focused().words() == "A\u00a0coat.\n\n  On a hook."

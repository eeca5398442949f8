"""Advice cards: at once for what cannot wait, at the end for the rest."""

from PySide6.QtCore import Qt

from kat_journal.gui.navigation import PLAN, PageName
from tests.gui.runner.conftest import NEXT_DAY

CHEST = "card-chest-ring-now"


def rate(runner, row, key):
    runner.find(f"item-{row}").setFocus()
    runner.press(key)


def test_an_emergency_card_appears_under_the_answer_at_once(run_form, session):
    runner = run_form(NEXT_DAY, session)
    rate(runner, "chest", Qt.Key.Key_1)

    assert runner.sees(CHEST)
    assert "999" in runner.find(f"{CHEST}-text").text()


def test_the_card_is_there_again_when_the_form_is_opened_again(run_form, session):
    rate(run_form(NEXT_DAY, session), "chest", Qt.Key.Key_1)

    assert run_form(NEXT_DAY, session).sees(CHEST)


def test_a_card_that_was_closed_stays_closed(run_form, session):
    runner = run_form(NEXT_DAY, session)
    rate(runner, "chest", Qt.Key.Key_1)
    runner.click(f"{CHEST}-close")
    again = run_form(NEXT_DAY, session)

    assert not runner.sees(CHEST)
    assert not again.sees(CHEST)


def test_writing_a_note_beside_the_answer_does_not_open_it_again(run_form, session):
    runner = run_form(NEXT_DAY, session)
    rate(runner, "chest", Qt.Key.Key_1)
    runner.click(f"{CHEST}-close")
    runner.click("item-chest-add-note")
    runner.type("only when lying down")
    runner.page.flush()

    assert not runner.sees(CHEST)
    assert not run_form(NEXT_DAY, session).sees(CHEST)


def test_the_answer_given_anew_opens_it_again(run_form, session):
    runner = run_form(NEXT_DAY, session)
    rate(runner, "chest", Qt.Key.Key_1)
    runner.click(f"{CHEST}-close")
    rate(runner, "chest", Qt.Key.Key_4)

    assert runner.sees(CHEST)


def test_two_signs_with_the_same_advice_show_one_card(run_form, session):
    runner = run_form(NEXT_DAY, session)
    runner.click("item-sudden-fainted")
    runner.click("item-sudden-seizure")
    cards = [one for one in runner.find("item-sudden").parent().parent().findChildren(object) if one.objectName()]

    assert [one.objectName() for one in cards].count("card-sudden-ring-now") == 1


def test_all_numbers_are_one_click_from_the_card(run_form, session, moves):
    runner = run_form(NEXT_DAY, session)
    rate(runner, "chest", Qt.Key.Key_1)
    runner.click(f"{CHEST}-numbers")

    assert (moves[-1].name, moves[-1].line) == (PageName.SUPPORT, "heart-breath-faint")


def test_other_advice_waits_for_the_end_and_is_never_a_dialog(run_form, session, moves):
    runner = run_form(NEXT_DAY, session)
    runner.click("item-still-unreal-yes")
    at_once = runner.sees("cards")
    runner.click("done")

    assert (at_once, runner.sees("card-still-unreal-still-unreal")) == (False, True)
    assert moves == []
    runner.click("go-on")
    assert [place.name for place in moves] == [PageName.TODAY]


def test_leaving_shows_it_too_and_once_a_day(run_form, session, clock):
    first = run_form(NEXT_DAY, session)
    first.click("item-still-unreal-yes")
    first.press(Qt.Key.Key_Escape)
    again = run_form(NEXT_DAY, session)
    again.press(Qt.Key.Key_Escape)

    assert (first.sees("cards"), again.sees("cards")) == (True, False)


def test_a_yes_about_ending_ones_life_is_answered_at_once_and_leads_to_the_plan(run_form, session, moves):
    runner = run_form(NEXT_DAY, session)
    runner.click("item-safety-yes")

    assert runner.sees("card-safety-safety")
    runner.click("card-safety-safety-plan")
    assert (moves[-1].name, moves[-1].form_id) == (PageName.RUNNER, PLAN)


def test_help_is_opened_once_the_cards_of_the_end_have_been_seen(run_form, session, moves):
    runner = run_form(NEXT_DAY, session)
    runner.click("item-still-unreal-yes")
    runner.click("done")

    assert runner.sees("cards")
    assert runner.page.focusWidget().objectName() == "cards-heading", "a stray Enter passes nothing over"

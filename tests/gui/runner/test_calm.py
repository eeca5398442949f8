"""Two hours after: dim, large, and nothing to decide."""

import pytest
from PySide6.QtCore import Qt

from kat_journal.gui.navigation import PLAN, PageName
from kat_journal.gui.theme import Look
from tests.gui.runner.conftest import form_id, item

AFTER = "after-session"


@pytest.fixture
def after(run_form, session):
    return run_form(AFTER, session)


def test_it_is_dim_and_keeps_awake_for_an_hour(after):
    assert after.page.property("look") == Look.AFTER_SESSION
    assert after.page.keeps_awake_minutes == 60


def test_from_a_dim_page_the_plan_and_what_follows_it_are_dim_too(run_form, moves):
    plan = run_form("plan-for-hard-hours", dim=True)

    assert plan.page.property("look") == Look.AFTER_SESSION
    assert (plan.page.place().form_id, plan.page.place().dim) == (PLAN, True)
    plan.click("support")
    assert (moves[-1].name, moves[-1].dim) == (PageName.SUPPORT, True)


def test_on_another_day_the_plan_is_as_light_as_the_rest(run_form, moves):
    plan = run_form("plan-for-hard-hours")

    assert plan.page.property("look") is None
    plan.click("support")
    assert not moves[-1].dim


def test_an_emergency_card_of_the_first_hours_leads_to_a_plan_that_is_dim(run_form, session, moves):
    first_hours = run_form("check-in.first-hours", session)
    first_hours.click("item-safety-yes")

    first_hours.click("card-safety-safety-plan")

    assert (moves[-1].form_id, moves[-1].dim) == (PLAN, True)


def test_one_tap_and_the_next_keys_are_words(after, kept, session):
    after.click("item-with-you-here")
    after.type("soft grey far")
    after.page.flush()
    answers = kept(AFTER, session)

    assert answers[item("with-you")].options == ("here",)
    assert answers[item("three-words")].text == "soft grey far"


def test_nothing_is_offered_that_asks_for_a_decision(after):
    names = ("skip", "another", "share-private", "share-may-share", "enough", "form-heading")

    assert [name for name in names if after.sees(name)] == []


def test_going_on_without_words_is_a_skip(after, kept, session):
    after.click("next")

    assert kept(AFTER, session)[item("with-you")].skipped


def test_it_says_that_words_are_kept_before_there_are_any(after):
    before = after.find("saved").text()
    after.click("item-with-you-here")

    assert (before, after.find("saved").text()) == ("Kept as you type", "Saved")


def test_that_is_enough_ends_quietly(after, context, journal, session, moves):
    after.click("item-with-you-here")
    after.click("that-is-enough")

    assert after.find("closing-heading").text() == "What you wrote is kept."
    assert journal.responses.begin(form_id(AFTER), session_id=session.id).finished
    assert moves == []


def test_from_the_end_one_may_lock_or_go_to_today(after, context, moves):
    after.click("that-is-enough")
    after.click("lock")
    after.click("today")

    assert context.lock.times == 1
    assert [place.name for place in moves] == [PageName.TODAY]


def test_unlocking_after_the_end_does_not_ask_again(after):
    after.click("that-is-enough")

    assert after.page.place().name is PageName.TODAY


def test_the_last_question_leads_to_the_same_end(after):
    for _ in range(3):
        after.click("next")

    assert after.sees("closing-heading")


def test_something_in_my_body_opens_the_first_hours_of_the_same_session_and_stays_dim(run, after, session, moves):
    after.click("something-in-my-body")
    place = moves[-1]
    body = run(place)

    assert (place.form_id, place.session_id) == (form_id("check-in.first-hours"), session.id)
    assert body.page.property("look") == Look.AFTER_SESSION


def test_going_back_after_a_wrong_tap_is_possible(after):
    after.click("item-with-you-alone")
    after.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert after.question() == "Is someone with you?"

"""What a person keeps, everywhere it is shown: named, reached by Tab in reading order, and nothing clipped."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from kat_journal.domain.ids import FormId, SessionId
from kat_journal.domain.practice import Carry, LaterState
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName

LONG = "words that go on and on, and one without an end: " + "river" * 30


def fill(journal, times):
    practices = journal.practices
    for number in range(times):
        for kind in Carry:
            practices.keep(kind, f"{number} {LONG if number % 3 == 0 else 'a few words'}")


def test_the_page_empty_and_with_sixty_long_things(open_demo):
    practices = open_demo.journal.practices
    carried = practices.carried()
    for kind, ones in (
        (Carry.QUESTION, carried.questions), (Carry.LATER, carried.laters), (Carry.PRACTICE, carried.practices),
    ):  # fmt: skip
        for one in ones:
            practices.take_away(kind, one.uid)
    open_demo.go(PageName.CARRY)
    open_demo.judge("what you kept, empty")
    fill(open_demo.journal, 20)
    for one in practices.carried().laters[:3]:
        practices.settle(one.uid, LaterState.STILL_TRUE)
    open_demo.go(PageName.CARRY)
    open_demo.press("later-fold")
    open_demo.press("question-0-edit")
    open_demo.press("question-1-away")
    open_demo.judge("what you kept, full")


@pytest.mark.parametrize("kind", ["question", "later"])
def test_the_panel_on_today(open_demo, kind):
    open_demo.press("nav-keep")
    open_demo.press(f"catch-kind-{kind}")
    if kind == "later":
        chooser = open_demo.find("catch-when")
        chooser.setCurrentIndex(chooser.findData("a-day"))
    open_demo.judge(f"today with the panel, {kind}", targets=True)
    open_demo.find("catch-words", QLineEdit).setText("something")
    open_demo.press("catch-keep")
    assert open_demo.sees("catch-told")
    open_demo.judge("today with what was kept")


def test_the_panel_after_a_session(open_demo):
    session = open_demo.journal.courses.just_had()
    open_demo.go(PageName.RUNNER, form_id=FormId("core:after-session"), session_id=session.id)
    open_demo.press("keep-something")
    open_demo.judge("the dim page with the panel", targets=True)


def test_something_that_has_come_back(open_demo):
    practices = open_demo.journal.practices
    for one in practices.carried().laters:
        practices.settle(one.uid, LaterState.LET_GO)
    practices.park(LONG, date(2026, 11, 23))
    open_demo.journal.asking.put_off()
    open_demo.go(PageName.TODAY)
    assert open_demo.sees("later-words")
    open_demo.judge("today with something that has come back")
    open_demo.press("reminder-action")
    open_demo.judge("today with what can follow")


def test_an_answer_that_can_be_kept(open_demo):
    form_id = FormId("core:reflection.day-3")
    draft = open_demo.journal.responses.begin(form_id, session_id=SessionId(4)).draft
    open_demo.journal.responses.save(draft, Answer("say-to-someone", text="words"))
    open_demo.go(PageName.RUNNER, form_id=form_id, session_id=SessionId(4), item_id="say-to-someone")
    assert open_demo.sees("item-say-to-someone-keep")
    open_demo.judge("an answer that can be kept", targets=True)
    open_demo.press("item-say-to-someone-keep")
    open_demo.judge("an answer that is kept", targets=True)

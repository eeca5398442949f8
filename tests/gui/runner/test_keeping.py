"""The words of an answer, kept for later, as a question or as a small step, where the form says so."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import FormId
from kat_journal.domain.practice import Carry
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.runner import build
from kat_journal.gui.runner.keeping import offer_to_keep
from kat_journal.gui.runner.view_steps import StepsForm
from tests.helpers.clock import november

CASES = [
    ("reflection.day-3", "say-to-someone", "later", "Kept. It comes back in two weeks."),
    ("reflection.day-7", "small-step", "practice", "Kept with your small steps."),
    ("intention", "worries", "question", "On your question list."),
]


@pytest.fixture
def session(journal, clock):
    journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    session = journal.courses.just_had()
    clock.set(november(23, 10))
    return session


class Asked:
    """A person at one question."""

    def __init__(self, page, item, qtbot):
        self.page = page
        self.item = item
        self.qtbot = qtbot

    def find(self, name):
        found = self.page.findChildren(QWidget, f"item-{self.item}{name}")
        return next((one for one in found if one.isVisible()), None)

    def type(self, words):
        self.find("").setFocus()
        self.qtbot.keyClicks(self.find(""), words)

    def offered(self):
        self.qtbot.waitUntil(lambda: self.find("-keep") is not None)
        return self.find("-keep")


@pytest.fixture
def ask(qtbot, context, session):
    def ask(form, item):
        place = Place(PageName.RUNNER, form_id=FormId(f"core:{form}"), session_id=session.id, item_id=item)
        page = build(place, context, None)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return Asked(page, item, qtbot)

    return ask


def kept(journal, kind):
    carried = journal.practices.carried()
    lists = {"question": carried.questions, "later": carried.laters, "practice": carried.practices}
    return [one.words for one in lists[kind]]


@pytest.mark.parametrize(("form", "item", "kind", "told"), CASES)
def test_one_press_copies_the_words_and_undo_takes_the_copy_back(ask, journal, qtbot, form, item, kind, told):
    asked = ask(form, item)
    assert asked.find("-keep") is None, "there are no words yet"
    asked.type("Call my sister")
    button = asked.offered()

    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Tab)
    assert asked.page.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert kept(journal, kind) == ["Call my sister"]
    assert asked.find("-kept").text() == told
    assert asked.find("").words() == "Call my sister", "the answer stays"
    assert asked.page.focusWidget() is asked.find("-keep-undo")

    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Return)
    assert kept(journal, kind) == []
    assert asked.page.focusWidget() is asked.find("-keep")


def test_what_is_kept_for_later_knows_its_session(ask, journal, session):
    asked = ask(*CASES[0][:2])
    asked.type("words")
    asked.offered().click()

    [later] = journal.practices.carried().laters
    assert (later.session_id, later.returns_on) == (session.id, date(2026, 12, 7))


def test_changed_words_change_the_copy_when_they_are_kept_again(ask, journal):
    asked = ask(*CASES[2][:2])
    asked.type("May I")
    asked.offered().click()
    asked.type(" drive?")
    asked.offered()
    assert kept(journal, "question") == ["May I"]

    asked.offered().click()

    assert kept(journal, "question") == ["May I drive?"]


def test_a_copy_that_was_taken_away_meanwhile_is_made_anew(ask, journal):
    asked = ask(*CASES[2][:2])
    asked.type("May I")
    asked.offered().click()
    journal.practices.take_away(Carry.QUESTION, journal.practices.questions()[0].uid)
    asked.type(" drive?")

    asked.offered().click()

    assert kept(journal, "question") == ["May I drive?"]


def test_a_copy_of_another_time_is_known_again(ask, journal):
    asked = ask(*CASES[2][:2])
    asked.type("May I drive?")
    asked.offered().click()
    asked.page.flush()

    again = ask(*CASES[2][:2])

    assert again.find("-kept") is not None
    assert again.find("-keep") is None


def test_trouble_is_said_in_the_form(ask, vault):
    asked = ask(*CASES[2][:2])
    asked.type("May I drive?")
    button = asked.offered()
    vault.close()

    button.click()

    assert asked.page.findChild(QWidget, "runner-notice").isVisible()


def test_nothing_of_the_kind_stands_in_the_hours_after_a_session(journal, qtbot, context):
    form = journal.library.forms["core:after-session"]
    items = tuple(replace(one, keeps=Carry.LATER) if one.type is ItemType.TEXT else one for one in form.items)
    for calm, expected in ((False, True), (True, False)):
        view = StepsForm(replace(form, items=items, calm=calm), "", "")
        qtbot.addWidget(view)
        offer_to_keep(view, None, context)
        found = [one for one in view.findChildren(QAbstractButton) if one.objectName().endswith("-keep")]
        assert bool(found) is expected

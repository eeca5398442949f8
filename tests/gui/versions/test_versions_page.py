"""Earlier words: read whole, brought back, and taken back again."""

from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.domain.ids import Uid
from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.versions import build
from kat_journal.gui.versions.question import AT_ONCE
from tests.gui.versions.conftest import LONG


def button(page, name):
    return page.findChild(QAbstractButton, name)


def said(page, name):
    return next(one for one in page.findChildren(QLabel, name) if one.isVisible()).text()


def buttons_back(page):
    found = [one for one in page.findChildren(QAbstractButton) if one.objectName().startswith("bring-back")]
    return [one for one in found if one.isVisible()]


def words(page):
    """The present words, then the earlier ones as they stand below."""
    numbers = [one.objectName().rpartition("-")[2] for one in buttons_back(page)]
    return [said(page, "present-words-words"), *(said(page, f"version-{number}-words") for number in numbers)]


def test_a_page_shows_its_earlier_words_whole_with_day_and_time(write, show):
    long = f"{LONG}\n\nAnd then the coat." * 40
    page = show(write(long, "The coat.").uid)

    assert words(page) == ["The coat.", long]
    assert said(page, "versions-about") == "A page of my own, Monday 23 November"
    assert buttons_back(page)[0].accessibleDescription() == "Monday 23 November, 10:30"


def test_a_version_of_another_year_names_the_year(write, show, clock):
    draft = write(LONG, "The coat.")
    clock.set(datetime(2027, 1, 2, 10, tzinfo=clock.now().tzinfo))

    page = show(draft.uid)

    assert buttons_back(page)[0].accessibleDescription() == "Monday 23 November 2026, 10:30"


def test_words_come_back_and_undo_brings_the_later_ones_back(write, show, journal, qtbot):
    draft = write(LONG, "The coat.")
    page = show(draft.uid)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    buttons_back(page)[0].click()

    assert words(page) == [LONG, "The coat."]
    assert journal.written.newest()[0].words == LONG
    assert said(page, "versions-notice-text") == (
        "These words are back. What stood there is kept below as an earlier version."
    )
    assert page.focusWidget() is button(page, "undo")

    button(page, "undo").click()

    assert words(page) == ["The coat.", LONG]
    assert journal.written.newest()[0].words == "The coat."


def test_words_that_were_emptied_come_back_with_nothing_to_undo(write, show, journal):
    draft = write(LONG)
    journal.responses.clear(draft, "words")
    page = show(draft.uid)
    assert page.findChild(QLabel, "present-words-words") is None

    buttons_back(page)[0].click()

    assert said(page, "present-words-words") == LONG
    assert said(page, "versions-notice-text") == "These words are back."
    assert page.findChild(QAbstractButton, "undo") is None


def test_a_long_history_unfolds_in_steps_and_the_focus_goes_on(write, show, qtbot):
    texts = [f"{LONG} {number}" for number in range(AT_ONCE + 3)]
    page = show(write(*texts).uid)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert words(page) == texts[:1:-1]

    button(page, "older-words").click()

    assert words(page) == texts[:0:-1]
    assert not button(page, "older-words").isVisible()
    assert page.focusWidget() is buttons_back(page)[AT_ONCE]


def test_a_page_without_earlier_words_says_when_there_are_some(write, show):
    page = show(write(LONG).uid)

    assert page.findChild(QLabel, "versions-empty").isVisible()
    assert buttons_back(page) == []


@pytest.mark.parametrize("uid", ["", "nobody"])
def test_a_page_that_is_gone_is_said_to_be_gone(show, uid):
    page = show(uid or None)

    assert said(page, "versions-notice-text") == "This page is in the bin, or was deleted for good."
    assert page.place() == Place(PageName.VERSIONS, response_uid=Uid(uid))


def test_a_question_of_another_time_still_shows_its_words(write, show, vault):
    draft = write(LONG, "The coat.")
    with vault.connection.writing():
        vault.connection.execute("UPDATE answer_version SET item_id = 'old'")

    page = show(draft.uid)

    assert any(label.text() == "A question of another time" for label in page.findChildren(QLabel))


def test_back_leads_back(write, show, context, qtbot):
    page = show(write(LONG).uid)
    page.start_focus()

    with qtbot.waitSignal(context.navigator.moved):
        button(page, "back").click()
    assert page.title() == "Earlier versions"


class FullDisk:
    """A version service over a full disk."""

    def __init__(self, versions):
        self.versions = versions

    def bring_back(self, uid, version_id):
        raise DiskFullError


def test_what_goes_wrong_is_said_and_the_page_stays(write, show, journal):
    page = show(write(LONG, "The coat.").uid)
    number = int(buttons_back(page)[0].objectName().rpartition("-")[2])
    journal.versions = FullDisk(journal.versions.versions)

    page.bring_back_asked.emit(number)

    assert said(page, "versions-notice-text").startswith("The disk is full")
    assert words(page) == ["The coat.", LONG]


class LaterTasks(InlineTasks):
    """Does what is asked when it is told to."""

    def __init__(self):
        self.waiting = []

    def journal(self, work, **more):
        self.waiting.append(partial(InlineTasks.journal, self, work, **more))

    def go_on(self):
        while self.waiting:
            self.waiting.pop(0)()


def test_a_second_click_on_the_way_does_nothing(write, context, qtbot):
    draft, tasks = write(LONG, "The coat."), LaterTasks()
    page = build(Place(PageName.VERSIONS, response_uid=draft.uid), replace(context, tasks=tasks), None)
    qtbot.addWidget(page)
    page.show()
    tasks.go_on()

    buttons_back(page)[0].click()
    buttons_back(page)[0].click()
    assert len(tasks.waiting) == 1
    tasks.go_on()
    assert words(page) == [LONG, "The coat."]

    button(page, "undo").click()
    tasks.go_on()
    assert words(page) == ["The coat.", LONG]


def test_every_look_paints(write, show, theme):
    page = show(write(LONG, "The coat.").uid)

    for look, scale in (("light", 100), ("dark", 200)):
        theme.apply(look, scale)
        assert not page.grab().isNull()


def test_the_page_is_built_of_a_place(context, write, qtbot):
    draft = write(LONG, "The coat.")
    view = build(Place(PageName.VERSIONS, response_uid=draft.uid), context, None)
    qtbot.addWidget(view)

    assert view.place().response_uid == draft.uid

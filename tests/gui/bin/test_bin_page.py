"""The bin: taken back, deleted for good only after a question, and never by the way after a session."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget

from kat_journal.domain.response import Answer
from kat_journal.errors import DiskFullError
from kat_journal.gui.bin import build
from kat_journal.gui.bin.view import AT_ONCE, BinView
from kat_journal.gui.navigation import PageName, Place

LAST = "This cannot be undone. Backups made before today still hold it until they are replaced."
LATER = "You had a session today. This can wait until tomorrow."


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def throw(journal, clock):
    """Writes free pages and moves them to the bin, in that order."""

    def throw(*texts, session=None):
        for text in texts:
            draft = journal.responses.new("core:free-page", session_id=session.id if session else None).draft
            if text:
                journal.responses.save(draft, Answer("words", text=text))
            else:
                journal.responses.save(draft, Answer("words", skipped=True))
            journal.responses.trash(draft.uid)
            clock.pass_time(minutes=1)

    return throw


@pytest.fixture
def show(qtbot, context):
    """Shows the page; what is shown lives as long as the test."""
    shown = []

    def show():
        view = build(Place(PageName.BIN), context, None)
        shown.append(view)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.start_focus()
        return view

    return show


def button(page, name):
    return next(one for one in page.findChildren(QAbstractButton, name) if one.isVisible())


def said(page, name):
    return next(one for one in page.findChildren(QLabel, name) if one.isVisible()).text()


def listed(page):
    """The pages in the list, by their first words."""
    rows = [one for one in page.findChildren(QWidget) if one.objectName().startswith("binned-")]
    texts = [one for row in rows for one in row.findChildren(QLabel) if one.property("kind") == "quote"]
    return [text.text() for text in texts if text.isVisible()]


def asks(page):
    names = {"binned-0-keep", "binned-1-keep", "empty-bin-keep"}
    found = [one for one in page.findChildren(QAbstractButton) if one.objectName() in names and one.isVisible()]
    return [one.objectName() for one in found]


def test_it_lists_what_was_moved_there_latest_first(throw, show, journal):
    session = journal.courses.just_had()
    throw("one", session=session)
    throw("two", "")

    page = show()

    assert listed(page) == ["two", "one"]
    assert said(page, "binned-2-about") == (
        "Monday 23 November, session 1. Moved here on Monday 23 November. 30 days left."
    )
    assert button(page, "binned-0-restore").accessibleDescription().startswith("A page of my own. Monday")


def test_the_days_left_are_said_in_words(throw, show, clock):
    throw("one")
    for days, words in ((29, "1 day left."), (1, "Less than a day left.")):
        clock.pass_time(days=days)
        assert said(show(), "binned-0-about").endswith(words)


def test_an_empty_bin_helps(show):
    page = show()

    assert said(page, "bin-about") == (
        "The bin is empty. What you move here from Write waits 30 days, and can come back until then."
    )
    assert page.focusWidget() is button(page, "back")
    assert not page.findChild(QAbstractButton, "empty-bin").isVisible()
    assert page.place() == Place(PageName.BIN)


def test_what_is_restored_is_in_write_again(throw, show, journal):
    throw("one", "two")
    page = show()

    button(page, "binned-0-restore").click()

    assert listed(page) == ["one"]
    assert [row.words for row in journal.written.newest()] == ["two"]
    assert said(page, "bin-notice-text") == "Back in Write: A page of my own, Monday 23 November."
    assert page.focusWidget() is button(page, "binned-0-restore")


def test_deleting_for_good_asks_first_and_keeping_is_the_first_answer(throw, show):
    throw("one", "two")
    page = show()
    button(page, "binned-1-purge").setFocus()

    button(page, "binned-1-purge").click()

    assert said(page, "binned-1-notice-text") == f"Delete \u201cA page of my own\u201d for good? {LAST}"
    assert page.focusWidget() is button(page, "binned-1-keep")
    assert button(page, "binned-1-keep").text() == "Keep it"
    button(page, "binned-1-keep").click()
    assert listed(page) == ["two", "one"]
    assert asks(page) == []
    assert page.focusWidget() is button(page, "binned-1-purge")


def test_what_is_deleted_for_good_is_gone(throw, show, journal):
    throw("one", "two", "three")
    page = show()

    button(page, "binned-1-purge").click()
    button(page, "binned-1-delete").click()

    assert listed(page) == ["three", "one"]
    assert len(journal.bin.trashed()) == 2
    assert said(page, "bin-notice-text") == "Deleted for good."
    assert page.focusWidget() is button(page, "binned-1-restore")


def test_only_one_question_is_asked_at_a_time(throw, show):
    throw("one", "two")
    page = show()

    button(page, "binned-0-purge").click()
    assert asks(page) == ["binned-0-keep"]
    button(page, "binned-1-purge").click()
    assert asks(page) == ["binned-1-keep"]
    button(page, "empty-bin").click()
    assert asks(page) == ["empty-bin-keep"]


def test_emptying_asks_first_and_takes_everything(throw, show, journal):
    throw("one", "two")
    page = show()

    button(page, "empty-bin").click()
    assert said(page, "empty-bin-notice-text") == f"Delete everything in the bin for good? {LAST}"
    assert button(page, "empty-bin-keep").text() == "Keep everything"
    button(page, "empty-bin-delete").click()

    assert listed(page) == []
    assert journal.bin.trashed() == ()
    assert page.focusWidget() is button(page, "back")


@pytest.mark.parametrize("name", ["binned-0", "empty-bin"])
def test_after_a_session_it_can_wait_and_can_be_done_all_the_same(throw, show, journal, name):
    journal.courses.just_had()
    throw("one")
    page = show()

    button(page, "empty-bin" if name == "empty-bin" else "binned-0-purge").click()

    assert said(page, f"{name}-notice-text").endswith(f" {LAST} {LATER}")
    assert (button(page, f"{name}-keep").text(), button(page, f"{name}-delete").text()) == ("Wait", "Do it anyway")
    assert page.focusWidget() is button(page, f"{name}-keep")
    assert listed(page) == ["one"]
    button(page, f"{name}-delete").click()
    assert listed(page) == []


def test_a_full_bin_unfolds_in_steps(throw, show):
    throw(*(f"page {number}" for number in range(AT_ONCE + 2)))
    page = show()
    assert len(listed(page)) == AT_ONCE

    button(page, "bin-more").click()

    assert len(listed(page)) == AT_ONCE + 2
    assert not page.findChild(QAbstractButton, "bin-more").isVisible()
    assert page.focusWidget() is button(page, f"binned-{AT_ONCE}-restore")


@pytest.mark.parametrize("gone_on", [False, True])
def test_the_first_row_takes_the_focus_unless_the_person_has_gone_on(throw, journal, qtbot, gone_on):
    throw("one")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    page, elsewhere = BinView(window), QLineEdit(window)
    column.addWidget(page)
    column.addWidget(elsewhere)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.start_focus()
    if gone_on:
        elsewhere.setFocus()

    page.show_rows(journal.bin.trashed())

    assert window.focusWidget() is (elsewhere if gone_on else button(page, "binned-0-restore"))


class FullDisk:
    """A bin on a full disk."""

    def __init__(self, trashed):
        self.trashed = trashed

    def restore(self, uid):
        raise DiskFullError


def test_what_goes_wrong_is_said_and_the_list_stays(throw, show, journal):
    throw("one")
    page = show()
    journal.bin = FullDisk(journal.bin.trashed)

    button(page, "binned-0-restore").click()

    assert said(page, "bin-notice-text").startswith("The disk is full")
    assert listed(page) == ["one"]


def test_back_leads_back(show, context, qtbot):
    page = show()

    with qtbot.waitSignal(context.navigator.moved):
        button(page, "back").click()
    assert page.title() == "Bin"


def test_every_look_paints(throw, show, theme):
    throw("one")
    page = show()
    button(page, "binned-0-purge").click()

    for look, scale in (("light", 100), ("dark", 200)):
        theme.apply(look, scale)
        assert not page.grab().isNull()

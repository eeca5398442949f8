"""A few words without opening: kept as they are typed, and gone from sight when it is enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kat_journal.gui.sealed import keeper
from kat_journal.gui.sealed.presenter import SealedPresenter
from tests.gui.sealed.conftest import LaterTasks, press, state, trouble, words

A_SECOND = 1000


def test_it_says_in_one_line_what_becomes_of_the_words(page):
    assert page.findChild(QLabel, "sealed-heading").text() == "A few words"
    assert "Nobody can read this here, not even you" in page.findChild(QLabel, "sealed-about").text()
    assert words(page).hasFocus()
    assert (state(page), trouble(page)) == ("", "")


def test_what_is_typed_is_kept_by_itself_and_only_then_called_kept(page, disk, qtbot):
    qtbot.keyClicks(words(page), "The sea")
    assert (disk.kept, state(page)) == ([], "Keeping\u2026")

    qtbot.waitUntil(lambda: disk.kept == ["The sea"], timeout=5 * A_SECOND)

    assert state(page) == "Kept"


def test_words_wait_less_than_a_second_however_fast_one_types():
    assert keeper.PAUSE < A_SECOND
    assert keeper.RETRY <= 5 * A_SECOND


def test_steady_typing_is_kept_again_and_again(show, disk, qtbot):
    """The pause counts from the first change that is not kept, so no key puts it off."""
    tasks = LaterTasks()
    page = show(tasks)
    tasks.go_on()
    qtbot.keyClicks(words(page), "The")
    qtbot.waitUntil(lambda: tasks.waiting != [], timeout=5 * A_SECOND)

    qtbot.keyClicks(words(page), " sea")
    tasks.go_on()
    assert state(page) == "Keeping\u2026"

    qtbot.waitUntil(lambda: tasks.waiting != [], timeout=5 * A_SECOND)
    tasks.go_on()
    assert (disk.kept, state(page)) == (["The", "The sea"], "Kept")


def test_that_is_enough_keeps_the_last_letter_and_goes_back(page, disk, backs, qtbot):
    qtbot.keyClicks(words(page), "The sea")

    press(page, "enough")

    assert disk.kept == ["The sea"]
    assert backs == ["What you wrote is locked now."]


def test_going_back_waits_until_the_words_are_kept(show, disk, backs, qtbot):
    tasks = LaterTasks()
    page = show(tasks)
    qtbot.keyClicks(words(page), "The sea")

    press(page, "enough")
    assert backs == []

    tasks.go_on()
    assert backs == ["What you wrote is locked now."]


@pytest.mark.parametrize("typed", ["", " "])
def test_where_nothing_was_written_nothing_is_said(page, backs, qtbot, typed):
    qtbot.keyClicks(words(page), typed)

    press(page, "enough")

    assert backs == [""]


def test_what_locks_a_journal_leaves_this_page(page, disk, backs, qtbot):
    qtbot.keyClicks(words(page), "The sea")

    page.lock()

    assert (disk.kept, backs) == (["The sea"], ["What you wrote is locked now."])


def test_tab_leaves_the_words_for_the_button(page, qtbot):
    qtbot.keyClick(words(page), Qt.Key.Key_Tab)

    assert page.findChild(QAbstractButton, "enough").hasFocus()


def test_when_nobody_is_there_it_leaves_by_itself(page, disk, backs, qtbot):
    qtbot.keyClicks(words(page), "The sea")

    page.findChild(SealedPresenter)._idle.idle.emit()

    assert (disk.kept, backs) == (["The sea"], ["What you wrote is locked now."])


@pytest.mark.parametrize(("chosen", "minutes"), [(12, 12), (0, 5)])
def test_it_waits_as_long_as_the_journal_does_and_never_for_ever(show, preferences, chosen, minutes):
    preferences.auto_lock_minutes = chosen

    assert show().findChild(SealedPresenter)._idle._minutes == minutes


def test_both_saves_of_fast_typing_are_awaited(show, disk, qtbot):
    tasks = LaterTasks()
    page = show(tasks)
    tasks.go_on()
    for text in ("The", " sea"):
        qtbot.keyClicks(words(page), text)
        page.flush()
    first, second = tasks.waiting

    first()
    assert (disk.kept, state(page)) == (["The"], "Keeping\u2026")
    qtbot.keyClicks(words(page), "s")
    second()
    assert state(page) == "Keeping\u2026"
    page.flush()
    tasks.waiting[-1]()

    assert (disk.kept[-1], state(page)) == ("The seas", "Kept")


def test_closing_at_once_keeps_what_was_typed(page, disk, qtbot):
    qtbot.keyClicks(words(page), "The sea")

    page.close()

    assert disk.kept == ["The sea"]
    assert not page.isVisible()


def test_closing_waits_until_the_words_are_kept(show, disk, qtbot):
    tasks = LaterTasks()
    page = show(tasks)
    qtbot.keyClicks(words(page), "The sea")

    page.close()
    assert page.isVisible()
    tasks.go_on()

    assert disk.kept == ["The sea"]
    assert not page.isVisible()


def test_letters_that_an_input_method_holds_are_no_reason_to_lose_the_others(page, disk):
    QApplication.sendEvent(words(page), QInputMethodEvent("", []))
    typed = QInputMethodEvent("xi", [])
    typed.setCommitString("\u6d77")
    QApplication.sendEvent(words(page), typed)

    page.flush()

    assert disk.kept[-1].startswith("\u6d77")

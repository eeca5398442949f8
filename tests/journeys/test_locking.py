"""Locking never asks, never loses a keystroke, and leaves nothing in the window."""

import shutil
from contextlib import suppress
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from shiboken6 import isValid

from kat_journal.config import APP_NAME
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.gui.idle import IdleWatch
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.journeys.conftest import PATIENCE
from tests.storage.making import small_disk

WORDS = "the coat on the shore"
CLEAN_WITHIN = 0.2  # seconds of the GUI thread's work
OF_THE_WAY_IN = {"", APP_NAME, "Support", "Open", "Show"}
WAYS = ["shortcut", "side bar", "idle", "call"]


@pytest.fixture
def person(sit_down, demo_folder, tmp_path):
    """Somebody with the demo's journal open."""
    folder = shutil.copytree(demo_folder, tmp_path / "Demo")
    person = sit_down(folder)
    person.unlock(PASSPHRASE)
    person.see("today-sentence")
    return person


def write(person, words):
    """Begin a free page from Today, and type."""
    person.click("write-freely")
    person.type("item-words", words)


def lock(person, way):
    if way == "shortcut":
        person.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    elif way == "side bar":
        person.click("nav-lock")
    elif way == "idle":
        person.window.findChild(IdleWatch).idle.emit()
    else:
        person.window.lock()


def is_back_at_the_way_in(person):
    person.see("passphrase")
    person.qtbot.waitUntil(lambda: person.restarts == 1, timeout=PATIENCE)
    return person.window.is_locked


def stored(person):
    """The words of the newest page in the file, read behind the window's back."""
    vault = open_vault(person.app.config.journal, PASSPHRASE)
    try:
        newest = Responses(vault.connection).newest(1)[0]
        return newest.answers[ItemId("words")].text
    finally:
        vault.close()


def everything_said(window):
    """Every text that the window or a part of it could show or speak: seen or hidden, there or about to go."""
    said = [window.windowTitle(), window.windowFilePath(), window.statusTip()]
    for widget in window.findChildren(QWidget):
        if not isValid(widget):
            continue
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        for name in ("text", "placeholderText", "title", "currentText"):
            if hasattr(widget, name):
                said.append(str(getattr(widget, name)()))
        if isinstance(widget, QTextEdit):
            said.append(widget.document().toRawText())
    return "\n".join(said)


@pytest.mark.parametrize("way", ["shortcut", "idle", "call"])
def test_what_was_typed_a_moment_before_locking_is_there_after_unlocking(person, way):
    write(person, WORDS)
    lock(person, way)  # at once: nothing was saved yet

    assert is_back_at_the_way_in(person)
    assert stored(person) == WORDS
    person.unlock(PASSPHRASE)
    field = person.see("item-words", QTextEdit)
    assert field.words() == WORDS
    assert field.textCursor().position() == len(WORDS)


def test_what_was_typed_a_moment_before_closing_is_in_the_file(person):
    write(person, WORDS)
    person.leave()

    assert stored(person) == WORDS
    assert person.restarts == 0


def test_letters_that_are_typed_while_an_earlier_save_is_under_way_are_there_too(person):
    write(person, WORDS)
    person.wait_saved()
    for letter in " and then":
        person.qtbot.keyClicks(person.see("item-words"), letter)
    lock(person, "shortcut")

    assert is_back_at_the_way_in(person)
    assert stored(person) == WORDS + " and then"


def test_words_that_were_taken_back_a_moment_before_locking_stay_away(person):
    write(person, WORDS)
    person.wait_saved()
    person.see("item-words", QTextEdit).selectAll()
    person.press(Qt.Key.Key_Backspace)
    lock(person, "shortcut")

    assert is_back_at_the_way_in(person)
    vault = open_vault(person.app.config.journal, PASSPHRASE)
    held = [answer.text for one in Responses(vault.connection).newest(100) for answer in one.answers.values()]
    vault.close()
    assert WORDS not in held


@pytest.mark.parametrize("way", WAYS)
def test_after_locking_nothing_in_the_window_holds_a_word_of_the_journal(person, way):
    before = set(everything_said(person.window).splitlines())
    assert any("session" in said for said in before)
    lock(person, way)

    assert is_back_at_the_way_in(person)
    assert before & set(everything_said(person.window).splitlines()) <= OF_THE_WAY_IN
    assert person.window.windowTitle() == APP_NAME


@pytest.mark.parametrize("page", ["today", "sessions", "write", "share", "support", "settings", "runner"])
def test_every_page_is_gone_from_the_window_in_a_moment(person, page):
    if page == "runner":
        write(person, WORDS)
    else:
        person.click(f"nav-{page}")
        person.qtbot.waitUntil(lambda: person.tasks._waiting == {}, timeout=PATIENCE)
    content = person.window.centralWidget()
    before = set(everything_said(person.window).splitlines())

    started = thread_time()
    person.window.lock()
    assert not content.isVisible(), "unseen at once"
    person.qtbot.waitUntil(lambda: not isValid(content), timeout=PATIENCE)
    took = thread_time() - started

    assert before & set(everything_said(person.window).splitlines()) <= OF_THE_WAY_IN
    assert took < CLEAN_WITHIN
    assert is_back_at_the_way_in(person)


def test_somebody_who_has_gone_is_locked_out(person):
    watch = person.window.findChild(IdleWatch)
    watch._timer.setInterval(50)
    watch._timer.start()

    assert is_back_at_the_way_in(person)


def test_closing_in_the_middle_of_locking_waits_for_its_end(person):
    write(person, WORDS)
    person.window.lock()
    person.window.close()
    assert person.window.isVisible(), "the words are on their way to the disk"

    person.qtbot.waitUntil(lambda: not person.window.isVisible(), timeout=PATIENCE)
    assert stored(person) == WORDS
    assert person.restarts == 0


def test_closing_in_the_middle_of_the_welcome_leaves_a_whole_journal(sit_down, tmp_path):
    person = sit_down(tmp_path / "New")
    words = person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: words.text() != "", timeout=PATIENCE)
    passphrase = words.text()
    person.type("passphrase-again", passphrase)
    person.click("go-on")
    person.see("next-session")

    person.leave()

    open_vault(tmp_path / "New", passphrase).close()


# A disk that refuses


def fill(filler):
    """Take the last byte of room."""
    with filler.open("ab", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


@pytest.fixture
def full(sit_down, demo_folder, tmp_path):
    """Somebody who writes while the disk fills up; gives the person, and what makes room again."""
    with small_disk(tmp_path / "disk", "4m") as disk:
        folder = shutil.copytree(demo_folder, disk / "Demo")
        person = sit_down(folder)
        person.unlock(PASSPHRASE)
        person.see("today-sentence")
        write(person, "The first line. ")
        person.wait_saved()
        filler = disk / "filler"
        fill(filler)
        yield person, filler.unlink
        filler.unlink(missing_ok=True)


LONG = "and more words " * 800


def type_what_the_disk_refuses(person):
    person.see("item-words", QTextEdit).insertPlainText(LONG)
    person.qtbot.waitUntil(lambda: person.sees("runner-notice"), timeout=PATIENCE)


def test_words_that_the_disk_refuses_stay_on_the_screen_and_it_is_said(full):
    person, _ = full
    type_what_the_disk_refuses(person)

    assert person.see("item-words", QTextEdit).words() == "The first line. " + LONG
    assert "The disk is full" in person.see("runner-notice").text()
    assert person.see("saved").text() == "Not saved yet"


def test_words_that_the_disk_refuses_outlive_the_lock_and_the_window_stays_for_them(full):
    person, make_room = full
    type_what_the_disk_refuses(person)
    person.window.lock()
    person.qtbot.waitUntil(lambda: person.sees("trouble"), timeout=PATIENCE)

    assert person.restarts == 0, "a fresh process would not have the words"
    assert "and more words" not in everything_said(person.window)
    person.window.close()
    QApplication.processEvents()
    assert person.window.isVisible()

    make_room()
    person.unlock(PASSPHRASE)
    field = person.see("item-words", QTextEdit)
    person.qtbot.waitUntil(lambda: field.words() == "The first line. " + LONG, timeout=PATIENCE)
    person.lock()
    assert person.restarts == 1
    assert stored(person) == "The first line. " + LONG


def test_closing_with_words_that_the_disk_refuses_locks_but_does_not_go(full):
    person, make_room = full
    type_what_the_disk_refuses(person)
    person.window.close()
    person.qtbot.waitUntil(lambda: person.sees("trouble"), timeout=PATIENCE)
    assert person.window.isVisible()
    assert "could not be saved yet" in person.see("trouble").text()

    make_room()
    person.unlock(PASSPHRASE)
    person.see("item-words")
    person.leave()
    assert stored(person) == "The first line. " + LONG


def test_saving_goes_on_by_itself_once_there_is_room(full):
    person, make_room = full
    type_what_the_disk_refuses(person)
    make_room()
    person.type("item-words", "x")
    person.wait_saved()

    assert not person.sees("runner-notice")


def test_a_calm_page_is_locked_with_its_words(person, clock):
    """The page after a session holds off the idle lock; the shortcut does not wait."""
    person.window.centralWidget()._context.navigator.go(Place(PageName.RUNNER, form_id=FormId("core:after-session")))
    person.click("next")
    person.type("item-three-words", "soft slow far")
    lock(person, "shortcut")

    assert is_back_at_the_way_in(person)
    vault = open_vault(person.app.config.journal, PASSPHRASE)
    newest = Responses(vault.connection).newest(1)[0]
    vault.close()
    assert newest.answers[ItemId("three-words")].text == "soft slow far"

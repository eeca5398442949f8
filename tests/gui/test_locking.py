"""Locking: what it drops, what it keeps, and what it does when something stands in its way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit

from kat_journal.domain.ids import FormId
from kat_journal.errors import DiskFullError
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.workspace import Workspace, encode
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.journal import PLACE
from tests.journeys.conftest import PATIENCE

WORDS = "I thought my father and the coat"


def workspace(person):
    found = person.window.centralWidget()
    assert isinstance(found, Workspace)
    return found


def context(person):
    return workspace(person)._context


def go(person, place):
    context(person).navigator.go(place)


def test_locking_returns_to_the_way_in_and_drops_what_can_read_the_journal(inside):
    inside.lock()

    assert inside.window.is_locked
    assert inside.restarts == 1
    assert not inside.sees("today-sentence")
    assert inside.window._workspace is None


def test_locking_leaves_alone_what_was_copied_elsewhere(inside):
    """Offscreen the clipboard never says that it is ours."""
    QApplication.clipboard().setText("from another program")

    inside.lock()

    assert QApplication.clipboard().text() == "from another program"


def test_locking_what_is_locked_changes_nothing(person):
    person.window.lock()

    assert person.see("passphrase")
    assert person.restarts == 0


def test_the_side_bar_and_the_shortcut_lock(inside):
    inside.click("nav-lock")
    inside.see("passphrase")
    inside.qtbot.waitUntil(lambda: inside.restarts == 1, timeout=PATIENCE)
    inside.unlock(PASSPHRASE)
    inside.see("today-sentence")

    inside.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)

    inside.qtbot.waitUntil(lambda: inside.restarts == 2, timeout=PATIENCE)


def test_the_page_is_there_again_after_unlocking(inside):
    inside.click("nav-sessions")
    inside.click("open-session-4")
    title = inside.see("session-title").text()
    inside.qtbot.waitUntil(lambda: title != "" or inside.see("session-title").text() != "", timeout=PATIENCE)

    inside.lock()
    inside.unlock(PASSPHRASE)

    inside.qtbot.waitUntil(lambda: "fourth" in inside.see("session-title").text(), timeout=PATIENCE)
    assert workspace(inside).page.place().session_id == 4


def test_half_a_sentence_and_its_caret_are_there_again_after_unlocking(inside):
    go(inside, Place(PageName.RUNNER, form_id=FormId("core:free-page")))
    inside.type("item-words", WORDS)
    field = inside.see("item-words", QTextEdit)
    field.set_caret(9)

    inside.lock()
    inside.unlock(PASSPHRASE)

    field = inside.see("item-words", QTextEdit)
    inside.qtbot.waitUntil(lambda: field.words() == WORDS, timeout=PATIENCE)
    assert field.textCursor().position() == 9
    inside.qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)


@pytest.mark.parametrize("stored", ["nonsense", '{"name": "a page of a newer version"}'])
def test_a_place_that_is_unknown_is_today(inside, stored):
    inside.tasks.journal(lambda: context(inside).journal.settings.put(PLACE, stored), context=inside.window)
    go(inside, Place(PageName.SETTINGS))
    page = workspace(inside).page
    inside.window._workspace = None  # so that locking notes no place of its own
    inside.lock()
    assert page is not None

    inside.unlock(PASSPHRASE)

    inside.see("today-sentence")


def test_a_session_that_is_gone_says_so_and_the_side_bar_leads_on(inside):
    place = encode(Place(PageName.SESSION, session_id=999))
    workspace(inside).leave = lambda: place
    inside.lock()
    inside.unlock(PASSPHRASE)

    inside.see("trouble")
    inside.click("nav-today")

    inside.see("today-sentence")


def test_closing_locks_first_and_then_goes(inside, folder):
    inside.leave()

    assert inside.window.is_locked
    assert inside.restarts == 0
    assert not (folder / "journal.db-journal").exists()


def test_closing_while_locked_goes_at_once(person):
    person.window.close()

    assert not person.window.isVisible()


def test_what_the_disk_refuses_keeps_the_window_open_and_is_said(inside):
    inside.window._on_locked(("words that the disk refused",))
    assert "could not be saved yet" in inside.texts()

    inside.window._journal = None
    inside.window.close()

    assert inside.window.isVisible()
    assert inside.restarts == 0
    assert not inside.window._closing


def test_a_lock_that_fails_is_said_on_the_way_in_and_the_window_stays(inside):
    inside.window._closing = True
    inside.window._on_lock_failed(DiskFullError())

    assert DiskFullError.user_message in inside.texts()
    assert not inside.window._closing


def test_what_was_held_back_is_handed_to_the_next_unlocking(inside):
    class Takes:
        def __init__(self, journal):
            self.took = []
            self._journal = journal

        def __getattr__(self, name):
            return getattr(self._journal, name)

        def take_over(self, held):
            self.took.append(held)

    journal = Takes(context(inside).journal)
    inside.window._held = ("held",)

    inside.window._on_open(journal)

    inside.qtbot.waitUntil(lambda: journal.took == [("held",)], timeout=PATIENCE)
    assert inside.window._held == ()


def test_nobody_there_locks(inside):
    inside.window._idle.idle.emit()

    inside.qtbot.waitUntil(lambda: inside.restarts == 1, timeout=PATIENCE)
    assert inside.window.is_locked


def test_after_a_session_a_person_may_just_sit_there_for_an_hour_but_no_longer(inside, clock):
    journal = context(inside).journal
    sessions = []
    inside.tasks.journal(journal.courses.just_had, context=inside.window, then=sessions.append)
    inside.qtbot.waitUntil(lambda: sessions != [], timeout=PATIENCE)
    go(inside, Place(PageName.RUNNER, form_id=FormId("core:after-session"), session_id=sessions[0].id))
    inside.see("question")

    inside.window._idle.idle.emit()
    assert not inside.window.is_locked
    assert inside.window._idle.is_extended

    inside.window._idle.idle.emit()
    assert inside.window.is_locked
    inside.qtbot.waitUntil(lambda: inside.restarts == 1, timeout=PATIENCE)


def test_idle_before_any_page_is_there_locks_too(inside):
    inside.window._workspace = None

    inside.window._idle.idle.emit()

    assert inside.window.is_locked
    inside.qtbot.waitUntil(lambda: inside.restarts == 1, timeout=PATIENCE)

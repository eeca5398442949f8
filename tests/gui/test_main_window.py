"""The one window, with real threads and a real file: what it shows locked, and how it opens, locks and closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kat_journal.domain.ids import Uid
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.workspace import Workspace
from kat_journal.services.demo import PASSPHRASE

WRONG = "something else entirely"


def workspace(person):
    found = person.window.centralWidget()
    assert isinstance(found, Workspace)
    return found


def context(person):
    return workspace(person)._context


def go(person, place):
    context(person).navigator.go(place)


def test_without_a_journal_a_person_is_welcomed(sit_down, tmp_path):
    person = sit_down(tmp_path / "None yet")

    assert person.see("welcome-passphrase")
    assert person.window.is_locked


def test_with_a_journal_the_way_in_is_its_passphrase_and_nothing_of_it_is_shown(person):
    person.see("passphrase")

    assert person.window.is_locked
    assert "session" not in person.texts().casefold()


def test_a_wrong_passphrase_is_said_plainly_and_what_was_typed_stays(person):
    person.type("passphrase", WRONG)
    person.click("open")

    assert "does not open" in person.see("trouble").text()
    assert person.see("passphrase", QLineEdit).text() == WRONG
    assert not person.see("passphrase", QLineEdit).isReadOnly()
    assert person.window.is_locked


def test_after_a_slip_the_right_passphrase_opens(person):
    person.type("passphrase", WRONG)
    person.click("open")
    person.see("trouble")
    person.type("passphrase", PASSPHRASE)  # over the old words, which are marked
    person.press(Qt.Key.Key_Return)

    person.see("today-sentence")
    assert not person.window.is_locked


def test_support_is_there_while_locked_and_leads_back(person):
    person.click("support")
    person.see("numbers")
    assert person.window.is_locked
    assert person.window.focusWidget().objectName() == "support-back"

    person.click("support-back")

    person.see("passphrase")


def test_support_asked_for_just_before_unlocking_does_not_come_afterwards(inside):
    inside.window._way_in._show_support(object())

    assert inside.sees("today-sentence")


def test_the_window_comes_back_as_it_stood(sit_down, folder):
    person = sit_down(folder)
    person.window.resize(900, 640)
    person.leave()
    stored = person.app.config.preferences.window

    again = sit_down(folder, window=stored)

    assert again.app.config.preferences.window == stored != ""


def test_a_place_for_the_window_that_cannot_be_read_gives_the_usual_size(sit_down, folder):
    assert sit_down(folder, window="bm9uc2Vuc2U=").window.isVisible()


def test_a_change_of_the_text_size_is_seen_at_once(inside):
    before = inside.see("today-sentence").font().pixelSize()
    inside.app.config.preferences.text_scale = 200

    inside.window.apply_preferences()

    assert inside.see("today-sentence").font().pixelSize() == 2 * before


def test_a_runner_of_something_unknown_says_so_and_leads_back(inside):
    go(inside, Place(PageName.RUNNER, response_uid=Uid("no such page")))

    inside.click("back")

    inside.see("today-sentence")


def test_the_desktop_is_listened_to_once_the_window_is_there(person):
    person.qtbot.waitUntil(lambda: person.window._desktop is not None, timeout=20_000)


def test_a_desktop_that_locks_or_sleeps_locks_the_journal(inside):
    inside.qtbot.waitUntil(lambda: inside.window._desktop is not None, timeout=20_000)

    inside.window._desktop.leaving.emit()

    assert inside.window.is_locked
    inside.qtbot.waitUntil(lambda: inside.restarts == 1, timeout=20_000)


def test_sleep_is_held_back_while_a_journal_is_open_and_not_when_the_lock_must_wait(inside):
    inside.qtbot.waitUntil(lambda: inside.window._desktop is not None, timeout=20_000)
    assert inside.window._desktop._wants_hold

    inside.window._on_locked(("words that the disk refused",))

    assert not inside.window._desktop._wants_hold


def test_before_the_desktop_is_listened_to_nothing_is_heard_of_it(inside):
    inside.qtbot.waitUntil(lambda: inside.window._desktop is not None, timeout=20_000)
    inside.window._desktop = None

    assert inside.window._heard() == Heard()
    inside.window._begin_journal(inside.window._journal)
    inside.window._stay_locked()

"""The page in the real window: who turns it off finds no way to it, and whoever closes the window loses nothing."""

from base64 import b64decode

import pytest
from PySide6.QtCore import Qt

from kat_journal.gui.theme import Look
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage import sealed_files
from kat_journal.storage.opening import open_vault
from kat_journal.storage.sealed import UnreadableError, unseal
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import PRIVATE_KEY
from tests.journeys.conftest import PATIENCE


@pytest.fixture
def writing(person):
    """A person on the page."""
    person.click("sealed")
    person.see("sealed-words")
    return person


def wait_for_the_journal_thread(person):
    done = []
    person.tasks.journal(lambda: None, context=person.window, then=done.append)
    person.qtbot.waitUntil(lambda: done != [], timeout=PATIENCE)


def texts_of(folder):
    """What the journal will find."""
    vault = open_vault(folder, PASSPHRASE)
    try:
        key = b64decode(Settings(vault.connection).get(PRIVATE_KEY))
    finally:
        vault.close()
    return [unseal(sealed_files.read(path)[0], key).text for path in sealed_files.found(folder)]


def test_it_is_dim_for_eyes_that_were_closed(writing):
    assert writing.see("sealed-page").property("look") == Look.AFTER_SESSION


def test_closing_the_window_at_once_keeps_the_last_letter(writing, folder):
    writing.type("sealed-words", "The sea")

    writing.leave()

    assert texts_of(folder) == ["The sea"]


def test_that_is_enough_leads_back_and_says_that_it_is_locked(writing, folder):
    writing.type("sealed-words", "The sea")

    writing.click("enough")

    writing.see("passphrase")
    assert "What you wrote is locked now." in writing.texts()
    assert not writing.sees("sealed-words")
    assert texts_of(folder) == ["The sea"]


def test_a_fresh_process_takes_over_from_the_one_that_saw_the_words(writing):
    writing.type("sealed-words", "The sea")
    before = writing.restarts

    writing.click("enough")

    writing.qtbot.waitUntil(lambda: writing.restarts == before + 1, timeout=PATIENCE)
    assert "It joins your journal when you open it." in writing.texts()


def test_who_wrote_nothing_keeps_the_process(writing):
    before = writing.restarts

    writing.click("enough")
    writing.see("passphrase")

    assert writing.restarts == before


def test_the_shortcut_that_locks_leads_back(writing):
    writing.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)

    writing.see("passphrase")
    assert not writing.sees("sealed-words")


def test_no_text_is_there_when_one_comes_again(writing):
    writing.type("sealed-words", "The sea")
    writing.click("enough")
    writing.see("passphrase")

    writing.window._way_in.lead_to("sealed")

    assert writing.see("sealed-words").words() == ""
    assert "The sea" not in writing.texts()


def test_another_page_that_is_shown_meanwhile_takes_nothing_away(writing, folder):
    writing.type("sealed-words", "The sea")

    writing.window._way_in.show()

    wait_for_the_journal_thread(writing)
    assert texts_of(folder) == ["The sea"]


def test_turned_off_nothing_leads_there(sit_down, folder):
    person = sit_down(folder, sealed_words=False)
    assert person.see("passphrase")
    assert not person.sees("sealed")

    person.window._way_in.lead_to("sealed")
    wait_for_the_journal_thread(person)

    assert person.see("passphrase")
    assert not person.sees("sealed-words")


def test_it_waits_for_a_lock_that_is_still_going_on(person):
    person.unlock(PASSPHRASE)
    person.see("today-sentence")
    restarts = []
    person.window.lock()
    person.window._way_in.lead_to("sealed")
    shown = person.sees("sealed-words")

    person.qtbot.waitUntil(lambda: restarts.append(person.restarts) or person.sees("sealed-words"), timeout=PATIENCE)

    assert not shown
    assert restarts[-1] == 1, "the fresh process would have come first"


def test_it_is_not_shown_once_the_journal_is_open(person):
    person.window._way_in.leave()

    person.window._way_in.lead_to("sealed")
    wait_for_the_journal_thread(person)

    assert not person.sees("sealed-words")


def test_what_others_wrote_cannot_be_read_without_the_private_key(writing, folder):
    writing.type("sealed-words", "The sea")
    writing.click("enough")
    writing.see("passphrase")

    (path,) = sealed_files.found(folder)
    with pytest.raises(UnreadableError):
        unseal(sealed_files.read(path)[0], sealed_files.public_key(folder))

"""From a few words while locked to a page of the session, and what is left when the process is killed meanwhile."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from kat_journal.domain.ids import ItemId, SessionId
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.sealed import FORM
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.helpers.traces import files_with
from tests.journeys.conftest import PATIENCE

PASSPHRASE = "lantern harbour seven plum"
WORDS = "The ceiling was the zanzibarsea"


@pytest.fixture
def folder(tmp_path, kdf):
    folder = tmp_path / "Journal"
    create_vault(folder, PASSPHRASE, kdf).close()
    return folder


@pytest.fixture
def person(sit_down, folder):
    return sit_down(folder)


def journal(person):
    return person.window.centralWidget()._context.journal


def ask(person, work):
    """What the open journal says, on its own thread."""
    said = []
    person.tasks.journal(work, context=person.window, then=said.append)
    person.qtbot.waitUntil(lambda: said != [], timeout=PATIENCE)
    return said[0]


def test_words_of_a_dazed_evening_become_a_page_of_the_session(person, folder, clock):
    person.unlock(PASSPHRASE)
    person.see("today-sentence")
    open_journal = journal(person)
    session = ask(person, open_journal.courses.just_had)
    person.lock()
    clock.set(clock.now() + timedelta(hours=2))

    person.click("sealed")
    person.type("sealed-words", WORDS)
    person.wait_saved()
    person.click("enough")
    person.see("passphrase")
    assert len(list((folder / "sealed").iterdir())) == 1
    assert files_with("zanzibarsea", folder) == []

    clock.set(clock.now() + timedelta(hours=12))
    person.unlock(PASSPHRASE)
    person.see("today-sentence")
    open_journal = journal(person)
    (row,) = ask(person, open_journal.written.newest)
    assert (row.title, row.words, row.session_number) == ("Written while locked", WORDS, None)
    assert list((folder / "sealed").iterdir()) == []

    assert person.see("reminder-words").text() == "Do these words belong to your first session?"
    person.click("reminder-action")
    person.qtbot.waitUntil(lambda: not person.sees("reminder"), timeout=PATIENCE)
    person.window.centralWidget()._context.navigator.go(Place(PageName.SESSION, session_id=SessionId(session.id)))

    part = person.see("part-locked-page")
    said = " ".join(label.text() for label in part.findChildren(QLabel))
    assert "Written while locked" in said
    assert "Written 25 Nov" in said
    person.click("open-part-locked-page")
    assert person.see("item-words").words() == WORDS


def test_what_was_typed_a_second_before_a_kill_is_there(folder):
    command = [sys.executable, "-m", "tests.journeys.sealed_typist", str(folder), WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "rested\n"
        os.killpg(process.pid, signal.SIGKILL)

    assert files_with("zanzibarsea", folder) == []
    assert pages(folder) == [WORDS]


def pages(folder):
    """The texts of what joins the journal at the next unlocking."""
    from kat_journal.app import App, SystemClock
    from kat_journal.config import Config, Preferences
    from kat_journal.content.locate import resources_folder

    preferences = Preferences(folder.parent / "other.toml")
    opened = App(Config(folder, resources_folder(), preferences), SystemClock(), None, KdfParameters(8192, 1, 1)).open(
        PASSPHRASE
    )
    opened.close()
    vault = open_vault(folder, PASSPHRASE)
    try:
        stored = Responses(vault.connection).of_form(FORM)
    finally:
        vault.close()
    return [one.answers[ItemId("words")].text for one in stored]

"""What stands in the way of a journal, and how a person gets past it, in the real window."""

import json
import shutil

import pytest
from PySide6.QtCore import Qt

from kat_journal.config import load_preferences
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.rekeying import code_for
from kat_journal.storage.vault import DATABASE


@pytest.fixture
def folder(demo_folder, tmp_path):
    folder = tmp_path / "Demo"
    shutil.copytree(demo_folder, folder)
    return folder


def give(person, passphrase):
    person.type("passphrase", passphrase)
    person.press(Qt.Key.Key_Return)
    person.see("trouble")


def test_a_journal_that_may_be_open_on_another_computer_opens_on_request(sit_down, folder):
    said = {"host": "another-laptop", "user": "anna", "pid": 1, "since": "2026-11-25T09:30:00Z"}
    folder.joinpath("lock").write_text(json.dumps(said))
    person = sit_down(folder)

    give(person, PASSPHRASE)
    assert "another-laptop (anna)" in person.see("trouble").text()
    assert person.window.is_locked

    person.click("take-over")
    person.qtbot.waitUntil(lambda: not person.window.is_locked)


def test_without_its_key_files_a_journal_opens_with_the_recovery_code(sit_down, folder):
    code = code_for(folder, PASSPHRASE)
    for name in ("keys.json", "keys.json.bak"):
        folder.joinpath(name).write_bytes(b"torn")
    person = sit_down(folder)
    give(person, PASSPHRASE)

    person.press(Qt.Key.Key_Return)  # on what helps best, which has the focus
    person.type("recovery-code", code)
    person.click("code-go-on")
    new = person.see("new-passphrase").text()
    person.type("passphrase-again", new)
    person.click("recover")
    person.qtbot.waitUntil(lambda: not person.window.is_locked)
    person.lock()

    person.unlock(new)


def test_a_damaged_journal_leads_to_a_backup_first(sit_down, folder):
    data = bytearray(folder.joinpath(DATABASE).read_bytes())
    data[len(data) // 2] ^= 1
    folder.joinpath(DATABASE).write_bytes(data)
    person = sit_down(folder)

    give(person, PASSPHRASE)

    assert "looks damaged" in person.see("trouble").text()
    assert person.focus().objectName() == "go-restoring"
    assert folder.joinpath(DATABASE).read_bytes() == bytes(data), "it was left as it is"


def test_a_missing_journal_is_never_made_anew(sit_down, folder):
    folder.joinpath(DATABASE).unlink()
    person = sit_down(folder)

    give(person, PASSPHRASE)

    assert not person.sees("new-passphrase")
    assert not folder.joinpath(DATABASE).exists()


def test_a_journal_that_is_gone_whole_is_missed_and_opens_once_it_is_back(sit_down, folder, tmp_path):
    person = sit_down(folder)
    person.unlock(PASSPHRASE)
    person.leave()
    folder.rename(tmp_path / "on a disk in a drawer")

    person = sit_down(folder, preferences=load_preferences(tmp_path / "config.toml"))
    person.click("look-again")
    assert "still not there" in person.see("trouble").text()
    person.click("welcome")
    person.see("new-passphrase")
    person.click("back")
    assert not folder.exists(), "nothing was made in its place"
    (tmp_path / "on a disk in a drawer").rename(folder)
    person.click("look-again")

    person.unlock(PASSPHRASE)


def test_on_a_new_laptop_a_backup_from_the_old_one_is_put_in_place(sit_down, demo, tmp_path, dialogs):
    made = demo.backups.back_up().path
    demo.close()
    new = tmp_path / "new laptop" / "Journal"
    person = sit_down(new)

    person.click("restoring")
    dialogs.answer(made)
    person.click("restore-other")
    person.type("restore-passphrase", PASSPHRASE)
    person.click("restore-open")
    assert "sessions" in person.see("restore-inside-1").text()
    person.click("restore-put")
    person.click("restore-go-on")

    person.unlock(PASSPHRASE)
    person.qtbot.waitUntil(lambda: "session" in person.see("today-sentence").text())

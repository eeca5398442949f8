"""A disk in trouble while somebody writes: the words stay, the page says what it is, saving goes on by itself."""

import fcntl
import os
import resource
import shutil
import struct
import subprocess
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from kat_journal.storage.creating import create_vault
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.journeys.conftest import EVENING_BEFORE, PATIENCE
from tests.storage.making import read_only, small_disk
from tests.torture import words
from tests.torture.numbers import lacking, need

BEFORE = "the sea was calm, "
MEANWHILE = "and then the wind came, "
AFTER = "and it went."
SHUT_DOWN = 0x8004587D  # of ext4: nothing is written any more, as if it was pulled out


@pytest.fixture(autouse=True)
def as_root():
    if os.geteuid() != 0:
        lacking("only root can mount the disks of this test")


@pytest.fixture
def clear_clipboard(qapp):
    yield
    QApplication.clipboard().clear()


@contextmanager
def full(folder: Path):
    """No room is left on its disk."""
    filler = folder.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    yield
    filler.unlink()


@contextmanager
def limited(folder: Path):
    """Files may not grow and hardly be written: what this process meets when its share of a disk is used up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def unplugged(folder: Path):
    """Its disk is pulled out, and put in again."""
    subprocess.run(["umount", "-l", str(folder.parent)], check=True)
    assert not folder.exists()
    yield
    subprocess.run(["mount", "--bind", str(folder.parents[1] / "disk"), str(folder.parent)], check=True)


@pytest.fixture
def on_a_disk(tmp_path):
    """A journal on a small disk of its own that can be pulled out."""
    disk, place = tmp_path / "disk", tmp_path / "place"
    place.mkdir()
    with small_disk(disk, "2m"), ExitStack() as mounted:
        subprocess.run(["mount", "--bind", str(disk), str(place)], check=True)
        mounted.callback(subprocess.run, ["umount", "-l", str(place)], check=True)
        create_vault(place / "Journal", words.PASSPHRASE, words.FAST).close()
        yield place / "Journal"


def written(folder):
    """The words of the newest page in the file, and whether all of it is whole."""
    vault = open_vault(folder, words.PASSPHRASE)
    try:
        check_all(vault.connection)
        return Responses(vault.connection).newest(1)[0].answers[words.ITEM].text
    finally:
        vault.close()


def copied(person):
    """What copying everything that is on the page gives."""
    field = person.see("item-words", QTextEdit)
    person.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    return QApplication.clipboard().text()


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (full, "The disk is full"),
        (limited, "The disk could not be"),
        (read_only, "read-only"),
        (unplugged, "connect that disk"),
    ],
)
def test_words_stay_and_saving_goes_on_by_itself(sit_down, on_a_disk, clear_clipboard, trouble, said):
    person = sit_down(on_a_disk)
    person.unlock(words.PASSPHRASE)
    person.click("write-freely")
    person.type("item-words", BEFORE)
    person.wait_saved()
    with trouble(on_a_disk):
        person.type("item-words", MEANWHILE)
        notice = person.see("runner-notice-text", QLabel)
        assert said in notice.text()
        assert person.see("saved", QLabel).text() == "Not saved yet"
        assert copied(person) == BEFORE + MEANWHILE
        last = "" if trouble is full else AFTER  # with and without a save that waits already
        person.type("item-words", last)
    person.wait_saved()  # nothing is typed or pressed for this
    person.qtbot.waitUntil(lambda: not person.sees("runner-notice"), timeout=PATIENCE)
    assert copied(person) == BEFORE + MEANWHILE + last
    person.lock()
    assert written(on_a_disk) == BEFORE + MEANWHILE + last


def mount(image, place):
    done = subprocess.run(["mount", "-o", "loop", str(image), str(place)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lacking(f"this system mounts no file as a disk: {done.stderr.strip()}")


@pytest.fixture
def stick(tmp_path):
    """A disk with a file system of its own, as a memory stick has one; and the file that it is."""
    need("mkfs.ext4")
    image, place = tmp_path / "image", tmp_path / "stick"
    image.touch()
    os.truncate(image, 16 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    place.mkdir()
    mount(image, place)
    create_vault(place / "Journal", words.PASSPHRASE, words.FAST).close()
    yield place, image
    subprocess.run(["umount", "-l", str(place)], check=True)


def pull_out(place):
    """Every open file of it fails from now on, and its folder is empty."""
    handle = os.open(place, os.O_RDONLY)
    fcntl.ioctl(handle, SHUT_DOWN, struct.pack("I", 2))
    os.close(handle)
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_stick_that_is_pulled_out_and_put_in_again_gets_the_words(stick, sit_down, tmp_path):
    """No file that was open before can be used any more: the journal is opened anew by itself."""
    place, image = stick
    person = sit_down(place / "Journal")
    person.unlock(words.PASSPHRASE)
    person.click("write-freely")
    person.type("item-words", BEFORE)
    person.wait_saved()
    pull_out(place)
    person.type("item-words", MEANWHILE)
    assert "connect that disk" in person.see("runner-notice-text", QLabel).text()
    mount(shutil.copy(image, tmp_path / "the same stick in another slot"), place)
    person.wait_saved()
    person.qtbot.waitUntil(lambda: not person.sees("runner-notice"), timeout=PATIENCE)
    person.lock()
    assert written(place / "Journal") == BEFORE + MEANWHILE


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_was_set_loses_nothing(sit_down, clock, folder, days):
    person = sit_down(folder)
    person.unlock(words.PASSPHRASE)
    person.click("write-freely")
    person.type("item-words", BEFORE)
    person.wait_saved()
    clock.set(EVENING_BEFORE + timedelta(days=days))
    person.type("item-words", AFTER)
    person.wait_saved()
    person.click("leave")
    person.see("today-sentence")
    person.lock()
    person.unlock(words.PASSPHRASE)
    person.see("today-sentence")
    person.leave()
    assert written(folder) == BEFORE + AFTER

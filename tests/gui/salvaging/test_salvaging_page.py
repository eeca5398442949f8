"""Saving what can be read, in the window: typed, told, and put in place."""

import shutil
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.salvaging import build
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.salvage import Salvager
from kat_journal.storage import key_file
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import code_of
from kat_journal.storage.vault import DATABASE
from tests.storage.salvage_making import told

NEW = "amber lantern quiet river"


class Said:
    """What the page asked for."""

    def __init__(self):
        self.back = self.restarts = 0

    def on_back(self):
        self.back += 1

    def restart(self):
        self.restarts += 1


@pytest.fixture
def said():
    return Said()


@pytest.fixture
def damaged(demo_folder, tmp_path):
    folder = shutil.copytree(demo_folder, tmp_path / "Journal")
    with (folder / DATABASE).open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    return folder


@pytest.fixture
def page(qtbot, theme, damaged, said, library, messages, clock, kdf, dialogs):
    parts = dict.fromkeys(field.name for field in fields(Gate))
    parts |= {
        "salvager": lambda: Salvager(library.forms.values, messages, clock, kdf),
        "restart": said.restart,
        "folder": damaged,
    }
    page = build(Gate(**parts), InlineTasks(), dialogs, None, said.on_back, None)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.start_focus()
    return page


def press(page, name):
    QTest.mouseClick(page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def text(page, name):
    return page.findChild(QWidget, name).text()


def test_a_passphrase_saves_what_can_be_read_and_the_numbers_are_told(page, damaged, said):
    new = damaged.with_name("Journal saved 2026-11-23")
    QTest.keyClicks(page.secret, PASSPHRASE)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    assert tuple(text(page, "saved-counts").splitlines()[:2]) == told(new, PASSPHRASE)
    assert "table of contents is lost" in text(page, "saved-remarks")
    assert "Journal saved 2026-11-23" in text(page, "saved-folder")
    assert page.findChild(QWidget, "saved-heading").hasFocus()
    assert not page.secret.isVisible()
    assert page.secret.text() == ""
    press(page, "salvaging-back")
    assert (said.back, said.restarts) == (0, 1)


def test_the_new_journal_takes_the_place_of_the_damaged_one(page, damaged, said):
    QTest.keyClicks(page.secret, PASSPHRASE)
    press(page, "salvaging-go")
    press(page, "saved-place")
    assert (said.back, said.restarts) == (0, 1)
    open_vault(damaged, PASSPHRASE).close()


def test_a_recovery_code_asks_for_a_new_passphrase(page, damaged, demo_folder, said):
    code = code_of(next(key_file.read(demo_folder)[0].seeds(PASSPHRASE))[1])
    press(page, "salvaging-other")
    assert page.new.isVisible()
    QTest.keyClicks(page.secret, code)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    assert page.new.hasFocus()
    QTest.keyClicks(page.new, NEW)
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    open_vault(damaged.with_name("Journal saved 2026-11-23"), NEW).close()


def test_a_slip_is_said_and_what_was_typed_stays(page, said, damaged):
    press(page, "salvaging-go")
    assert page.secret.hasFocus()
    QTest.keyClicks(page.secret, "a wrong one, long enough")
    press(page, "salvaging-go")
    assert text(page, "salvaging-trouble-text").startswith("That passphrase does not open this journal.")
    assert page.secret.text() != ""
    press(page, "salvaging-show")
    assert page.secret.echoMode() is page.secret.EchoMode.Normal
    press(page, "salvaging-other")
    press(page, "salvaging-other")
    assert (page.secret.text(), page.new.isVisible()) == ("", False)
    press(page, "salvaging-back")
    assert (said.back, said.restarts) == (1, 0)


def test_when_the_place_is_taken_meanwhile_it_is_said(page, damaged):
    QTest.keyClicks(page.secret, PASSPHRASE)
    press(page, "salvaging-go")
    shutil.rmtree(damaged.with_name("Journal saved 2026-11-23"))
    press(page, "saved-place")
    assert text(page, "salvaging-trouble-text").startswith("There is no journal here.")

"""The page for restoring, over the demo's journal with one good backup."""

import shutil
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kat_journal.config import JOURNAL_FILES
from kat_journal.gui.gate import Gate
from kat_journal.gui.restoring import build
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.restoring import Restorer
from kat_journal.storage import backup, key_file
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import code_of


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def folder(demo_folder, tmp_path, clock):
    """The demo's journal with one good backup and one file that cannot be read."""
    folder = shutil.copytree(demo_folder, tmp_path / "Journal")
    vault = open_vault(folder, PASSPHRASE)
    path = folder / "backups" / "2026-11-23T103000.kjbackup"
    backup.make(vault.connection, vault.key, folder, path, clock.now())
    vault.close()
    (folder / "backups" / "broken.kjbackup").write_text("not ours")
    return folder


@pytest.fixture
def code(folder):
    return code_of(next(key_file.read(folder)[0].seeds(PASSPHRASE))[1])


class Page:
    """The page as a person sees it."""

    def __init__(self, view, back):
        self.view = view
        self.back = back

    def visible(self, kind, name):
        return next((one for one in self.view.findChildren(kind, name) if one.isVisible()), None)

    def press(self, name):
        button = self.visible(QAbstractButton, name)
        assert button.isEnabled()
        button.click()

    def type(self, name, text):
        field = self.visible(QLineEdit, name)
        assert self.view.focusWidget() is field
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def said(self, name):
        return self.visible(QLabel, name).text()

    def sees(self, name):
        return self.visible(QWidget, name) is not None


@pytest.fixture
def show(qtbot, theme, clock, dialogs):
    """Shows the page for a folder."""
    shown = []

    def show(folder, tasks=None):
        parts = dict.fromkeys(field.name for field in fields(Gate))
        parts |= {
            "restorer": lambda: Restorer(folder, clock),
            "has_journal": lambda: any((folder / name).exists() for name in JOURNAL_FILES),
            "clock": clock,
            "folder": folder,
        }
        back = []
        view = build(Gate(**parts), tasks or InlineTasks(), dialogs, None, lambda *words: back.append(words), None)
        shown.append(view)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.start_focus()
        return Page(view, back)

    return show


@pytest.fixture
def page(show, folder):
    return show(folder)

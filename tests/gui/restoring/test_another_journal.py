"""A backup of another journal can be put in place, and is never taken for one of this."""

import shutil
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.gui.gate import Gate
from kat_journal.gui.restoring import build
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.restoring import Restorer
from kat_journal.storage import backup
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault

OTHER = "It is not of the journal that is in place now, but of another one."


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("place", ["the same journal", "another journal", "no journal"])
def test_it_is_said_whose_backup_it_is_before_anything_is_typed(
    qtbot, theme, clock, dialogs, demo_folder, tmp_path, kdf, place
):
    folder, work = tmp_path / "Journal", shutil.copytree(demo_folder, tmp_path / "Work")
    there = {"the same journal": work, "another journal": tmp_path / "Other", "no journal": tmp_path / "None"}[place]
    create_vault(tmp_path / "Other", PASSPHRASE, kdf).close()
    vault = open_vault(work, PASSPHRASE)
    path = backup.make(vault.connection, vault.key, work, tmp_path / "2026-11-23T103000.kjbackup").path
    vault.close()
    (folder / "backups").mkdir(parents=True)
    shutil.copy(path, folder / "backups")
    if there.exists():
        shutil.copy(there / "journal.db", folder)
    parts = dict.fromkeys(field.name for field in fields(Gate))
    parts |= {"restorer": lambda: Restorer(folder, clock), "has_journal": lambda: True, "clock": clock}
    view = build(Gate(**parts), InlineTasks(), dialogs, None, lambda *_: None, None)
    qtbot.addWidget(view)
    view.show()

    view.findChild(QAbstractButton, "restore-0").click()

    assert (OTHER in view.findChild(QLabel, "restore-which").text()) is (place == "another journal")

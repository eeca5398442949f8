"""The system's own dialogs answer with a path, and leave no trace of it outside the journal."""

import subprocess
import sys

import pytest

from tests.helpers.command import ROOT, surroundings

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from kat_journal.gui.dialogs import SystemDialogs
kind, folder, answer = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
application = QApplication([])
parent = QWidget()
parent.show()
def close():
    dialog = application.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(20, close)
    else:
        if kind == "open":
            dialog.selectFile("zanzibar.kjbackup")
        dialog.accept() if answer == "yes" else dialog.reject()
QTimer.singleShot(0, close)
if kind == "plain":
    dialog = QFileDialog(parent, "t", str(folder))
    dialog.selectFile("zanzibar.kjbackup")
    dialog.exec()
    chosen = dialog.selectedFiles()[0]
    dialog.setParent(None)
    del dialog
elif kind == "save":
    chosen = SystemDialogs().save_file(parent, "t", folder / "new.kjbackup", "")
elif kind == "open":
    chosen = SystemDialogs().open_file(parent, "t", folder, "Backups (*.kjbackup)")
else:
    chosen = SystemDialogs().choose_folder(parent, "t", folder)
application.sendPostedEvents(None, 52)
print(chosen)
"""


def asked(home, kind, answer="yes"):
    """Runs a dialog in a program of its own; gives what it answered, and the files that name its folder."""
    folder = home / "zanzibar"
    folder.mkdir(parents=True)
    (folder / "zanzibar.kjbackup").touch()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, kind, folder, answer],
        env=surroundings(home) | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    traces = [path for path in home.rglob("*") if path.is_file() and b"zanzibar" in path.read_bytes()]
    return done.stdout.strip(), folder, traces


def test_qts_own_dialog_leaves_the_folder_behind(tmp_path):
    """The positive control: the search below finds what is there to be found."""
    answer, folder, traces = asked(tmp_path / "home", "plain")

    assert answer == str(folder / "zanzibar.kjbackup")
    assert [path.name for path in traces] == ["QtProject.conf"]


@pytest.mark.parametrize(("kind", "name"), [("save", "new.kjbackup"), ("open", "zanzibar.kjbackup"), ("folder", "")])
def test_our_dialogs_answer_and_leave_nothing_behind(tmp_path, kind, name):
    answer, folder, traces = asked(tmp_path / "home", kind)

    assert answer == str(folder / name if name else folder)
    assert traces == []
    assert list((tmp_path / "home").rglob("QtProject.conf")) == []


@pytest.mark.parametrize("kind", ["save", "open", "folder"])
def test_a_dialog_that_is_cancelled_answers_nothing(tmp_path, kind):
    answer, _, traces = asked(tmp_path / "home", kind, "no")

    assert (answer, traces) == ("None", [])

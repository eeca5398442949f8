"""What is loaded when: Qt for the window alone, and behind the unlock page nothing until it is needed (goal G19)."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.helpers.loaded import too_early

QT = ("PySide6", "shiboken6")
LOADED = "\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
EXPORT = """
import os, sys
from kat_journal.cli import main
read, write = os.pipe()
os.write(write, sys.argv[2].encode())
os.close(write)
done = main(["--journal", sys.argv[1], "export", "-o", sys.argv[3], "--passphrase-fd", str(read)])
assert done == 0
"""
UNLOCK_PAGE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from kat_journal.app import App
from kat_journal.cli import main, talk

class WatchedApp(App):
    def window(self, *parts):
        window = super().window(*parts)
        FirstPaint(window)
        return window

class FirstPaint(QWidget):
    def paintEvent(self, event):
        import json
        print(json.dumps(sorted(sys.modules)), flush=True)
        QApplication.quit()

talk.App = WatchedApp
main(["--journal", sys.argv[1], "run"])
"""


@pytest.fixture
def loaded(tmp_path):
    """Runs a script in a process of its own; gives what was loaded at its end, or when it said so."""

    def run(script, *arguments):
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, arguments)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return set(json.loads(done.stdout.splitlines()[-1]))

    return run


def of_qt(modules):
    return {name for name in modules if name.split(".")[0] in QT}


@pytest.mark.parametrize(
    "module", ["kat_journal", "kat_journal.app", "kat_journal.cli", "kat_journal.services.journal"]
)
def test_importing_the_program_loads_no_qt(loaded, module):
    assert of_qt(loaded(f"import {module}{LOADED}")) == set()


def test_exporting_loads_no_qt(loaded, demo_folder, tmp_path):
    from kat_journal.services.demo import PASSPHRASE

    summary = tmp_path / "summary.md"

    journal = shutil.copytree(demo_folder, tmp_path / "Journal")  # an export is remembered, and others use the demo too

    modules = loaded(EXPORT + LOADED, journal, f"{PASSPHRASE}\n", summary)

    assert summary.stat().st_size > 0
    assert of_qt(modules) == set()


def test_the_unlock_page_is_painted_before_anything_behind_it_is_loaded(loaded, demo_folder):
    modules = loaded(UNLOCK_PAGE, demo_folder)

    assert "kat_journal.gui.unlock.view" in modules
    assert too_early(modules) == set()

"""Each kind of broken layer rule, planted in a copy of the package, is caught by what ``make check`` runs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("cli", "gui", "services", "content", "storage", "export", "importing", "domain")
MODULES = ("__main__", "app", "config", "logs", "errors")


@pytest.fixture
def project(tmp_path):
    """A copy of the package and its rules, with every layer there."""
    package = tmp_path / "kat_journal"
    shutil.copytree(ROOT / "kat_journal", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    wanted = [package / folder / "__init__.py" for folder in FOLDERS] + [package / f"{name}.py" for name in MODULES]
    for path in wanted:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def plant(project, files):
    for name, text in files.items():
        path = project / "kat_journal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""Planted."""\n\n{text}\n', encoding="utf-8")


def run(project, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=project, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    return done.returncode, done.stdout + done.stderr


def lint_imports(project):
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return run(project, "-c", code, "--no-logo", "--no-cache")


def test_the_package_as_it_is_keeps_every_contract(project):
    status, output = lint_imports(project)

    assert status == 0, output
    assert "7 kept, 0 broken" in output


BROKEN_LAYERS = {
    "the window opens the database": (
        {"gui/planted.py": "import kat_journal.storage"},
        "The window reaches data through services only BROKEN",
    ),
    "the window reads packs": (
        {"gui/planted.py": "import kat_journal.content"},
        "The window reaches data through services only BROKEN",
    ),
    "the window reads files of other programs": (
        {"gui/planted.py": "from kat_journal.importing import fhir_questionnaire"},
        "The window reaches data through services only BROKEN",
    ),
    "the domain knows Qt": (
        {"domain/planted.py": "from PySide6.QtCore import QObject"},
        "Qt is known to gui and app alone BROKEN",
    ),
    "a command knows Qt": (
        {"cli/planted.py": "import PySide6.QtWidgets"},
        "Qt is known to gui and app alone BROKEN",
    ),
    "the domain decodes by a library": (
        {"domain/planted.py": "import msgspec"},
        "The domain is standard library only BROKEN",
    ),
    "a service opens the database": (
        {"services/planted.py": "import sqlcipher3"},
        "The database and the keys are known to storage alone BROKEN",
    ),
    "a service derives a key": (
        {"services/planted.py": "from cryptography.hazmat.primitives import hashes"},
        "The database and the keys are known to storage alone BROKEN",
    ),
    "storage uses a database without encryption": (
        {"storage/planted.py": "import sqlite3"},
        "The database and the keys are known to storage alone BROKEN",
    ),
    "an exporter opens a socket": (
        {"export/planted.py": "import socket"},
        "Nothing reaches a network BROKEN",
    ),
    "the window asks a server": (
        {"gui/planted.py": "import http.client"},
        "Nothing reaches a network BROKEN",
    ),
    "storage looks up at services": (
        {"storage/planted.py": "import kat_journal.services"},
        "Layers BROKEN",
    ),
    "an exporter reads the database": (
        {"export/planted.py": "import kat_journal.storage"},
        "Layers BROKEN",
    ),
    "an importer reads packs": (
        {"importing/planted.py": "import kat_journal.content"},
        "Layers BROKEN",
    ),
    "an importer opens the database": (
        {"importing/planted.py": "import kat_journal.storage"},
        "Layers BROKEN",
    ),
    "an importer asks a server": (
        {"importing/planted.py": "import http.client"},
        "Nothing reaches a network BROKEN",
    ),
    "a new folder without a place among the layers": (
        {"helpers/__init__.py": ""},
        "Layers BROKEN",
    ),
    "two folders import each other": (
        {
            "gui/planted_a/__init__.py": "",
            "gui/planted_a/view.py": "import kat_journal.gui.planted_b.view",
            "gui/planted_b/__init__.py": "",
            "gui/planted_b/view.py": "import kat_journal.gui.planted_a.other",
            "gui/planted_a/other.py": "",
        },
        "No two folders or files import each other BROKEN",
    ),
}


@pytest.mark.parametrize("violation", BROKEN_LAYERS)
def test_a_planted_import_breaks_its_contract(project, violation):
    files, message = BROKEN_LAYERS[violation]
    plant(project, files)

    status, output = lint_imports(project)

    assert status == 1, output
    assert message in output


BROKEN_SEAMS = {
    "the network by urllib": ("import urllib.request", "never reaches a network"),
    "the network by Qt": ("from PySide6.QtNetwork import QNetworkAccessManager", "never reaches a network"),
    "the network by a socket": ("import socket", "never reaches a network"),
    "another event loop": ("import asyncio", "kat_journal.gui.tasks"),
    "the time without the clock": (
        "from datetime import UTC, datetime\n\nMADE_AT = datetime.now(tz=UTC)",
        "kat_journal.domain.clock",
    ),
    "the day without the clock": ("import datetime\n\nTODAY = datetime.date.today()", "kat_journal.domain.clock"),
    "a message box": ("from PySide6.QtWidgets import QMessageBox", "kat_journal.gui.dialogs"),
    "a file dialog": ("from PySide6.QtWidgets import QFileDialog", "kat_journal.gui.dialogs"),
    "settings in clear": ("from PySide6.QtCore import QSettings", "kat_journal.config"),
}


@pytest.mark.parametrize("violation", BROKEN_SEAMS)
def test_a_planted_way_round_a_seam_is_named_with_what_to_use(project, violation):
    text, message = BROKEN_SEAMS[violation]
    plant(project, {"gui/planted.py": text})

    status, output = run(
        project, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "kat_journal/gui/planted.py"
    )

    assert status == 1, output
    assert "TID251" in output
    assert message in output

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kat_journal.domain.response import Answer
from kat_journal.storage import backup
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.vault import Vault
from tests.storage.making import FAST, NOW, PASSPHRASE, WORDS, draft


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A closed, empty journal that no test touches."""
    folder = tmp_path_factory.mktemp("made") / "Journal"
    create_vault(folder, PASSPHRASE, FAST).close()
    return folder


@pytest.fixture(scope="session")
def good(made, tmp_path_factory) -> Path:
    """A good backup that no test touches, in the folder of a closed journal with three answers."""
    folder = Path(shutil.copytree(made, tmp_path_factory.mktemp("good") / "Journal"))
    vault = open_vault(folder, PASSPHRASE)
    for _ in range(3):
        Responses(vault.connection).save_answer(draft(), Answer(WORDS, text="the sea, and then quiet"), NOW)
    path = folder / "backups" / "2026-11-24T093658.kjbackup"
    backup.make(vault.connection, vault.key, folder, path, datetime(2026, 11, 24, 9, 36, 58, tzinfo=UTC))
    vault.close()
    return path


@pytest.fixture
def copy(good, tmp_path) -> Path:
    """A copy of the good backup, of this test's own."""
    return Path(shutil.copy(good, tmp_path / "copy.kjbackup"))


@pytest.fixture
def folder(made, tmp_path) -> Path:
    """A closed, empty journal of this test's own."""
    return Path(shutil.copytree(made, tmp_path / "Journal"))


@pytest.fixture
def vault(folder) -> Vault:
    """An open, empty journal."""
    vault = open_vault(folder, PASSPHRASE)
    yield vault
    vault.close()


@pytest.fixture
def connection(vault):
    return vault.connection


@pytest.fixture
def written(vault):
    """The open journal, with words in it."""
    for words in ("The river was warm", "A lantern, far out"):
        Responses(vault.connection).save_answer(draft(), Answer(WORDS, text=words * 900), NOW)
    return vault

import shutil
from pathlib import Path

import pytest

from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.vault import Vault
from tests.storage.making import FAST, PASSPHRASE


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A closed, empty journal that no test touches."""
    folder = tmp_path_factory.mktemp("made") / "Journal"
    create_vault(folder, PASSPHRASE, FAST).close()
    return folder


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

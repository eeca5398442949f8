import shutil
import sys
from pathlib import Path

import pytest

from kat_journal.storage.creating import create_vault
from tests.journeys.conftest import clock, sit_down  # noqa: F401 - the person in front of the window
from tests.torture import words


@pytest.fixture(scope="session")
def empty(tmp_path_factory) -> Path:
    """A closed, empty journal that no test touches."""
    folder = tmp_path_factory.mktemp("tortured") / "Journal"
    create_vault(folder, words.PASSPHRASE, words.FAST).close()
    return folder


@pytest.fixture
def folder(empty, tmp_path) -> Path:
    """A closed, empty journal of this test's own."""
    return Path(shutil.copytree(empty, tmp_path / "Journal"))


@pytest.fixture(scope="session")
def worker():
    """The warm process whose children are killed."""
    if sys.platform == "win32":
        pytest.skip("Windows has no fork")
    from tests.torture.worker import Worker

    worker = Worker()
    yield worker
    worker.close()

"""The commands, run in this process by somebody whose home is a folder of the test."""

import os
import shutil
import sys
import threading

import pytest

from kat_journal.cli import main
from tests.helpers.command import places


@pytest.fixture
def home(tmp_path):
    """A home of one's own; what a command changes in its process is put back afterwards."""
    kept = dict(os.environ)
    umask, hooks = os.umask(0o022), (sys.excepthook, threading.excepthook)
    os.environ.update(places(tmp_path / "home"))
    yield tmp_path / "home"
    os.environ.clear()
    os.environ.update(kept)
    os.umask(umask)
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture
def journal(demo_folder, tmp_path):
    """A copy of the demo's journal."""
    return shutil.copytree(demo_folder, tmp_path / "Journal")


@pytest.fixture
def run(home, capsys, caplog):
    """Runs a command here; gives its status, what it said, and what it said went wrong."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def misuse(home, capsys):
    """What is said to a command that makes no sense."""

    def misuse(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        assert ended.value.code == 2
        return capsys.readouterr().err

    return misuse

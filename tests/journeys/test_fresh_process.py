"""Locking for real: the process that read the journal is gone, and a fresh one waits in its place."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal.domain.ids import ItemId
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from tests.helpers.command import ROOT, surroundings

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="another process cannot be looked into")

PASSPHRASE = "lantern harbour seven plum"
WORDS = "zanzibar marmalade nine"
PATIENCE = 60_000


def in_memory(pid, words):
    """Whether a process holds the words, in Python's way or in Qt's."""
    looked_for = [words.encode(), words.encode("utf-16-le")]
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            start, end, rights = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
            if rights.startswith("rw"):
                try:
                    memory.seek(int(start, 16))
                    held = memory.read(int(end, 16) - int(start, 16))
                except (OSError, ValueError):
                    continue
                if any(one in held for one in looked_for):
                    return True
    return False


def command_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]


@pytest.fixture
def process(tmp_path):
    """Somebody's window, in a home of its own."""
    folder = tmp_path / "Journal"
    create_vault(folder, PASSPHRASE, KdfParameters(8192, 1, 1)).close()
    environment = surroundings(tmp_path / "home") | {
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(ROOT / "packaging" / "fonts.conf"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.locker", str(folder)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def test_locking_starts_the_process_afresh_with_nothing_in_memory(process, qtbot, tmp_path):
    folder = tmp_path / "Journal"
    process.stdin.write(f"{PASSPHRASE}\n{WORDS}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "typed\n"
    assert in_memory(process.pid, WORDS), "the search finds what is there"
    before = command_of(process.pid)

    process.stdin.write("lock\n")
    process.stdin.flush()
    qtbot.waitUntil(lambda: command_of(process.pid) not in ([], before), timeout=PATIENCE)
    command = command_of(process.pid)
    qtbot.waitUntil(lambda: (tmp_path / "home" / "config" / "KAT Journal" / "config.toml").exists(), timeout=PATIENCE)

    assert command[1:] == ["-P", "-m", "kat_journal", f"--journal={folder}", "run"]
    assert process.poll() is None
    assert not (folder / "lock").exists()
    qtbot.waitUntil(lambda: b"libQt6Widgets" in Path(f"/proc/{process.pid}/maps").read_bytes(), timeout=PATIENCE)
    assert not in_memory(process.pid, WORDS)
    assert not in_memory(process.pid, PASSPHRASE)
    vault = open_vault(folder, PASSPHRASE)
    (response,) = Responses(vault.connection).newest(5)
    vault.close()
    assert response.answers[ItemId("words")].text == WORDS

"""Programs that are stopped while they write; ``tests/torture`` kills them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal.errors import JournalInUseError
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.opening import open_vault
from kat_journal.storage.settings import Settings
from tests.storage.making import PASSPHRASE, contents

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from itertools import count
from pathlib import Path
from kat_journal.storage.settings import Settings
from kat_journal.storage.opening import open_vault
settings = Settings(open_vault(Path(sys.argv[1]), sys.argv[2]).connection)
for number in count(int(sys.argv[3])):
    settings.put(f"key {number}", f"{number} " * (number % 40) * 40)
    print(number, flush=True)
"""
LIMITED = """
import resource, signal, sys
from pathlib import Path
from kat_journal.errors import StorageFailedError
from kat_journal.storage.settings import Settings
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from tests.storage.making import FAST
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
vault = open_vault(folder, passphrase)
settings = Settings(vault.connection)
settings.put("before", "kept")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
try:
    settings.put("large", "x" * 1_000_000)
except StorageFailedError:
    print("refused")
assert settings.get("large") is None
settings.put("after", "saved")
vault.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    create_vault(folder.parent / "New", passphrase, FAST)
except StorageFailedError:
    print("refused")
assert not (folder.parent / "New").exists()
"""


def start(program, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_two_programs_never_have_one_journal_open(folder):
    with start(WRITER, str(folder), PASSPHRASE, "0") as writer:
        writer.stdout.readline()
        for _ in range(3):
            with pytest.raises(JournalInUseError):
                open_vault(folder, PASSPHRASE)
        writer.kill()
    open_vault(folder, PASSPHRASE).close()
    assert "lock" not in contents(folder)


def test_a_file_that_may_not_grow_is_refused_and_the_journal_stays_whole(folder):
    with start(LIMITED, str(folder), PASSPHRASE) as program:
        said, _ = program.communicate()
    assert (said, program.returncode) == ("refused\nrefused\n", 0)
    vault = open_vault(folder, PASSPHRASE)
    check_all(vault.connection)
    assert Settings(vault.connection).get("before") == "kept"
    assert Settings(vault.connection).get("after") == "saved"
    vault.close()

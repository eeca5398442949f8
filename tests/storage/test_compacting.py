"""Writing the file anew: smaller, otherwise the same, and safe against being killed while it happens."""

import random
import signal
import subprocess

import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import JournalChangedError
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from tests.storage.decrypting import SALT, decrypted_pages
from tests.storage.making import NOW, PASSPHRASE, WORDS, draft
from tests.storage.test_crashes import start

COMPACTER = """
import sys
from pathlib import Path
from kat_journal.storage.opening import open_vault
from kat_journal.storage.settings import Settings
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
settings = Settings(vault.connection)
for number in range(1000):
    settings.put("large", "x" * 400_000 * (number % 2))
    print(number, flush=True)
    vault.connection.compact()
"""


def test_a_file_that_was_written_anew_is_smaller_and_otherwise_the_same(folder):
    vault = open_vault(folder, PASSPHRASE)
    path, key, mine = folder / "journal.db", bytes(vault.key), draft()
    salt = path.read_bytes()[:SALT]
    Responses(vault.connection).save_answer(mine, Answer(WORDS, text="heronries"), NOW)
    Settings(vault.connection).put("large", "x" * 400_000)
    Settings(vault.connection).put("large", "")
    before = path.stat().st_size

    vault.connection.compact()

    assert path.stat().st_size < before - 400_000
    assert path.read_bytes()[:SALT] == salt
    assert b"heronries" in decrypted_pages(path, key)
    Settings(vault.connection).put("after", "the file is still ours to write to")
    vault.close()
    again = open_vault(folder, PASSPHRASE)
    check_all(again.connection)
    assert [hit.response_uid for hit in Search(again.connection).find("heronr")] == [mine.uid]
    again.close()


def test_a_file_that_changed_underneath_is_not_written_anew(folder):
    vault = open_vault(folder, PASSPHRASE)
    (folder / "journal.db").touch()
    before = (folder / "journal.db").read_bytes()

    with pytest.raises(JournalChangedError):
        vault.connection.compact()

    assert (folder / "journal.db").read_bytes() == before
    vault.close()


def test_a_program_that_is_killed_while_it_writes_the_file_anew_loses_nothing(folder):
    vault = open_vault(folder, PASSPHRASE)
    Settings(vault.connection).put("kept", "y" * 300_000)
    vault.close()
    chance = random.Random(7)
    said = 0
    for _ in range(10):
        with start(COMPACTER, str(folder), PASSPHRASE) as program:
            for _ in range(chance.randrange(1, 6)):
                said += program.stdout.readline() != ""
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(chance.random() / 100)  # somewhere within the next file
            program.send_signal(signal.SIGKILL)

        vault = open_vault(folder, PASSPHRASE)
        check_all(vault.connection)
        assert Settings(vault.connection).get("kept") == "y" * 300_000
        assert Settings(vault.connection).get("large") in {"", "x" * 400_000}
        vault.close()
    assert said >= 10

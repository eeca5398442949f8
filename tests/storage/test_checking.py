"""A check beside the open journal: it sees damage, takes no lock, and concludes nothing of a file that changes."""

import os
import shutil
import subprocess
import sys

import pytest

from kat_journal.storage.checking import Found, check_quietly
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE
from tests.storage.salvage_making import PAGE, pages_in

LOCKED = """
import sys, sqlcipher3
connection = sqlcipher3.connect(sys.argv[1], isolation_level=None, timeout=0)
connection.set_key(sys.argv[2].encode())
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlcipher3.OperationalError as error:
    print(error)
"""


@pytest.fixture
def key(vault):
    return bytearray(vault.key)


def test_an_open_journal_is_good_before_and_while_something_is_written(vault, key):
    assert check_quietly(vault.folder / DATABASE, key) is Found.GOOD
    with vault.connection.writing():
        vault.connection.execute("INSERT INTO setting (key, value) VALUES ('a', 'b')")
        assert check_quietly(vault.folder / DATABASE, key) is Found.GOOD
        # SQLite's locks are the process's own: another handle on the file must not take them away.
        done = subprocess.run(
            [sys.executable, "-c", LOCKED, vault.folder / DATABASE, key.decode()],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "database is locked\n"


def test_each_page_in_use_is_looked_at(vault, key, tmp_path):
    seen = 0
    for page in range(pages_in(vault.folder)):
        copy = shutil.copy(vault.folder / DATABASE, tmp_path / f"{page}.db")
        with copy.open("r+b") as file:
            file.seek(page * PAGE + 1000)
            file.write(b"damage")
        seen += check_quietly(copy, key) is Found.DAMAGED
        copy.unlink()
    assert seen == pages_in(vault.folder)


def test_a_file_that_was_cut_short_is_damaged(vault, key, tmp_path):
    copy = shutil.copy(vault.folder / DATABASE, tmp_path / "copy.db")
    with copy.open("r+b") as file:
        file.truncate(20 * PAGE)
    assert check_quietly(copy, key) is Found.DAMAGED


@pytest.fixture
def long(vault):
    """So much in it that a check takes a while."""
    with vault.connection.writing():
        for number in range(4000):
            vault.connection.execute("INSERT INTO setting (key, value) VALUES (?, 'x')", (f"k{number}",))
    return vault


def test_of_a_file_that_changes_meanwhile_nothing_is_concluded(long, key):
    settings = Settings(long.connection)

    def write():
        if settings.get("written") is None:
            settings.put("written", "x")
        return False

    assert check_quietly(long.folder / DATABASE, key, write) is Found.UNKNOWN


def test_a_check_can_be_stopped(long, key):
    asked = []

    def stop():
        asked.append("again")
        return True

    assert check_quietly(long.folder / DATABASE, key, stop) is Found.UNKNOWN
    assert len(asked) >= 2


def test_of_a_file_that_is_gone_nothing_is_concluded(key, tmp_path):
    assert check_quietly(tmp_path / "gone.db", key) is Found.UNKNOWN


def test_damage_that_is_gone_at_the_second_look_was_a_change_under_way(vault, key, tmp_path):
    """A file's time is too coarse to tell a change that began just before the first look."""
    copy = shutil.copy(vault.folder / DATABASE, tmp_path / "copy.db")
    whole, at = copy.read_bytes(), copy.stat().st_mtime_ns
    spoilt = bytearray(whole)
    spoilt[PAGE + 1000] ^= 1
    copy.write_bytes(spoilt)
    os.utime(copy, ns=(at, at))
    assert check_quietly(copy, key) is Found.DAMAGED

    def looked():
        """Asked at the end of each look: by then the change is whole."""
        copy.write_bytes(whole)
        os.utime(copy, ns=(at, at))
        return False

    assert check_quietly(copy, key, looked) is Found.GOOD

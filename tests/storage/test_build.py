import sqlite3
from contextlib import closing

import pytest

from kat_journal.errors import UnsupportedSystemError
from kat_journal.storage import build, profile


def test_this_installation_has_a_cipher_that_was_tested():
    version = build.cipher_version()

    assert profile.is_new_enough(version)
    assert version[0].isdecimal()


def test_a_journal_is_opened_by_the_build_that_was_looked_at(connection):
    assert profile.examine_build(connection._raw) == build.cipher_version()


def test_plain_sqlite_is_no_build_for_a_journal():
    with closing(sqlite3.connect(":memory:")) as plain, pytest.raises(UnsupportedSystemError):
        profile.examine_build(plain)

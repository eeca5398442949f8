"""A disk that fails while a journal is open, and works again: nothing is taken for damage, and saving goes on."""

import os
from contextlib import contextmanager

import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import JournalDamagedError, JournalGoneError, ReadOnlyError, StorageFailedError
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE
from tests.storage.making import NOW, PASSPHRASE, WORDS, draft, read_only

PAGE = 4096


def garble(path, pages):
    """Let those pages read as something else, the file's own date and size kept: what a failing disk gives."""
    found, data = path.stat(), bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = os.urandom(PAGE)
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@contextmanager
def failing(vault):
    """No page can be read, until the end of the block."""
    path = vault.folder / DATABASE
    found, whole = path.stat(), path.read_bytes()
    garble(path, range(len(whole) // PAGE))
    vault.connection._raw.execute("PRAGMA shrink_memory")
    yield
    with path.open("r+b") as file:
        file.write(whole)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def test_a_disk_that_cannot_be_read_is_no_damage(vault):
    Settings(vault.connection).put("a", "before")
    with failing(vault):
        for _ in range(2):
            with pytest.raises(StorageFailedError):
                Settings(vault.connection).get("a")
            with pytest.raises(StorageFailedError):
                Settings(vault.connection).put("a", "meanwhile")
    assert Settings(vault.connection).get("a") == "before"
    Settings(vault.connection).put("a", "after")
    assert Settings(vault.connection).get("a") == "after"


def test_it_can_be_written_first_too_when_the_disk_works_again(vault):
    Settings(vault.connection).put("a", "before")
    with failing(vault), pytest.raises(StorageFailedError):
        Settings(vault.connection).put("a", "meanwhile")
    Settings(vault.connection).put("a", "after")
    vault.close()
    vault = open_vault(vault.folder, PASSPHRASE)
    assert Settings(vault.connection).get("a") == "after"
    vault.close()


def test_a_page_that_is_damaged_is_said_so_and_spares_the_others(vault):
    """One bad page makes a connection useless for all of them; a fresh one reads what is whole."""
    responses, long = Responses(vault.connection), draft()
    Settings(vault.connection).put("a", "kept")
    pages = (vault.folder / DATABASE).stat().st_size // PAGE
    responses.save_answer(long, Answer(WORDS, text="word " * 20_000), NOW)
    garble(vault.folder / DATABASE, range(pages, pages + 10))  # which the long words have filled
    vault.connection._raw.execute("PRAGMA shrink_memory")
    for _ in range(2):
        with pytest.raises(JournalDamagedError):
            responses.response(long.uid)
        assert Settings(vault.connection).get("a") == "kept"


def test_a_journal_that_is_away_is_called_away_also_while_it_is_read(vault, tmp_path):
    Settings(vault.connection).put("a", "before")
    with failing(vault):
        with pytest.raises(StorageFailedError):
            Settings(vault.connection).get("a")
        (vault.folder / DATABASE).rename(tmp_path / "away")
        for _ in range(2):
            with pytest.raises(JournalGoneError):
                Settings(vault.connection).get("a")
        (tmp_path / "away").rename(vault.folder / DATABASE)
    assert Settings(vault.connection).get("a") == "before"


def test_a_journal_that_goes_while_it_is_written_is_called_away(vault, tmp_path):
    def fail():
        with vault.connection.writing():
            (vault.folder / DATABASE).rename(tmp_path / "away")
            raise StorageFailedError("SQLITE_IOERR")

    with pytest.raises(JournalGoneError):
        fail()
    (tmp_path / "away").rename(vault.folder / DATABASE)
    Settings(vault.connection).put("a", "after")


def test_damage_behind_a_key_that_is_gone_stays_damage(vault):
    Settings(vault.connection).put("a", "before")
    with failing(vault):
        kept = bytes(vault.key)
        vault.key[:] = bytes(len(kept))
        with pytest.raises(JournalDamagedError):
            Settings(vault.connection).get("a")
        vault.key[:] = kept


def test_a_disk_that_turned_read_only_is_called_so(vault):
    with read_only(vault.folder):
        if os.geteuid() != 0:
            (vault.folder / DATABASE).chmod(0o400)
        with pytest.raises(ReadOnlyError), vault.connection.writing():
            raise StorageFailedError("SQLITE_IOERR")
    (vault.folder / DATABASE).chmod(0o600)
    Settings(vault.connection).put("a", "after")

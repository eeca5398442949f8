import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import JournalDamagedError
from kat_journal.storage import key_file
from kat_journal.storage.connection import connect
from kat_journal.storage.diagnosis import WrongKeyError, check_all, check_pages, open_examined
from kat_journal.storage.keys import database_key
from kat_journal.storage.responses import Responses
from tests.storage.making import NOW, PASSPHRASE, WORDS, draft

PAGE = 4096


@pytest.fixture
def key(folder):
    keys, _ = key_file.read(folder)
    return database_key(next(keys.seeds(PASSPHRASE))[1], keys.db_salt)


@pytest.fixture
def database(folder, key):
    """A database with pages in use and free ones at its end."""
    path = folder / "journal.db"
    connection = connect(path, key)
    responses = Responses(connection)
    kept, gone = draft(), draft()
    responses.save_answer(kept, Answer(WORDS, text="kept " * 4000), NOW)
    responses.save_answer(gone, Answer(WORDS, text="gone " * 40_000), NOW)
    with connection.writing():
        connection.execute("DELETE FROM response WHERE uid = ?", (gone.uid,))
    assert connection.row("PRAGMA freelist_count")[0] > 10
    connection.close()
    return path


def flip(path, page):
    with path.open("r+b") as file:
        file.seek(page * PAGE + 77)
        byte = file.read(1)
        file.seek(page * PAGE + 77)
        file.write(bytes([byte[0] ^ 1]))


def test_a_whole_journal_is_found_whole(database, key):
    connection = open_examined(database, key)
    check_all(connection)
    connection.close()


def test_a_wrong_key_is_no_damage(database, key):
    other = bytearray(key)
    other[2:4] = b"00" if other[2:4] != b"00" else b"11"
    with pytest.raises(WrongKeyError):
        open_examined(database, other)


def test_a_free_page_that_fails_alone_is_no_damage(database, key):
    opened = 0
    for page in range(40, database.stat().st_size // PAGE):
        flip(database, page)
        try:
            connection = open_examined(database, key)
        except JournalDamagedError:
            pass  # this one is in use
        else:
            opened += 1
            assert connection.rows("PRAGMA cipher_integrity_check")
            connection.close()
        flip(database, page)
    assert opened > 10


def test_something_behind_the_last_page_is_no_damage(database, key):
    with database.open("ab") as file:
        file.write(b"left behind by a file system")
    connection = open_examined(database, key)
    check_all(connection)
    connection.close()


def test_a_large_journal_opens_at_once_and_is_checked_in_the_background(database, key):
    flip(database, 40)
    connection = open_examined(database, key, checked_up_to=PAGE)
    with pytest.raises(JournalDamagedError):
        check_pages(connection)
    connection.close()
    with pytest.raises(JournalDamagedError):
        open_examined(database, key)


def test_a_broken_rule_is_found_though_every_page_is_whole(database, key):
    connection = open_examined(database, key)
    connection._raw.execute("PRAGMA ignore_check_constraints = ON")
    with connection.writing():
        connection.execute("INSERT INTO practice (uid, words, created_at, ended) VALUES ('u', '', '', 7)")
    connection.close()
    connection = open_examined(database, key)
    with pytest.raises(JournalDamagedError):
        check_all(connection)
    connection.close()

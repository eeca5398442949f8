import shutil
import sqlite3
import threading
from datetime import timedelta

import pytest
import sqlcipher3

from kat_journal.domain.response import Answer
from kat_journal.errors import (
    DiskFullError,
    JournalChangedError,
    JournalDamagedError,
    ReadOnlyError,
    StorageFailedError,
    UnsupportedSystemError,
)
from kat_journal.storage import profile
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from tests.storage.making import FAST, NOW, PASSPHRASE, WORDS, draft, read_only, small_disk

CIPHER = "4.19.0 community"
OPTIONS = {"TEMP_STORE=2", "ENABLE_FTS5", "HAS_CODEC", "USE_URI"}


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("temp_store", 2),
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("mmap_size", 0),
        ("cipher_log_level", "NONE"),
        ("application_id", 0x4B4A524E),
        ("user_version", 1),
    ],
)
def test_every_connection_has_the_whole_profile(connection, setting, value):
    assert connection.row("PRAGMA " + setting)[0] == value


def test_an_extension_cannot_be_loaded(connection):
    with pytest.raises(StorageFailedError):
        connection.rows("SELECT load_extension('anything')")


def test_plain_sqlite_is_refused_before_it_writes_in_clear():
    plain = sqlite3.connect(":memory:")
    with pytest.raises(UnsupportedSystemError):
        profile.apply_profile(plain)
    plain.close()


@pytest.mark.parametrize(
    ("version", "provider", "options"),
    [
        ("4.18.9 community", "openssl", OPTIONS),
        ("3.4.1", "openssl", OPTIONS),
        ("", "openssl", OPTIONS),
        ("new", "openssl", OPTIONS),
        ("4.x.0", "openssl", OPTIONS),
        (CIPHER, "", OPTIONS),
        (CIPHER, "openssl", OPTIONS - {"TEMP_STORE=2"}),
        (CIPHER, "openssl", OPTIONS - {"ENABLE_FTS5"}),
    ],
)
def test_an_unsafe_build_is_refused(version, provider, options):
    with pytest.raises(UnsupportedSystemError):
        profile.check_build(version, provider, options)


@pytest.mark.parametrize("version", [CIPHER, "4.19.0", "4.20.1 community", "5.0.0 enterprise"])
def test_a_tested_build_or_a_newer_one_is_taken(version):
    profile.check_build(version, "openssl", OPTIONS)


def test_a_setting_that_does_not_hold_is_refused(connection):
    with pytest.raises(UnsupportedSystemError):
        profile.apply_profile(connection._raw, [("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 0)])


def test_nothing_is_changed_outside_a_transaction(connection):
    with pytest.raises(RuntimeError):
        connection.execute("DELETE FROM setting")


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_works(connection):
    settings = Settings(connection)

    def half_done():
        with connection.writing():
            settings.put("a", "b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert settings.get("a") is None
    settings.put("a", "c")
    assert settings.get("a") == "c"


def test_a_question_can_be_given_up_and_the_connection_stays_usable(connection):
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    timer = threading.Timer(0.1, connection.interrupt)
    timer.start()
    with pytest.raises(StorageFailedError, match="SQLITE_INTERRUPT"):
        connection.rows(endless)
    timer.join()
    assert connection.row("SELECT 1")[0] == 1


@pytest.mark.parametrize("how", ["replaced", "older", "touched", "gone"])
def test_a_file_that_changed_underneath_is_never_written_over(folder, tmp_path, how):
    vault = open_vault(folder, PASSPHRASE)
    database, older = folder / "journal.db", tmp_path / "older.db"
    shutil.copy(database, older)
    Settings(vault.connection).put("a", "b")
    if how == "replaced":
        older.replace(database)
    elif how == "older":
        database.write_bytes(older.read_bytes())
    elif how == "touched":
        database.touch()
    else:
        database.unlink()
    before = database.read_bytes() if database.exists() else None
    for _ in range(2):
        with pytest.raises(JournalChangedError):
            Settings(vault.connection).put("a", "c")
    assert (database.read_bytes() if database.exists() else None) == before
    vault.close()


def test_a_full_disk_keeps_what_was_saved_and_takes_more_when_there_is_room(tmp_path):
    with small_disk(tmp_path / "disk", "900k") as disk:
        vault = create_vault(disk / "Journal", PASSPHRASE, FAST)
        responses, mine = Responses(vault.connection), draft()
        responses.save_answer(mine, Answer(WORDS, text="kept"), NOW)
        with pytest.raises(DiskFullError):
            responses.save_answer(mine, Answer(WORDS, text="too much " * 200_000), NOW)
        assert responses.response(mine.uid).answers[WORDS].text == "kept"
        responses.save_answer(mine, Answer(WORDS, text="and more"), NOW + timedelta(seconds=1))
        vault.close()

        vault = open_vault(disk / "Journal", PASSPHRASE)
        assert Responses(vault.connection).response(mine.uid).answers[WORDS].text == "and more"
        vault.close()


def test_a_full_disk_still_lets_a_journal_be_refused_or_opened_in_plain_words(tmp_path):
    with small_disk(tmp_path / "disk", "900k") as disk:
        create_vault(disk / "Journal", PASSPHRASE, FAST).close()
        with pytest.raises(OSError, match="No space"):
            (disk / "filler").write_bytes(bytes(900 * 1024))
        with pytest.raises(DiskFullError):
            open_vault(disk / "Journal", PASSPHRASE)
        assert sorted(path.name for path in (disk / "Journal").iterdir()) == [
            "journal.db",
            "keys.json",
            "keys.json.bak",
        ]


def test_a_folder_that_turns_read_only_while_open_keeps_what_was_saved(folder):
    vault = open_vault(folder, PASSPHRASE)
    settings = Settings(vault.connection)
    settings.put("a", "b")
    with read_only(folder), pytest.raises((ReadOnlyError, StorageFailedError)):  # the system's word decides
        settings.put("a", "c")
    assert settings.get("a") == "b"
    settings.put("a", "d")
    vault.close()
    vault = open_vault(folder, PASSPHRASE)
    assert Settings(vault.connection).get("a") == "d"
    vault.close()


def test_damage_that_is_met_later_is_said_so(folder):
    vault = open_vault(folder, PASSPHRASE)
    responses, mine = Responses(vault.connection), draft()
    responses.save_answer(mine, Answer(WORDS, text="word " * 20_000), NOW)
    vault.connection._raw.execute("PRAGMA shrink_memory")
    database = folder / "journal.db"
    data = bytearray(database.read_bytes())
    for page in range(40, len(data) // 4096):
        data[page * 4096 + 50] ^= 1
    with database.open("r+b") as file:
        file.write(data)
    with pytest.raises(JournalDamagedError) as caught:
        responses.response(mine.uid)
    assert "word" not in str(caught.value)
    vault.close()


def test_a_broken_rule_of_the_schema_is_a_mistake_of_ours(connection):
    with pytest.raises(sqlcipher3.IntegrityError), connection.writing():
        connection.execute("INSERT INTO question (uid, words, created_at, share, asked) VALUES ('u', '', '', 2, 0)")

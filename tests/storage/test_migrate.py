"""Schemas: the head is what is written down, every released one opens, and a failed step changes nothing."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.errors import DiskFullError, JournalDamagedError, JournalTooNewError
from kat_journal.storage import backup, key_file
from kat_journal.storage.backup_file import opened
from kat_journal.storage.connection import connect
from kat_journal.storage.courses import Courses
from kat_journal.storage.keys import database_key
from kat_journal.storage.migrate import migrate, schema_of
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.opening import open_vault
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.snapshots import Snapshots
from tests.storage.making import FORM, NAUSEA, PASSPHRASE, WORDS, contents, small_disk

HERE = Path(__file__).parent


def add_mood(connection):
    connection.execute("ALTER TABLE question ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
    connection.execute("PRAGMA user_version = 2")


def forgets_its_number(connection):
    connection.execute("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")


def breaks_a_link(connection):
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("INSERT INTO practice_day (practice_id, day) VALUES (99, '2026-11-23')")
    connection.execute("PRAGMA user_version = 2")


def breaks_a_rule(connection):
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("INSERT INTO practice (uid, words, created_at, ended) VALUES ('u', '', '', 7)")
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    connection.execute("PRAGMA user_version = 2")


def schema_text(connection):
    rows = connection.rows(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        " AND (name NOT LIKE 'answer!_search!_%' ESCAPE '!' OR type = 'trigger') ORDER BY type, name"
    )
    return "".join(f"{row[0]};\n\n" for row in rows)


@pytest.fixture
def key(folder):
    keys, _ = key_file.read(folder)
    return database_key(next(keys.seeds(PASSPHRASE))[1], keys.db_salt)


@pytest.fixture
def raw(folder, key):
    """The journal without migrations or lock."""
    connection = connect(folder / "journal.db", key)
    yield connection
    connection.close()


def no_copy(schema):
    pytest.fail("no copy was to be made")


def test_the_head_schema_is_the_one_that_is_written_down(connection):
    assert schema_text(connection) == (HERE / "schema.sql").read_text(encoding="utf-8")


def test_every_table_is_strict_but_the_index(connection):
    rows = connection.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    loose = {row["name"] for row in rows if not row["strict"]}
    assert loose == {"sqlite_schema", "sqlite_sequence"}


def test_a_journal_of_this_schema_is_left_as_it_is(raw):
    migrate(raw, no_copy)
    assert schema_of(raw) == len(MIGRATIONS)


def test_an_older_journal_is_copied_and_then_brought_up(raw, folder, key):
    with raw.writing():
        raw.execute("INSERT INTO setting (key, value) VALUES ('a', 'b')")
    path = folder / "backups" / "before-schema-2.kjbackup"
    migrate(raw, lambda schema: backup.make(raw, key, folder, path), [*MIGRATIONS, add_mood])
    assert schema_of(raw) == 2
    assert raw.row("SELECT count(mood) FROM question")[0] == 0

    with opened(path) as archive:
        archive.extract("journal.db", folder / "copy.db")
    copy = connect(folder / "copy.db", key)
    assert schema_of(copy) == 1
    assert copy.row("SELECT value FROM setting WHERE key = 'a'")[0] == "b"
    copy.close()
    assert sorted(contents(folder / "backups")) == ["before-schema-2.kjbackup"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_journal_that_cannot_be_copied_is_not_touched(raw):
    def refuse(schema):
        raise DiskFullError("copy")

    with pytest.raises(DiskFullError):
        migrate(raw, refuse, [*MIGRATIONS, add_mood])
    assert schema_of(raw) == 1


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (forgets_its_number, RuntimeError),
        (breaks_a_link, JournalDamagedError),
        (breaks_a_rule, JournalDamagedError),
    ],
)
def test_a_step_that_goes_wrong_is_undone(raw, step, error):
    before = schema_text(raw)
    with pytest.raises(error):
        migrate(raw, lambda schema: None, [*MIGRATIONS, step])
    assert schema_of(raw) == 1
    assert schema_text(raw) == before
    assert raw.rows("SELECT * FROM practice_day") == raw.rows("SELECT * FROM practice") == []


def test_steps_before_the_one_that_fails_are_kept(raw):
    with pytest.raises(RuntimeError):
        migrate(raw, lambda schema: None, [*MIGRATIONS, add_mood, forgets_its_number])
    assert schema_of(raw) == 2


def test_a_newer_journal_is_refused(raw):
    with pytest.raises(JournalTooNewError):
        migrate(raw, no_copy, [])
    assert schema_of(raw) == 1


def test_an_older_journal_is_brought_up_while_opening(folder):
    vault = open_vault(folder, PASSPHRASE, [*MIGRATIONS, add_mood])
    assert schema_of(vault.connection) == 2
    vault.close()
    assert sorted(contents(folder / "backups")) == ["before-schema-2.kjbackup"]


def test_a_disk_too_full_for_the_copy_leaves_the_journal_as_it_was(made, key, tmp_path):
    with small_disk(tmp_path / "disk", "400k") as disk:
        folder = Path(shutil.copytree(made, disk / "Journal"))
        connection = connect(folder / "journal.db", key)
        with pytest.raises(DiskFullError):
            backup.make(connection, key, folder, folder / "backups" / "copy.kjbackup")
        assert contents(folder / "backups") == {}
        connection.close()


def test_a_journal_of_schema_1_still_opens_with_everything_in_it(tmp_path):
    folder = Path(shutil.copytree(HERE / "journals" / "v1", tmp_path / "Journal"))
    vault = open_vault(folder, "four words of old")
    connection = vault.connection
    (response,) = Responses(connection).of_form(FORM.id)
    assert (response.day, response.zone, response.occurrence) == (date(2026, 11, 23), "Europe/London", "session:1")
    assert response.answers[WORDS].text == "The sea, and then quiet. \U0001f30a"
    assert response.answers[WORDS].share is ShareMark.SHARE
    written = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    assert response.answers[NAUSEA] == Answer(
        NAUSEA, number=1.0, started="just-after", gone="yes", note="an hour", updated_at=written
    )
    assert Snapshots(connection).form(response.form_digest).item(WORDS).ask == "What came up?"
    assert [hit.response_uid for hit in Search(connection).find("quiet")] == [response.uid]
    assert [session.course_id for session in Courses(connection).sessions()] == [1]
    assert [practice.words for practice in Practices(connection).practices()] == ["Walk at noon"]
    assert Settings(connection).get("made-by") == "schema 1"
    vault.close()

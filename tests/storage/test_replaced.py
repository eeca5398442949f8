"""What a restore replaces is kept, whatever state it is in, and can be put back where that makes sense."""

import os
import shutil

import pytest

from kat_journal.errors import (
    BackupDamagedError,
    BackupTooNewError,
    LinkInJournalError,
)
from kat_journal.storage import key_file
from kat_journal.storage.backup_file import opened
from kat_journal.storage.backup_look import look, verify
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault
from kat_journal.storage.restoring import restore
from tests.storage.making import FAST, PASSPHRASE, contents
from tests.storage.restores import NOON, OTHER, found, unchanged, write


def test_a_journal_of_another_passphrase_is_kept_as_it_was_and_can_be_put_back(good, tmp_path):
    folder = tmp_path / "Journal"
    create_vault(folder, OTHER, FAST).close()
    write(folder, "walrus", OTHER)

    kept = restore(good, folder, PASSPHRASE, NOON).kept

    assert not verify(kept).verified
    assert look(kept).schema == 0
    assert found(folder, "quiet") == 3
    restore(kept, folder, OTHER, NOON.replace(hour=13))
    assert found(folder, "walrus", OTHER) == 1


@pytest.mark.parametrize("kind", ["damaged", "cut", "no database", "no keys", "damaged keys"])
def test_a_damaged_journal_is_replaced_and_its_files_are_kept_byte_for_byte(good, folder, kind):
    if kind == "damaged":
        with (folder / "journal.db").open("r+b") as file:
            file.seek(5000)
            file.write(b"x" * 9000)
    elif kind == "cut":
        os.truncate(folder / "journal.db", 9000)
    elif kind == "no database":
        (folder / "journal.db").unlink()
    for name in ("keys.json", "keys.json.bak"):
        if kind == "no keys":
            (folder / name).unlink()
        elif kind == "damaged keys":
            (folder / name).write_bytes(b"{}")
    before = contents(folder)

    kept = restore(good, folder, PASSPHRASE, NOON).kept

    assert found(folder, "quiet") == 3
    assert not verify(kept).verified
    with opened(kept) as archive:
        assert {name: archive.read(name) for name in before} == before


def test_a_damaged_journal_that_was_kept_is_said_to_be_damaged(good, folder):
    with (folder / "journal.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"x" * 9000)
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    assert unchanged(folder, BackupDamagedError, kept)


def test_what_is_kept_of_a_journal_without_its_database_cannot_be_restored(good, folder):
    (folder / "journal.db").unlink()
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    unchanged(folder, BackupDamagedError, kept)


def crashed(folder, words):
    """Leave the journal as a crash in the middle of a write does: half written, with what undoes it beside it."""
    vault = open_vault(folder, PASSPHRASE)
    vault.connection._raw.execute("PRAGMA cache_size = 1")
    vault.connection._raw.execute("BEGIN IMMEDIATE")
    vault.connection._raw.execute("UPDATE answer SET text = ?", (words * 1000,))
    vault.connection._raw.execute("INSERT INTO setting (key, value) VALUES ('half', ?)", ("x" * 500_000,))
    left = folder.parent / "Crashed"
    shutil.copytree(folder, left, ignore=shutil.ignore_patterns("lock", "backups"))
    vault.connection._raw.execute("ROLLBACK")
    vault.close()
    shutil.rmtree(folder)
    left.rename(folder)
    assert (folder / "journal.db-journal").stat().st_size > 1000


def test_a_stale_rollback_journal_is_never_applied_to_the_restored_database(good, folder):
    write(folder, "walrus")
    crashed(folder, "half")

    restored = restore(good, folder, PASSPHRASE, NOON)

    assert not (folder / "journal.db-journal").exists()
    assert found(folder, "quiet") == 3
    assert not restored.info.path.samefile(restored.kept)
    with opened(restored.kept) as archive:
        assert {"journal.db", "journal.db-journal"} <= set(archive.manifest.by_name)


def test_an_unfinished_write_that_was_kept_is_undone_when_it_is_put_back(good, folder):
    write(folder, "walrus")
    crashed(folder, "half")
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    restore(kept, folder, PASSPHRASE, NOON.replace(hour=13))

    assert (found(folder, "walrus"), found(folder, "half")) == (1, 0)


def test_a_backup_whose_keys_belong_to_another_database_is_damaged(good, folder, tmp_path):
    create_vault(tmp_path / "Other", PASSPHRASE, FAST).close()
    shutil.copy(tmp_path / "Other" / "keys.json", folder / "keys.json")
    shutil.copy(tmp_path / "Other" / "keys.json", folder / "keys.json.bak")
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    unchanged(folder, BackupDamagedError, kept)


def test_keys_of_a_newer_version_are_not_guessed_at(good, folder):
    import msgspec

    content = {**msgspec.to_builtins(key_file.read(folder)[0]), "format": 2}
    newer = key_file._canonical({**content, "sha256": key_file._digest(content)})
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).write_bytes(newer)
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    unchanged(folder, BackupTooNewError, kept)


def test_a_newer_journal_is_kept_for_the_newer_program(good, folder):
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.writing():
        vault.connection.execute("PRAGMA user_version = 99")
    vault.close()

    kept = restore(good, folder, PASSPHRASE, NOON).kept

    assert (look(kept).schema, look(kept).verified) == (0, False)


def test_a_database_of_another_program_is_no_journal(good, folder):
    vault = open_vault(folder, PASSPHRASE)
    with vault.connection.writing():
        vault.connection.execute("PRAGMA application_id = 1")
    vault.close()
    kept = restore(good, folder, PASSPHRASE, NOON).kept

    unchanged(folder, BackupDamagedError, kept)


def test_where_a_copy_of_that_second_is_there_already_the_next_second_gives_the_name(good, folder):
    first = restore(good, folder, PASSPHRASE, NOON).kept
    before = first.read_bytes()

    second = restore(good, folder, PASSPHRASE, NOON).kept

    assert [path.name for path in (first, second)] == [
        "replaced-2026-11-25T120000.kjbackup",
        "replaced-2026-11-25T120001.kjbackup",
    ]
    assert first.read_bytes() == before


def test_a_folder_of_backups_that_leads_elsewhere_is_not_followed(good, folder, tmp_path):
    theirs = tmp_path / "Theirs"
    theirs.mkdir()
    (theirs / "x.kjbackup.new").write_text("theirs")
    (folder / "backups").symlink_to(theirs)

    assert unchanged(folder, LinkInJournalError, good).details == {"name": "backups"}

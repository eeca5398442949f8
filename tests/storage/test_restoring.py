"""A backup takes the place of a journal whole, or the journal stays as it was; what it replaces is kept."""

import shutil
from pathlib import Path

import pytest

from kat_journal.errors import (
    AlreadyExistsError,
    DiskFullError,
    JournalInUseError,
    KatJournalError,
    KeysDamagedError,
    NotABackupError,
    WrongBackupPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import backup
from kat_journal.storage.backup_look import look, verify
from kat_journal.storage.connection import GivenUp
from kat_journal.storage.creating import create_vault
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.restoring import look_inside, restore
from tests.storage.dumping import row_hashes
from tests.storage.making import FAST, PASSPHRASE, contents, small_disk
from tests.storage.restores import INSIDE, KEPT, NOON, OTHER, found, seed_of, unchanged, write


def test_what_is_inside_is_told_with_the_passphrase_or_the_code(good, folder):
    before = contents(folder)

    assert look_inside(good, PASSPHRASE, folder) == INSIDE
    assert look_inside(good, seed_of(good.parent.parent), folder) == INSIDE
    assert contents(folder) == before


def test_looking_needs_no_journal_and_leaves_no_folder(good, tmp_path):
    assert look_inside(good, PASSPHRASE, tmp_path / "new" / "Journal") == INSIDE
    assert not (tmp_path / "new" / "Journal").exists()


def test_another_passphrase_or_code_does_not_open_a_backup(good, folder, tmp_path):
    create_vault(tmp_path / "Other", OTHER, FAST).close()
    for secret, error in (
        (OTHER, WrongBackupPassphraseError),
        (seed_of(tmp_path / "Other", OTHER), WrongRecoveryCodeError),
    ):
        with pytest.raises(error):
            look_inside(good, secret, folder)
        unchanged(folder, error, good, secret)


def test_a_restored_journal_is_the_same_row_for_row(good, folder):
    original = open_vault(good.parent.parent, PASSPHRASE)
    before = row_hashes(original.connection)
    original.close()
    assert sum(map(len, before.values())) > 20

    restored = restore(good, folder, PASSPHRASE, NOON)

    assert (restored.info, restored.contents) == (look(good), INSIDE)
    vault = open_vault(folder, PASSPHRASE)
    assert row_hashes(vault.connection) == before
    vault.close()
    assert sorted(contents(folder)) == ["backups", f"backups/{KEPT}", "journal.db", "keys.json", "keys.json.bak"]
    assert {path.stat().st_mode & 0o077 for path in folder.rglob("*")} == {0}


def test_what_was_replaced_can_itself_be_put_back(good, folder):
    write(folder, "walrus")

    restored = restore(good, folder, PASSPHRASE, NOON)
    assert restored.kept == folder / "backups" / KEPT
    assert (found(folder, "walrus"), found(folder, "quiet")) == (0, 3)
    assert verify(restored.kept).verified

    restore(restored.kept, folder, PASSPHRASE, NOON.replace(hour=13))
    assert (found(folder, "walrus"), found(folder, "quiet")) == (1, 0)


def test_sealed_words_and_older_backups_stay(good, folder):
    for name in ("sealed", "backups"):
        (folder / name).mkdir()
        (folder / name / "kept").write_bytes(b"as it was")

    restore(good, folder, PASSPHRASE, NOON)

    assert (folder / "sealed" / "kept").read_bytes() == b"as it was"
    assert (folder / "backups" / "kept").read_bytes() == b"as it was"


@pytest.mark.parametrize("place", ["missing", "empty"])
def test_a_new_computer_gets_the_journal(good, tmp_path, place):
    folder = tmp_path / "deep" / "Journal"
    if place == "empty":
        folder.mkdir(parents=True)

    restored = restore(good, folder, PASSPHRASE, NOON)

    assert restored.kept is None
    assert found(folder, "quiet") == 3
    assert sorted(contents(folder)) == ["journal.db", "keys.json", "keys.json.bak"]


def test_a_backup_without_keys_opens_with_the_recovery_code_alone(folder, tmp_path):
    seed = seed_of(folder)
    vault = open_vault(folder, PASSPHRASE)
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).write_bytes(b"damaged")
    path = tmp_path / "keyless.kjbackup"
    backup.make(vault.connection, vault.key, folder, path)
    vault.close()

    unchanged(folder, WrongBackupPassphraseError, path)
    restore(path, folder, seed, NOON)

    with pytest.raises(KeysDamagedError):
        open_vault(folder, PASSPHRASE)
    open_with_seed(folder, seed).close()


def test_an_open_journal_is_not_replaced(good, folder):
    vault = open_vault(folder, PASSPHRASE)

    unchanged(folder, JournalInUseError, good)

    vault.close()


@pytest.mark.parametrize("kind", ["flipped", "cut", "foreign", "missing"])
def test_a_damaged_or_foreign_file_changes_nothing(copy, folder, kind):
    whole = copy.read_bytes()
    if kind == "flipped":
        copy.write_bytes(whole[:30_000] + b"x" + whole[30_001:])
    elif kind == "cut":
        copy.write_bytes(whole[:-500])
    elif kind == "foreign":
        copy.write_text("Dear diary")
    else:
        copy.unlink()
    unchanged(folder, KatJournalError, copy)
    with pytest.raises(KatJournalError):
        look_inside(copy, PASSPHRASE, folder)


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_place_that_holds_something_else_is_left_alone(good, tmp_path, place):
    folder = tmp_path / "Letters"
    if place == "file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / "letter.txt").write_text("mine")
    unchanged(folder, AlreadyExistsError, good)


def test_a_disk_that_is_full_leaves_the_journal_as_it_was(good, made, tmp_path):
    size = good.stat().st_size
    with small_disk(tmp_path / "disk", str(size * 3)) as disk:
        folder = Path(shutil.copytree(made, disk / "Journal"))
        (folder / "backups").mkdir()
        unchanged(folder, DiskFullError, good)
        open_vault(folder, PASSPHRASE).close()


def test_it_can_be_stopped_before_its_moment(good, folder):
    handled = []

    def stop(size):
        handled.append(size)
        if sum(handled) > good.stat().st_size * 1.5:
            raise GivenUp

    (folder / "backups").mkdir()
    unchanged(folder, GivenUp, good, step=stop)


def test_a_folder_is_no_backup(folder):
    unchanged(folder, NotABackupError, folder)

"""A backup is one file that was read back before it counts, or nothing at all."""

import json
import shutil
import stat
import zipfile
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from kat_journal import __version__
from kat_journal.domain.response import Answer
from kat_journal.errors import (
    AlreadyExistsError,
    BackupDamagedError,
    DiskFullError,
    JournalDamagedError,
    StorageFailedError,
)
from kat_journal.storage import backup, backup_manifest
from kat_journal.storage.backup_file import opened
from kat_journal.storage.backup_look import verify
from kat_journal.storage.backup_places import backups_in, clear_leftovers, name_of
from kat_journal.storage.connection import GivenUp
from kat_journal.storage.creating import create_vault
from kat_journal.storage.diagnosis import PAGE_BYTES
from kat_journal.storage.responses import Responses
from kat_journal.storage.restoring import look_inside
from tests.storage.making import FAST, NOW, PASSPHRASE, WORDS, contents, draft, small_disk
from tests.storage.restores import OTHER

MADE = datetime(2026, 11, 24, 9, 36, 58, tzinfo=UTC)


def write(vault, count=1, words="the sea, and then quiet"):
    for _ in range(count):
        Responses(vault.connection).save_answer(draft(), Answer(WORDS, text=words), NOW)


def make(vault, path, **more):
    return backup.make(vault.connection, vault.key, vault.folder, path, MADE, **more)


@pytest.fixture
def path(folder):
    return folder / "backups" / name_of(MADE)


def test_a_backup_is_one_private_zip_file_that_says_what_it_is(vault, path):
    write(vault)

    info = make(vault, path)

    assert path.name == "2026-11-24T093658.kjbackup"
    assert (info.path, info.made_at, info.size) == (path, MADE, path.stat().st_size)
    assert (info.schema, info.program, info.verified) == (1, __version__, True)
    assert sorted(contents(path.parent)) == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["README.txt", "keys.json", "journal.db", "manifest.json"]
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert b"passphrase" in archive.read("README.txt")
        assert b"2026-11-24" in archive.read("README.txt")
        assert archive.read("keys.json") == (vault.folder / "keys.json").read_bytes()
        manifest = json.loads(archive.read("manifest.json"))
        assert (manifest["magic"], manifest["format"], manifest["made_at"]) == (
            "kat-journal-backup",
            1,
            "2026-11-24T09:36:58Z",
        )
        for member in manifest["members"]:
            data = archive.read(member["name"])
            assert (member["size"], member["sha256"]) == (len(data), sha256(data).hexdigest())
        assert archive.read("journal.db")[:16] == (vault.folder / "journal.db").read_bytes()[:16]


def test_the_instant_is_now_where_none_is_named(vault, path):
    info = backup.make(vault.connection, vault.key, vault.folder, path)

    assert info.made_at.year >= 2026


def test_it_can_stand_anywhere_and_makes_no_folder_there(vault, tmp_path):
    make(vault, tmp_path / "usb.kjbackup")

    assert verify(tmp_path / "usb.kjbackup").made_at == MADE
    with pytest.raises(StorageFailedError):
        make(vault, tmp_path / "not there" / "usb.kjbackup")
    assert not (tmp_path / "not there").exists()


def test_a_file_that_is_there_is_never_written_over(vault, tmp_path):
    path = tmp_path / "letter.kjbackup"
    path.write_text("mine")

    with pytest.raises(AlreadyExistsError):
        make(vault, path)

    assert contents(tmp_path)["letter.kjbackup"] == b"mine"
    make(vault, path, may_replace=True)
    assert verify(path).verified


def test_a_file_that_comes_meanwhile_is_not_written_over_either(vault, path):
    copied = backup.copy_out(vault.connection, vault.key, vault.folder, path)
    path.write_text("mine")

    with pytest.raises(AlreadyExistsError):
        backup.finish(copied)

    assert contents(path.parent) == {path.name: b"mine"}
    assert copied.key == bytes(len(copied.key))


def test_somebody_who_waits_for_the_journal_ends_the_copy_at_once(vault, path):
    write(vault, 200)
    asked = []

    def wanted():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(GivenUp):
        backup.copy_out(vault.connection, vault.key, vault.folder, path, wanted)

    assert len(asked) == 3
    assert contents(path.parent) == {}
    write(vault)
    assert make(vault, path).verified


def test_a_question_that_is_interrupted_ends_the_copy_too(vault, path):
    write(vault, 200)

    def interrupt():
        vault.connection.interrupt()
        return False

    with pytest.raises(GivenUp):
        backup.copy_out(vault.connection, vault.key, vault.folder, path, interrupt)


def test_any_other_trouble_of_the_copy_is_told_as_what_it_is(vault, tmp_path):
    vault.connection.copy_into(tmp_path / "copy.db")

    with pytest.raises(StorageFailedError):
        vault.connection.copy_into(tmp_path / "copy.db")


def test_the_second_part_can_be_stopped_and_leaves_nothing(vault, path):
    copied = backup.copy_out(vault.connection, vault.key, vault.folder, path)

    def stop(_):
        raise GivenUp

    with pytest.raises(GivenUp):
        backup.finish(copied, step=stop)

    assert contents(path.parent) == {}


def test_the_key_is_overwritten_once_the_copy_is_checked(vault, path):
    copied = backup.copy_out(vault.connection, vault.key, vault.folder, path)
    assert bytes(copied.key) == bytes(vault.key)

    backup.finish(copied)

    assert copied.key == bytes(len(copied.key))
    assert any(vault.key)


def test_a_copy_that_has_not_all_of_the_journal_is_no_backup(vault, path):
    copied = backup.copy_out(vault.connection, vault.key, vault.folder, path)
    less = backup.Copied(copied.path, copied.key, copied.keys, (*copied.counts[:-1], 99), copied.source, False)

    with pytest.raises(JournalDamagedError, match="counts"):
        backup.finish(less)

    assert contents(path.parent) == {}


def test_a_copy_with_a_damaged_page_is_no_backup(vault, path):
    copied = backup.copy_out(vault.connection, vault.key, vault.folder, path)
    with (path.parent / f"{path.name}.db.new").open("r+b") as file:
        file.seek(3 * PAGE_BYTES + 100)
        file.write(b"\x00" * 8)

    with pytest.raises(JournalDamagedError):
        backup.finish(copied)

    assert contents(path.parent) == {}


def test_a_file_that_does_not_read_back_gets_no_name(good, copy, tmp_path):
    with opened(good) as archive:
        other = backup_manifest.new_manifest(MADE, "0" * 16, verified=True)
        with pytest.raises(BackupDamagedError, match="read back"):
            backup.put_in_place(tmp_path / "copy.kjbackup", tmp_path / "new.kjbackup", other, may_replace=False)
        assert archive.manifest.made == MADE
    assert not (tmp_path / "new.kjbackup").exists()


def test_without_whole_keys_it_is_a_backup_for_the_recovery_code(vault, path):
    for name in ("keys.json", "keys.json.bak"):
        (vault.folder / name).write_bytes(b"damaged")

    make(vault, path)

    with opened(path) as archive:
        assert archive.read("keys.json") == b""
        assert "journal.db" in archive.manifest.by_name


def test_the_keys_of_another_journal_are_never_taken_along(vault, path, tmp_path):
    """A program that syncs folders may put one copy of them there, or both, while the journal is open."""
    write(vault)
    other = tmp_path / "Other"
    create_vault(other, OTHER, FAST).close()
    shutil.copy(other / "keys.json", vault.folder / "keys.json")
    assert make(vault, path).verified
    assert look_inside(path, PASSPHRASE, tmp_path / "Look").pages == 1

    shutil.copy(other / "keys.json", vault.folder / "keys.json.bak")
    without = make(vault, path.with_name("without.kjbackup"))
    with opened(without.path) as archive:
        assert archive.read("keys.json") == b""


def test_a_disk_that_is_full_leaves_the_older_backup_and_nothing_half(vault, tmp_path):
    write(vault, 20, "words " * 300)
    size = (vault.folder / "journal.db").stat().st_size
    with small_disk(tmp_path / "disk", str(size * 5 // 2)) as disk:  # room for a backup and its copy, not for two
        make(vault, disk / "old.kjbackup")
        before = contents(disk)
        with pytest.raises(DiskFullError):
            make(vault, disk / "new.kjbackup")
        assert contents(disk) == before


def test_what_a_killed_run_left_goes_at_the_next_and_nothing_else_does(vault, path, tmp_path):
    path.parent.mkdir()
    ours = [f"{path.name}.new", "2026-11-01T000000.kjbackup.db.new", "2026-11-01T000000.kjbackup.db.new-journal"]
    for name in (*ours, "old.kjbackup", "letter.new"):
        (path.parent / name).write_text("x")
    make(vault, path)
    assert sorted(contents(path.parent)) == [path.name, "letter.new", "old.kjbackup"]

    for name in ("a.kjbackup.new", "b.kjbackup.new", "a.kjbackup.keys.new.new"):
        (tmp_path / name).write_text("x")
    (tmp_path / "a.kjbackup.db.new").mkdir()
    clear_leftovers(tmp_path / "a.kjbackup")
    assert {found.name for found in tmp_path.iterdir()} == {"Journal", "b.kjbackup.new", "a.kjbackup.db.new"}


def test_a_change_of_the_journal_is_seen_and_reading_is_none(vault, path):
    info = make(vault, path)
    assert info.source == backup.stamp_of(vault.folder)

    write(vault)

    assert info.source != backup.stamp_of(vault.folder)
    assert backup.stamp_of(path) == ""


def test_backups_are_found_by_their_ending(vault, path, tmp_path):
    assert backups_in(path.parent) == ()
    make(vault, path)
    (path.parent / "folder.kjbackup").mkdir()
    (path.parent / "notes.txt").touch()
    assert backups_in(path.parent) == (path,)

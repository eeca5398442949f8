"""The folder of sealed words: private, never too full, never followed anywhere else."""

import os
import stat

import pytest

from kat_journal.domain.ids import new_uid
from kat_journal.errors import CannotSealError, DiskFullError, ReadOnlyError, SealedFullError, StorageFailedError
from kat_journal.storage import key_file, sealed_files
from kat_journal.storage.sealed import LARGEST, UnreadableError
from kat_journal.storage.sealed_files import ENDING, FOLDER, MOST_BYTES, MOST_FILES, MOST_LOOKED_AT
from tests.storage.making import contents, read_only, small_disk


def mode(path):
    return stat.S_IMODE(path.lstat().st_mode)


def kept(folder):
    return {path.name: path.read_bytes() for path in (folder / FOLDER).iterdir()}


# The key


def test_the_public_key_is_read_from_either_copy(folder):
    keys, _ = key_file.read(folder)
    assert sealed_files.public_key(folder) == keys.public_key

    (folder / key_file.NAME).write_bytes(b"damaged")
    assert sealed_files.public_key(folder) == keys.public_key


def test_without_a_whole_copy_there_is_no_key(folder):
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).write_bytes(b"damaged")

    with pytest.raises(CannotSealError):
        sealed_files.public_key(folder)


def test_two_copies_with_different_keys_are_not_trusted(folder):
    other, _ = key_file.read(folder)
    strange = key_file.encode(type(other)(other.magic, other.format, other.db_salt, b"k" * 32, other.slots))
    (folder / key_file.NAME).write_bytes(strange)

    with pytest.raises(CannotSealError):
        sealed_files.public_key(folder)


# Keeping


def test_a_file_is_private_in_a_private_folder_and_the_newest_save_is_there(tmp_path):
    uid = new_uid()
    for data in (b"one", b"two"):
        sealed_files.keep(tmp_path, uid, data)

    assert kept(tmp_path) == {uid + ENDING: b"two"}
    assert (mode(tmp_path / FOLDER), mode(tmp_path / FOLDER / (uid + ENDING))) == (0o700, 0o600)


def test_a_journal_that_is_away_is_not_made(tmp_path):
    with pytest.raises(StorageFailedError):
        sealed_files.keep(tmp_path / "away", new_uid(), b"one")

    assert contents(tmp_path) == {}


def test_the_last_file_that_fits_is_kept_and_one_more_is_not(tmp_path):
    uids = [new_uid() for _ in range(MOST_FILES)]
    for uid in uids:
        sealed_files.keep(tmp_path, uid, b"one")
    before = kept(tmp_path)

    with pytest.raises(SealedFullError):
        sealed_files.keep(tmp_path, new_uid(), b"one")

    assert kept(tmp_path) == before
    sealed_files.keep(tmp_path, uids[0], b"one goes on")


def test_all_files_together_are_never_too_large(tmp_path):
    uid = new_uid()
    sealed_files.keep(tmp_path, uid, bytes(MOST_BYTES))

    with pytest.raises(SealedFullError):
        sealed_files.keep(tmp_path, new_uid(), b"1")
    with pytest.raises(SealedFullError):
        sealed_files.keep(tmp_path, uid, bytes(MOST_BYTES + 1))
    sealed_files.keep(tmp_path, uid, bytes(MOST_BYTES))


def test_a_full_disk_leaves_the_earlier_save(tmp_path):
    uid = new_uid()
    with small_disk(tmp_path / "disk", "64k") as disk:
        sealed_files.keep(disk, uid, b"one")
        with pytest.raises(DiskFullError):
            sealed_files.keep(disk, uid, bytes(100_000))
        assert kept(disk) == {uid + ENDING: b"one"}


def test_a_folder_that_is_read_only_says_so(tmp_path):
    with read_only(tmp_path), pytest.raises(ReadOnlyError):
        sealed_files.keep(tmp_path, new_uid(), b"one")


@pytest.mark.parametrize("strange", ["link", "file"])
def test_what_only_has_the_folders_name_takes_no_words(tmp_path, strange):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    journal = tmp_path / "Journal"
    journal.mkdir()
    uid = new_uid()
    (elsewhere / (uid + ENDING)).write_bytes(b"of somebody else")
    if strange == "link":
        (journal / FOLDER).symlink_to(elsewhere)
    else:
        (journal / FOLDER).touch()

    with pytest.raises(StorageFailedError):
        sealed_files.keep(journal, uid, b"one")
    sealed_files.discard(journal, uid)

    assert contents(elsewhere) == {uid + ENDING: b"of somebody else"}
    assert sealed_files.found(journal) == ()


def test_an_emptied_writing_leaves_no_file(tmp_path):
    uid = new_uid()
    sealed_files.discard(tmp_path, uid)
    sealed_files.keep(tmp_path, uid, b"one")

    sealed_files.discard(tmp_path, uid)
    sealed_files.discard(tmp_path, uid)

    assert kept(tmp_path) == {}


def test_whether_a_file_is_there_is_told_but_not_of_a_folder_that_is_away(tmp_path):
    uid = new_uid()
    assert sealed_files.is_kept(tmp_path, uid)

    sealed_files.keep(tmp_path, uid, b"one")
    assert sealed_files.is_kept(tmp_path, uid)

    sealed_files.discard(tmp_path, uid)
    assert not sealed_files.is_kept(tmp_path, uid)


# Reading


def test_files_are_found_in_order_and_others_are_no_business_of_ours(tmp_path):
    assert sealed_files.found(tmp_path) == ()
    uids = sorted(new_uid() for _ in range(5))
    for uid in reversed(uids):
        sealed_files.keep(tmp_path, uid, b"one")
    (tmp_path / FOLDER / "notes.txt").touch()
    (tmp_path / FOLDER).chmod(0o755)

    assert [path.name for path in sealed_files.found(tmp_path)] == [uid + ENDING for uid in uids]
    assert mode(tmp_path / FOLDER) == 0o700


def test_a_flooded_folder_is_looked_at_in_part(tmp_path):
    (tmp_path / FOLDER).mkdir()
    for number in range(MOST_LOOKED_AT + 5):
        (tmp_path / FOLDER / f"{number}{ENDING}").touch()

    assert len(sealed_files.found(tmp_path)) == MOST_LOOKED_AT


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path):
    path = tmp_path / (new_uid() + ENDING)
    path.write_bytes(bytes(LARGEST))
    assert len(sealed_files.read(path)[0]) == LARGEST

    path.write_bytes(bytes(LARGEST + 1))
    with pytest.raises(UnreadableError):
        sealed_files.read(path)


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "missing"])
def test_only_a_file_itself_is_read(tmp_path, kind):
    (tmp_path / "words").write_bytes(b"words")
    path = tmp_path / (new_uid() + ENDING)
    {
        "link": lambda: path.symlink_to(tmp_path / "words"),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "missing": lambda: None,
    }[kind]()

    with pytest.raises(UnreadableError):
        sealed_files.read(path)


def test_a_file_that_is_not_named_after_a_writing_is_not_read(tmp_path):
    path = tmp_path / f"holiday{ENDING}"
    path.write_bytes(b"words")

    with pytest.raises(UnreadableError):
        sealed_files.read(path)


def test_what_was_read_is_removed_and_so_is_what_a_crash_left_half_written(tmp_path):
    uid = new_uid()
    sealed_files.keep(tmp_path, uid, b"one")
    (path,) = sealed_files.found(tmp_path)
    for name in (path.name, f"{new_uid()}{ENDING}"):
        path.with_name(f"{name}.new").write_bytes(b"o")

    sealed_files.remove(path, sealed_files.read(path)[1])
    sealed_files.tidy(tmp_path)

    assert kept(tmp_path) == {}


def test_what_was_written_since_it_was_read_stays(tmp_path):
    uid = new_uid()
    sealed_files.keep(tmp_path, uid, b"one")
    (path,) = sealed_files.found(tmp_path)
    _, stamp = sealed_files.read(path)
    sealed_files.keep(tmp_path, uid, b"two")

    sealed_files.remove(path, stamp)

    assert kept(tmp_path) == {uid + ENDING: b"two"}


def test_a_removal_that_fails_is_no_harm(tmp_path):
    sealed_files.remove(tmp_path / f"x{ENDING}", (0, 0, 0, 0))
    sealed_files.tidy(tmp_path)

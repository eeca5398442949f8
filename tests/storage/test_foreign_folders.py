"""A folder that came from somebody else can hold anything under our names: nothing hangs, nothing hides the words."""

import os
import stat

import msgspec
import pytest

from kat_journal.errors import KeysDamagedError, NotAJournalError, WrongPassphraseError
from kat_journal.storage import key_file
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import new_seed
from kat_journal.storage.opening import open_vault
from tests.storage.making import FAST, PASSPHRASE, contents

OTHER = "another four words entirely"


def socket(path):
    os.mknod(path, 0o600 | stat.S_IFSOCK)


def link_to_itself(path):
    path.symlink_to(path)


def link_elsewhere(path):
    path.with_name("elsewhere").write_bytes(bytes(4096))
    path.symlink_to("elsewhere")


NO_FILES = [os.mkdir, os.mkfifo, socket, link_to_itself, link_elsewhere]


def refused(folder, error, passphrase=PASSPHRASE):
    """Opening raises that error and changes nothing."""
    before = contents(folder)
    with pytest.raises(error):
        open_vault(folder, passphrase)
    assert contents(folder) == before


def encoded(folder, passphrase=PASSPHRASE, **changes):
    """A key file of this journal with another seed: well made, and no help."""
    keys = msgspec.structs.replace(key_file.read(folder)[0], slots=(), **changes)
    return key_file.encode(keys.with_slot(new_seed(), passphrase, FAST))


@pytest.mark.parametrize("make", NO_FILES)
def test_what_is_no_file_in_place_of_the_database(folder, make):
    (folder / "journal.db").unlink()
    make(folder / "journal.db")
    refused(folder, NotAJournalError)


@pytest.mark.parametrize("make", NO_FILES)
@pytest.mark.parametrize("name", ["journal.db-journal", "journal.db-wal", "journal.db-shm"])
def test_what_is_no_file_beside_the_database(folder, name, make):
    make(folder / name)
    refused(folder, NotAJournalError)


@pytest.mark.parametrize("make", NO_FILES)
@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
def test_what_is_no_file_in_place_of_one_key_file_hides_nothing(folder, name, make):
    (folder / name).unlink()
    make(folder / name)
    refused(folder, WrongPassphraseError, "not the passphrase")
    open_vault(folder, PASSPHRASE).close()


@pytest.mark.parametrize("make", [os.mkfifo, socket, link_to_itself])
def test_what_is_no_file_in_place_of_both(folder, make):
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).unlink()
        make(folder / name)
    refused(folder, KeysDamagedError)


@pytest.mark.parametrize("name", ["keys.json", "keys.json.bak"])
@pytest.mark.parametrize("passphrase", [OTHER, PASSPHRASE])
def test_a_well_made_key_file_of_no_use_does_not_hide_the_good_one(folder, name, passphrase):
    good = (folder / name).read_bytes()
    (folder / name).write_bytes(encoded(folder, passphrase))
    refused(folder, WrongPassphraseError, "not the passphrase")

    open_vault(folder, PASSPHRASE).close()
    assert (folder / "keys.json").read_bytes() == (folder / "keys.json.bak").read_bytes() == good


def test_the_key_file_of_another_journal_with_the_same_passphrase_does_not_hide_the_good_one(folder, tmp_path):
    good = (folder / "keys.json").read_bytes()
    create_vault(tmp_path / "Other", PASSPHRASE, FAST).close()
    (folder / "keys.json").write_bytes((tmp_path / "Other" / "keys.json").read_bytes())

    open_vault(folder, PASSPHRASE).close()
    assert (folder / "keys.json").read_bytes() == good


@pytest.mark.parametrize("second", [b"damaged", b"newer"])
def test_a_second_key_file_that_cannot_be_read_is_no_help_and_no_hindrance(folder, second):
    if second == b"newer":
        content = {**msgspec.to_builtins(key_file.read(folder)[0]), "format": 2}
        second = key_file._canonical({**content, "sha256": key_file._digest(content)})
    (folder / "keys.json.bak").write_bytes(second)
    refused(folder, WrongPassphraseError, "not the passphrase")
    open_vault(folder, PASSPHRASE).close()


def test_a_journal_that_was_copied_without_its_modes_is_made_private_again(folder):
    (folder / "backups").mkdir()
    (folder / "backups" / "before-schema-1.kjbackup").touch()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    refused(folder, WrongPassphraseError, "not the passphrase")

    open_vault(folder, PASSPHRASE).close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")} == {
        "backups": 0o700,
        "before-schema-1.kjbackup": 0o600,
        "journal.db": 0o600,
        "keys.json": 0o600,
        "keys.json.bak": 0o600,
    }


def test_only_the_journals_own_files_are_made_private(folder, tmp_path):
    theirs = [folder / "letter.txt", tmp_path / "elsewhere" / "copy.kjbackup"]
    theirs[1].parent.mkdir()
    theirs[1].parent.chmod(0o755)
    (folder / "backups").mkdir()
    (folder / "backups" / "link.kjbackup").symlink_to(theirs[1])
    for path in theirs:
        path.touch()
        path.chmod(0o644)

    open_vault(folder, PASSPHRASE).close()

    assert [stat.S_IMODE(path.stat().st_mode) for path in theirs] == [0o644, 0o644]
    assert stat.S_IMODE(theirs[1].parent.stat().st_mode) == 0o755


def test_a_journal_behind_a_link_opens_and_its_real_folder_is_made_private(folder, tmp_path):
    folder.chmod(0o755)
    (tmp_path / "link").symlink_to(folder)
    open_vault(tmp_path / "link", PASSPHRASE).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700

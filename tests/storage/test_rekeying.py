"""Changing the passphrase: the words stay, and what no longer counts opens nothing."""

import shutil

import pytest

from kat_journal.errors import KeysDamagedError, StorageFailedError, UnusablePassphraseError, WrongPassphraseError
from kat_journal.storage import key_file
from kat_journal.storage.keys import USUAL_KDF, KdfParameters, new_seed
from kat_journal.storage.rekeying import _put_in_force, change_passphrase, check_passphrase, code_for
from kat_journal.storage.vault import DATABASE
from tests.storage.making import FAST, PASSPHRASE, contents
from tests.storage.rekeyed import OTHER, blocked, opens, slots


def test_a_passphrase_is_checked_without_opening_the_journal(folder):
    check_passphrase(folder, PASSPHRASE)
    before = contents(folder)

    with pytest.raises(WrongPassphraseError):
        check_passphrase(folder, OTHER)
    (folder / key_file.NAME).write_bytes(b"{")
    check_passphrase(folder, PASSPHRASE)
    (folder / key_file.BACKUP_NAME).unlink()
    with pytest.raises(KeysDamagedError):
        check_passphrase(folder, PASSPHRASE)

    assert contents(folder)[DATABASE] == before[DATABASE]


def test_after_a_change_the_new_passphrase_opens_the_same_words_and_the_old_one_nothing(written):
    code, database = code_for(written.folder, PASSPHRASE), (written.folder / DATABASE).read_bytes()

    change_passphrase(written, PASSPHRASE, OTHER, FAST)

    assert (written.folder / DATABASE).read_bytes() == database
    assert len(slots(written.folder)) == 1
    assert code_for(written.folder, OTHER) == code
    written.close()
    assert [opens(written.folder, secret) for secret in (PASSPHRASE, OTHER, code)] == [False, True, True]


@pytest.mark.parametrize(
    ("current", "new", "refusal"),
    [
        (OTHER, "four other plain words", WrongPassphraseError),
        ("", "four other plain words", WrongPassphraseError),
        (PASSPHRASE, "short", UnusablePassphraseError),
        (PASSPHRASE, "half a character \ud83d", UnusablePassphraseError),
    ],
)
def test_a_refused_change_changes_nothing(written, current, new, refusal):
    before = contents(written.folder)

    with pytest.raises(refusal):
        change_passphrase(written, current, new, FAST)

    assert contents(written.folder) == before


def test_a_change_never_makes_guessing_cheaper(written):
    change_passphrase(written, PASSPHRASE, OTHER, KdfParameters(16384, 3, 2))
    change_passphrase(written, OTHER, PASSPHRASE, KdfParameters(8192, 4, 1))

    assert slots(written.folder)[0].kdf == KdfParameters(16384, 4, 2)


def test_a_change_measures_anew_what_this_machine_can_bear(written):
    change_passphrase(written, PASSPHRASE, OTHER)

    assert slots(written.folder)[0].kdf.cost >= USUAL_KDF.cost


@pytest.mark.parametrize("name", [key_file.NAME, key_file.BACKUP_NAME])
def test_a_change_that_cannot_be_written_leaves_the_old_passphrase_alone_in_force(written, name):
    before = contents(written.folder)

    with blocked(written.folder / name), pytest.raises(StorageFailedError):
        change_passphrase(written, PASSPHRASE, OTHER, FAST)

    assert contents(written.folder) == before


@pytest.mark.parametrize("second", [key_file.NAME, key_file.BACKUP_NAME])
def test_a_change_killed_between_the_two_copies_leaves_one_journal_and_settles(written, second):
    """Whichever copy had been written first: both passphrases open it, until the next opening keeps the one used."""
    old = (written.folder / key_file.NAME).read_bytes()
    change_passphrase(written, PASSPHRASE, OTHER, FAST)
    written.close()
    (written.folder / second).write_bytes(old)
    for used, other in ((PASSPHRASE, OTHER), (OTHER, PASSPHRASE)):
        killed = shutil.copytree(written.folder, written.folder.parent / f"killed {used}")
        assert [opens(killed, secret) for secret in (used, other)] == [True, False]


def test_a_slot_that_does_not_open_is_never_put_in_force(written):
    before = contents(written.folder)
    keys = key_file.read(written.folder)[0]
    other = keys.without_slots().with_slot(new_seed(), OTHER, FAST)

    with pytest.raises(StorageFailedError):
        _put_in_force(written.folder, other, other.slots[0], OTHER, written.key, keys)
    with pytest.raises(StorageFailedError):
        _put_in_force(written.folder, keys, other.slots[0], OTHER, written.key, keys)

    assert contents(written.folder) == before


def test_what_does_not_read_back_from_the_disk_leaves_the_second_copy_as_it_was(written):
    def refuse(_written):
        raise StorageFailedError("planted")

    before, keys = contents(written.folder), key_file.read(written.folder)[0]

    with pytest.raises(StorageFailedError, match="planted"):
        key_file.write(written.folder, keys.without_slots().with_slot(new_seed(), OTHER, FAST), refuse)

    assert contents(written.folder)[key_file.BACKUP_NAME] == before[key_file.BACKUP_NAME]

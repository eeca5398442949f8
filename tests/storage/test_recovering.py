"""After the recovery code opened a journal: a new passphrase, whatever became of the key files."""

import pytest

from kat_journal.errors import (
    RecoveryCodeMistypedError,
    StorageFailedError,
    UnusablePassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import key_file
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import new_seed
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovering import recover_vault
from kat_journal.storage.recovery_code import code_of, seed_of
from kat_journal.storage.rekeying import code_for, set_passphrase_by_code
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import PRIVATE_KEY
from tests.storage.making import FAST, PASSPHRASE, contents

NEW = "seven plum harbour lights"


@pytest.fixture
def kit(folder):
    """The journal holds a word, and its code is on paper."""
    vault = open_vault(folder, PASSPHRASE)
    Settings(vault.connection).put("word", "river")
    vault.close()
    return code_for(folder, PASSPHRASE)


def missing(folder):
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).unlink()


def damaged(folder):
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).write_bytes(b'{"magic": "kat-journal-keys"')


def of_another_journal(folder):
    other = folder.parent / "Other"
    create_vault(other, "another journal's passphrase", FAST).close()
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        (folder / name).write_bytes((other / name).read_bytes())


@pytest.mark.parametrize("befall", [lambda _folder: None, missing, damaged, of_another_journal])
def test_the_code_gives_the_same_words_a_new_passphrase(folder, kit, befall):
    public = key_file.read(folder)[0].public_key
    befall(folder)

    vault = open_with_seed(folder, seed_of(kit))
    set_passphrase_by_code(vault, seed_of(kit), NEW, FAST)
    vault.close()

    with pytest.raises(WrongPassphraseError):
        open_vault(folder, PASSPHRASE)
    again = open_vault(folder, NEW)
    assert Settings(again.connection).get("word") == "river"
    again.close()
    keys, second = key_file.read(folder)
    assert (keys.public_key, len(keys.slots), second) == (public, 1, None)
    assert code_for(folder, NEW) == kit


def test_a_code_of_another_journal_changes_nothing_at_all(folder, kit):
    before = contents(folder)

    with pytest.raises(WrongRecoveryCodeError):
        open_with_seed(folder, seed_of(code_of(new_seed())))

    assert contents(folder) == before


def test_the_key_files_are_written_for_the_seed_that_opened_the_journal_alone(folder, kit):
    vault = open_with_seed(folder, seed_of(kit))
    before = contents(folder)

    with pytest.raises(WrongRecoveryCodeError):
        set_passphrase_by_code(vault, new_seed(), NEW, FAST)
    with pytest.raises(UnusablePassphraseError):
        set_passphrase_by_code(vault, seed_of(kit), "short", FAST)

    assert contents(folder) == before
    vault.close()


@pytest.mark.parametrize("befall", [lambda _folder: None, damaged])
def test_where_the_new_keys_cannot_be_written_the_code_still_opens(folder, kit, befall):
    befall(folder)
    vault = open_with_seed(folder, seed_of(kit))
    (folder / f"{key_file.BACKUP_NAME}.new").mkdir()

    with pytest.raises(StorageFailedError):
        set_passphrase_by_code(vault, seed_of(kit), NEW, FAST)

    vault.close()
    open_with_seed(folder, seed_of(kit)).close()


@pytest.mark.parametrize(
    "befalls",
    [
        "DELETE FROM setting WHERE key = ?",
        "UPDATE setting SET value = 'no base64' WHERE key = ?",
        "UPDATE setting SET value = 'c2hvcnQ=' WHERE key = ?",
    ],
)
def test_a_journal_that_lost_its_private_key_gets_a_new_pair(folder, kit, befalls):
    vault = open_with_seed(folder, seed_of(kit))
    with vault.connection.writing():
        vault.connection.execute(befalls, (PRIVATE_KEY,))

    set_passphrase_by_code(vault, seed_of(kit), NEW, FAST)
    first = key_file.read(folder)[0].public_key
    set_passphrase_by_code(vault, seed_of(kit), NEW, FAST)

    assert key_file.read(folder)[0].public_key == first
    assert Settings(vault.connection).get(PRIVATE_KEY)
    vault.close()


def test_a_journal_is_opened_by_its_code_and_given_a_new_passphrase_in_one_go(folder, kit):
    vault = recover_vault(folder, kit.lower(), NEW, FAST)

    assert Settings(vault.connection).get("word") == "river"
    vault.close()
    open_vault(folder, NEW).close()
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, PASSPHRASE)


@pytest.mark.parametrize(
    ("mistype", "new", "refusal"),
    [
        (lambda code: code, "short", UnusablePassphraseError),
        (lambda code: code[:-1], NEW, RecoveryCodeMistypedError),
        (lambda code: code_of(new_seed()), NEW, WrongRecoveryCodeError),
    ],
)
def test_a_refused_recovery_changes_nothing(folder, kit, mistype, new, refusal):
    before = contents(folder)

    with pytest.raises(refusal):
        recover_vault(folder, mistype(kit), new, FAST)

    assert contents(folder) == before


def test_a_recovery_that_cannot_be_written_leaves_the_journal_closed_and_the_old_passphrase_in_force(folder, kit):
    before = contents(folder)
    (folder / f"{key_file.NAME}.new").mkdir()

    with pytest.raises(StorageFailedError):
        recover_vault(folder, kit, NEW, FAST)

    (folder / f"{key_file.NAME}.new").rmdir()
    assert contents(folder) == before
    open_vault(folder, PASSPHRASE).close()

"""What does not open a journal: wrong passphrases, and what was replaced; and what old backups open with."""

import random
import shutil
from pathlib import Path

import pytest

from kat_journal.errors import (
    JournalDamagedError,
    WrongBackupPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import key_file
from kat_journal.storage.backup import make
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.rekeying import change_passphrase, code_for, replace_code
from kat_journal.storage.restoring import look_inside, restore
from tests.helpers.clock import MONDAY_MORNING
from tests.storage.making import contents
from tests.torture import words
from tests.torture.numbers import often
from tests.torture.whole import everything

WRONG = often(1_000, 100)
SAVES = 5


def near_miss(chance):
    """The right passphrase but for one small thing, or something else entirely."""
    letters = list(words.PASSPHRASE)
    place = chance.randrange(len(letters))
    match chance.randrange(6):
        case 0:
            letters[place] = chance.choice("aeioutrsz 1'é\u0301\U0001f331")
        case 1:
            del letters[place]
        case 2:
            letters.insert(place, chance.choice("ea \u00a0\u200b"))
        case 3:
            letters[place] = letters[place].swapcase()
        case 4:
            letters = letters[::-1]
        case _:
            letters = [chr(chance.choice([chance.randrange(32, 0xD800), chance.randrange(0xE000, 0x11000)]))] * place
    return "".join(letters)


def test_no_wrong_passphrase_opens_anything(folder):
    chance, before, tried = random.Random(10), contents(folder), set()
    while len(tried) < WRONG:
        wrong = near_miss(chance)
        if wrong == words.PASSPHRASE or wrong in tried:
            continue
        tried.add(wrong)
        with pytest.raises(WrongPassphraseError):
            open_vault(folder, wrong)
    print(f"{len(tried)} wrong passphrases, 0 opened")
    assert contents(folder) == before
    open_vault(folder, words.PASSPHRASE).close()


@pytest.fixture
def written(folder):
    """A journal with some pages, open."""
    vault = open_vault(folder, words.PASSPHRASE)
    journal = words.opened(vault)
    for number in range(SAVES):
        words.save(journal, number)
    yield vault
    vault.close()


def backed_up(vault, place: Path) -> Path:
    return make(vault.connection, vault.key, vault.folder, place / "before.kjbackup").path


def is_inside(vault, backup, secret, place):
    """Whether restoring the backup with that secret gives what is in the open journal."""
    restored = place / "Restored"
    restore(backup, restored, secret, MONDAY_MORNING)
    opened = open_with_seed(restored, secret) if isinstance(secret, bytearray) else open_vault(restored, secret)
    same = everything(opened.connection) == everything(vault.connection)
    opened.close()
    shutil.rmtree(restored)
    return same


def test_an_old_passphrase_opens_nothing_but_old_backups(written, tmp_path):
    backup, folder = backed_up(written, tmp_path), written.folder
    change_passphrase(written, words.PASSPHRASE, words.OTHER, words.FAST)

    assert is_inside(written, backup, words.PASSPHRASE, tmp_path)
    with pytest.raises(WrongBackupPassphraseError):
        look_inside(backup, words.OTHER, tmp_path / "Look")
    later = make(written.connection, written.key, folder, tmp_path / "after.kjbackup").path
    with pytest.raises(WrongBackupPassphraseError):
        look_inside(later, words.PASSPHRASE, tmp_path / "Look")
    assert is_inside(written, later, words.OTHER, tmp_path)
    written.close()
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, words.PASSPHRASE)
    open_vault(folder, words.OTHER).close()


def test_an_old_code_opens_nothing_but_old_backups(written, tmp_path):
    backup, folder = backed_up(written, tmp_path), written.folder
    old = seed_of(code_for(folder, words.PASSPHRASE))
    new = seed_of(replace_code(written, words.PASSPHRASE, lambda: None))

    assert is_inside(written, backup, bytearray(old), tmp_path)
    with pytest.raises(WrongRecoveryCodeError):
        look_inside(backup, bytearray(new), tmp_path / "Look")
    written.close()
    with pytest.raises(WrongRecoveryCodeError):
        open_with_seed(folder, old)
    open_with_seed(folder, new).close()
    open_vault(folder, words.PASSPHRASE).close()


def test_an_old_key_file_that_is_put_back_opens_nothing_after_a_new_code(written, tmp_path):
    folder = written.folder
    old = {name: (folder / name).read_bytes() for name in (key_file.NAME, key_file.BACKUP_NAME)}
    replace_code(written, words.PASSPHRASE, lambda: None)
    written.close()
    for name, data in old.items():
        (folder / name).write_bytes(data)

    with pytest.raises(JournalDamagedError):
        open_vault(folder, words.PASSPHRASE)


@pytest.mark.parametrize(
    ("chosen", "stored"),
    [
        (KdfParameters(16384, 2, 1), KdfParameters(16384, 2, 1)),
        (KdfParameters(8192, 1, 1), KdfParameters(8192, 1, 1)),
    ],
)
def test_what_opening_costs_is_stored_with_the_slot_and_raised_by_a_change(written, chosen, stored):
    change_passphrase(written, words.PASSPHRASE, words.OTHER, chosen)
    assert key_file.read(written.folder)[0].slots[0].kdf == stored
    change_passphrase(written, words.OTHER, words.PASSPHRASE, words.FAST)
    assert key_file.read(written.folder)[0].slots[0].kdf == stored, "never less than before"

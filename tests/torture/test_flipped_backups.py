"""One wrong bit anywhere in a backup: it is refused, or what is inside is what was put in; the journal stays."""

import random
import shutil
from pathlib import Path

import pytest

from kat_journal.storage import key_file
from kat_journal.storage.backup import make
from kat_journal.storage.backup_file import opened
from kat_journal.storage.opening import open_vault
from kat_journal.storage.restoring import look_inside, restore
from kat_journal.storage.vault import DATABASE
from tests.helpers.clock import MONDAY_MORNING
from tests.storage.making import contents
from tests.torture import words
from tests.torture.damage import cutting, flipping, try_each
from tests.torture.numbers import often
from tests.torture.whole import everything

EVERY = often(1, 401)
RESTORES = often(500, 25)
CUTS = often(500, 50)


@pytest.fixture
def backup(folder, tmp_path) -> Path:
    """A backup in a folder of its own, of a journal with a few words."""
    vault = open_vault(folder, words.PASSPHRASE)
    words.save(words.opened(vault), 0)
    (tmp_path / "USB").mkdir()
    path = make(vault.connection, vault.key, folder, tmp_path / "USB" / "one.kjbackup").path
    vault.close()
    return path


def inside(path: Path) -> str:
    """What the backup's parts are, through the product's own reader."""
    with opened(path) as archive:
        archive.check()
        return repr((archive.read(key_file.NAME), archive.read(DATABASE)))


def places_of_words(path: Path, number: int, seed: int) -> list[int]:
    """So many places within the database that is in the backup."""
    with opened(path) as archive:
        database = archive.read(DATABASE)
    start, chance = path.read_bytes().index(database), random.Random(seed)
    return [start + chance.randrange(len(database)) for _ in range(number)]


def test_no_flipped_bit_of_a_backup_is_taken_for_what_was_put_in(backup):
    right, data = inside(backup), backup.read_bytes()
    places = range(random.Random(11).randrange(EVERY), len(data), EVERY)
    outcomes = try_each(places, flipping(backup), backup.parent, lambda: inside(backup), right)

    print(f"{len(places)} flips: {outcomes.fine}")
    assert outcomes.wrong == {}
    assert outcomes.refused > len(places) * 0.99, "but for dates and the like in the outer form"


def test_every_flipped_bit_of_the_words_themselves_is_noticed(backup):
    right, places = inside(backup), places_of_words(backup, CUTS, seed=12)
    outcomes = try_each(places, flipping(backup), backup.parent, lambda: inside(backup), right)

    assert outcomes.fine == {"BackupDamagedError": CUTS}


def test_a_backup_that_was_cut_is_refused(backup):
    right, chance = inside(backup), random.Random(13)
    cuts = [chance.randrange(backup.stat().st_size) for _ in range(CUTS)]
    outcomes = try_each(cuts, cutting(backup), backup.parent, lambda: inside(backup), right)

    assert outcomes.wrong == {}
    assert outcomes.refused == CUTS


def test_restoring_a_flipped_backup_is_refused_and_leaves_the_journal(folder, backup):
    """Looked into and restored as a person would; what is refused has changed nothing of the journal that is there."""
    before, right = contents(folder), repr(look_inside(backup, words.PASSPHRASE, folder))
    places = places_of_words(backup, RESTORES, seed=14)

    def looked() -> str:
        return repr(look_inside(backup, words.PASSPHRASE, folder))

    assert try_each(places, flipping(backup), backup.parent, looked, right).refused == RESTORES

    def restored() -> str:
        restore(backup, folder, words.PASSPHRASE, MONDAY_MORNING)
        return "restored"

    outcomes = try_each(places, flipping(backup), backup.parent, restored, "restored")
    assert (outcomes.wrong, outcomes.refused) == ({}, RESTORES)
    assert contents(folder) == before


def test_a_whole_backup_is_restored(folder, backup, tmp_path):
    """The control: the same way with no wrong bit."""
    shutil.rmtree(folder)
    restore(backup, folder, words.PASSPHRASE, MONDAY_MORNING)
    vault = open_vault(folder, words.PASSPHRASE)
    assert everything(vault.connection)
    assert words.missing(vault.connection, 0) == []
    vault.close()

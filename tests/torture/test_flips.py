"""One wrong bit anywhere, or a file cut anywhere: a refusal, a diagnosis or the right words; never others."""

import random
import shutil
from pathlib import Path

import pytest

from kat_journal.storage import key_file
from kat_journal.storage.opening import open_vault
from kat_journal.storage.vault import DATABASE
from tests.torture import words
from tests.torture.damage import cutting, every_row, flipping, try_each
from tests.torture.numbers import FULL, often

SAVES = 12
EVERY = often(1, 401)
"""Of the bytes of a journal; an odd number, so that no column of bytes is always left out."""
OPENINGS = often(1_000, 40)
CUTS = often(500, 50)


@pytest.fixture(scope="module")
def small(empty, tmp_path_factory) -> Path:
    """A closed journal with some pages written."""
    folder = Path(shutil.copytree(empty, tmp_path_factory.mktemp("small") / "Journal"))
    vault = open_vault(folder, words.PASSPHRASE)
    journal = words.opened(vault)
    for number in range(SAVES):
        words.save(journal, number)
    journal.close()
    return folder


@pytest.fixture(scope="module")
def key(small) -> bytes:
    vault = open_vault(small, words.PASSPHRASE)
    found = bytes(vault.key)
    vault.close()
    return found


@pytest.fixture
def harmed(small, tmp_path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "Journal"))


def opened_words(folder: Path) -> str:
    """What a person would see of it, through the passphrase."""
    vault = open_vault(folder, words.PASSPHRASE)
    try:
        return repr([tuple(row) for row in vault.connection.rows("SELECT * FROM answer ORDER BY id")])
    finally:
        vault.close()


def test_no_flipped_bit_of_a_journal_shows_other_words(harmed, key):
    right = every_row(harmed, key)
    assert words.text(SAVES - 1) in right
    places = range(random.Random(7).randrange(EVERY), (harmed / DATABASE).stat().st_size, EVERY)
    outcomes = try_each(places, flipping(harmed / DATABASE), harmed, lambda: every_row(harmed, key), right)

    print(f"{len(places)} flips: {outcomes.fine}")
    assert outcomes.wrong == {}
    salt = len([place for place in places if place < 16])
    assert outcomes.refused == len(places) - salt, "all are noticed but those in the salt, which the key file has too"


def test_no_flipped_bit_opens_as_other_words_with_the_passphrase(harmed):
    right, chance = opened_words(harmed), random.Random(8)
    places = [chance.randrange((harmed / DATABASE).stat().st_size) for _ in range(OPENINGS)]
    outcomes = try_each(places, flipping(harmed / DATABASE), harmed, lambda: opened_words(harmed), right)

    print(f"{OPENINGS} openings: {outcomes.fine}")
    assert outcomes.wrong == {}
    assert outcomes.refused > OPENINGS * 0.9


def test_no_flipped_bit_of_both_key_files_opens_or_changes_anything(harmed):
    right = opened_words(harmed)
    both = [harmed / name for name in (key_file.NAME, key_file.BACKUP_NAME)]
    places = range(0, both[0].stat().st_size, 1 if FULL else 7)
    outcomes = try_each(places, flipping(*both), harmed, lambda: opened_words(harmed), right)

    assert outcomes.wrong == {}
    assert outcomes.fine == {"KeysDamagedError": len(places)}


def test_every_flipped_bit_of_one_key_file_is_healed_by_the_other(harmed):
    whole = (harmed / key_file.NAME).read_bytes()
    right = opened_words(harmed)
    for place in range(0, len(whole), 1 if FULL else 7):
        for name in (key_file.NAME, key_file.BACKUP_NAME):
            with flipping(harmed / name, seed=place)(place):
                assert key_file.read(harmed) == (key_file.decode(whole), None)
            damaged = bytearray(whole)
            damaged[place] ^= 1 << place % 8
            (harmed / name).write_bytes(damaged)
            assert opened_words(harmed) == right
            assert (harmed / name).read_bytes() == whole, "mended"


def test_a_journal_that_was_cut_never_shows_other_words(harmed):
    right, chance = opened_words(harmed), random.Random(9)
    length = (harmed / DATABASE).stat().st_size
    cuts = [chance.randrange(length) for _ in range(CUTS // 2)]
    cuts += [4096 * chance.randrange(length // 4096) for _ in range(CUTS - len(cuts))]
    outcomes = try_each(cuts, cutting(harmed / DATABASE), harmed, lambda: opened_words(harmed), right)

    print(f"{CUTS} cuts: {outcomes.fine}")
    assert outcomes.wrong == {}
    assert outcomes.refused == CUTS


def test_other_words_would_be_seen(harmed, key):
    """The search finds what is there: an answer that was changed by somebody who has the key."""
    right = opened_words(harmed)
    vault = open_vault(harmed, words.PASSPHRASE)
    with vault.connection.writing():
        vault.connection.execute("UPDATE answer SET text = 'other words' WHERE id = 1")
    vault.close()
    outcomes = try_each([0], flipping(harmed / DATABASE), harmed, lambda: opened_words(harmed), right)

    assert outcomes.wrong == {0: "WRONG WORDS"}

import stat
from pathlib import Path

import pytest

from kat_journal.errors import (
    AlreadyExistsError,
    DiskFullError,
    JournalInUseError,
    NotEnoughMemoryError,
    ReadOnlyError,
    UnusablePassphraseError,
)
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.opening import open_vault
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE, PRIVATE_KEY
from tests.storage.making import FAST, PASSPHRASE, contents, read_only, small_disk

THEIRS = "a passphrase of somebody else"


def test_a_new_journal_is_open_and_opens_again(tmp_path):
    vault = create_vault(tmp_path / "new" / "Journal", PASSPHRASE, FAST)
    Settings(vault.connection).put("a", "b")
    vault.close()

    again = open_vault(vault.folder, PASSPHRASE)
    assert Settings(again.connection).get("a") == "b"
    again.close()


def test_an_existing_empty_folder_becomes_the_journal(tmp_path):
    tmp_path.chmod(0o755)
    create_vault(tmp_path, PASSPHRASE, FAST).close()
    assert (tmp_path / DATABASE).is_file()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_folder_that_holds_something_is_refused_and_kept(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(AlreadyExistsError):
        create_vault(tmp_path, PASSPHRASE, FAST)
    with pytest.raises(AlreadyExistsError):
        create_vault(tmp_path / "mine.txt", PASSPHRASE, FAST)
    with pytest.raises(AlreadyExistsError):
        create_vault(tmp_path / "mine.txt" / "Journal", PASSPHRASE, FAST)
    assert contents(tmp_path) == {"mine.txt": b"mine"}


@pytest.mark.parametrize("passphrase", ["", "short", "   eleven ab     ", "half a character \ud83d here"])
def test_a_passphrase_that_protects_nothing_is_refused_before_anything_is_made(tmp_path, passphrase):
    with pytest.raises(UnusablePassphraseError):
        create_vault(tmp_path / "Journal", passphrase, FAST)
    assert contents(tmp_path) == {}


def test_everything_in_the_folder_is_readable_by_its_owner_alone(folder):
    vault = open_vault(folder, PASSPHRASE)
    Settings(vault.connection).put("a", "b")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    vault.close()
    assert set(modes) == {"journal.db", "journal.db-journal", "keys.json", "keys.json.bak", "lock"}
    assert set(modes.values()) == {0o600}


def test_a_closed_journal_is_three_files_and_closing_twice_is_fine(folder):
    vault = open_vault(folder, PASSPHRASE)
    Settings(vault.connection).put("a", "b")
    vault.close()
    vault.close()
    assert sorted(contents(folder)) == ["journal.db", "keys.json", "keys.json.bak"]


def test_a_passphrase_opens_the_journal_however_its_accents_were_typed(tmp_path):
    create_vault(tmp_path / "Journal", "caf\u00e9 caf\u00e9 caf\u00e9", FAST).close()
    open_vault(tmp_path / "Journal", "cafe\u0301 cafe\u0301 cafe\u0301").close()


def test_every_journal_has_its_own_keys_and_a_private_key_for_sealed_words(tmp_path):
    vaults = [create_vault(tmp_path / name, PASSPHRASE, FAST) for name in ("a", "b")]
    private = {Settings(vault.connection).get(PRIVATE_KEY) for vault in vaults}
    for vault in vaults:
        vault.close()
    assert len(private) == 2
    assert (tmp_path / "a" / "keys.json").read_bytes() != (tmp_path / "b" / "keys.json").read_bytes()
    assert (tmp_path / "a" / "journal.db").read_bytes()[:16] != (tmp_path / "b" / "journal.db").read_bytes()[:16]


def test_a_disk_that_fills_up_at_any_step_of_making_leaves_nothing_behind(tmp_path):
    refusals = 0
    for size in range(4, 400, 4):
        with small_disk(tmp_path / "disk", f"{size}k") as disk:
            try:
                create_vault(disk / "Journal", PASSPHRASE, FAST).close()
            except DiskFullError:
                refusals += 1
                assert contents(disk) == {}
            else:
                break
    assert 20 < refusals < 99


def test_an_existing_folder_stays_when_making_fails(tmp_path):
    with small_disk(tmp_path / "disk", "64k") as disk:
        (disk / "Journal").mkdir()
        with pytest.raises(DiskFullError):
            create_vault(disk / "Journal", PASSPHRASE, FAST)
        assert contents(disk) == {"Journal": None}


def test_nothing_is_made_in_a_read_only_folder(tmp_path):
    place = tmp_path / "place"
    (place / "empty").mkdir(parents=True)
    with read_only(place), pytest.raises(ReadOnlyError):
        create_vault(place / "Journal", PASSPHRASE, FAST)
    assert contents(place) == {"empty": None}


def test_an_empty_folder_that_is_read_only_stays_as_it_is(tmp_path):
    (tmp_path / "Journal").mkdir()
    with read_only(tmp_path / "Journal"), pytest.raises(ReadOnlyError):
        create_vault(tmp_path / "Journal", PASSPHRASE, FAST)
    assert contents(tmp_path) == {"Journal": None}


def test_too_little_memory_leaves_nothing_behind(tmp_path):
    with pytest.raises(NotEnoughMemoryError):
        create_vault(tmp_path / "Journal", PASSPHRASE, KdfParameters(2**31, 1, 1))
    assert contents(tmp_path) == {}


def shared(folder, meanwhile):
    """The folder, in which another program does something right after it was looked at."""

    class Shared(type(Path())):
        def mkdir(self, *args, **more):
            super().mkdir(*args, **more)
            if self.name == folder.name:
                meanwhile(folder)

    return Shared(folder)


def test_a_journal_that_another_program_makes_at_that_moment_is_left_to_it(tmp_path):
    folder = shared(tmp_path / "Journal", lambda folder: create_vault(folder, THEIRS, FAST).close())

    with pytest.raises(AlreadyExistsError):
        create_vault(folder, PASSPHRASE, FAST)

    open_vault(tmp_path / "Journal", THEIRS).close()


def test_a_journal_that_another_program_has_open_by_then_is_left_to_it_too(tmp_path):
    made = []

    with pytest.raises(JournalInUseError):
        create_vault(
            shared(tmp_path / "Journal", lambda folder: made.append(create_vault(folder, THEIRS, FAST))),
            PASSPHRASE,
            FAST,
        )

    (theirs,) = made
    Settings(theirs.connection).put("word", "river")
    theirs.close()
    open_vault(tmp_path / "Journal", THEIRS).close()


def test_a_journal_being_made_is_in_use(tmp_path):
    vault = create_vault(tmp_path / "Journal", PASSPHRASE, FAST)
    with pytest.raises(JournalInUseError):
        open_vault(tmp_path / "Journal", PASSPHRASE)
    vault.close()

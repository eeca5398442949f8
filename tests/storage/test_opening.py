"""The error matrix: whatever cannot be opened has its own error, and is left byte for byte as it was."""

import os
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest
import sqlcipher3

from kat_journal.errors import (
    JournalDamagedError,
    JournalHeldError,
    JournalInUseError,
    JournalMissingError,
    JournalTooNewError,
    KeysDamagedError,
    NotAJournalError,
    ReadOnlyError,
    WrongPassphraseError,
)
from kat_journal.storage import key_file
from kat_journal.storage.connection import connect
from kat_journal.storage.creating import create_vault
from kat_journal.storage.keys import database_key, new_seed
from kat_journal.storage.opening import open_vault
from kat_journal.storage.settings import Settings
from tests.storage.making import FAST, PASSPHRASE, contents, read_only

PAGE = 4096


def refused(folder, error, passphrase=PASSPHRASE):
    """Opening raises that error, holds nothing, and changes nothing."""
    before = contents(folder.parent)
    with pytest.raises(error) as caught:
        open_vault(folder, passphrase)
    assert caught.type is error
    assert contents(folder.parent) == before


def change(path: Path, offset: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + len(data)] = data
    path.write_bytes(content)


def flip(path: Path, offset: int) -> None:
    change(path, offset, bytes([path.read_bytes()[offset] ^ 1]))


def key_of(folder: Path) -> bytearray:
    keys, _ = key_file.read(folder)
    return database_key(next(keys.seeds(PASSPHRASE))[1], keys.db_salt)


def run_inside(folder: Path, *statements: str) -> None:
    """Change the database with its own key, past every guard."""
    connection = connect(folder / "journal.db", key_of(folder))
    for statement in statements:
        connection._raw.execute(statement)
    connection.close()


@pytest.mark.parametrize("passphrase", ["", "quiet river amber windoW", "half a \ud83d character", "\0", "x" * 10_000])
def test_a_wrong_passphrase(folder, passphrase):
    refused(folder, WrongPassphraseError, passphrase)


def test_a_missing_folder(tmp_path):
    refused(tmp_path / "Journal", JournalMissingError)


def test_an_empty_folder(tmp_path):
    (tmp_path / "Journal").mkdir()
    refused(tmp_path / "Journal", JournalMissingError)


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "Journal").write_text("a letter")
    refused(tmp_path / "Journal", NotAJournalError)


def test_a_folder_of_something_else(tmp_path):
    (tmp_path / "Journal").mkdir()
    (tmp_path / "Journal" / "letter.txt").write_text("a letter")
    refused(tmp_path / "Journal", NotAJournalError)


def test_keys_without_a_database(folder):
    (folder / "journal.db").unlink()
    refused(folder, NotAJournalError)


def test_a_folder_in_place_of_the_database(folder):
    (folder / "journal.db").unlink()
    (folder / "journal.db").mkdir()
    refused(folder, NotAJournalError)


def test_an_empty_database(folder):
    (folder / "journal.db").write_bytes(b"")
    refused(folder, NotAJournalError)


@pytest.mark.parametrize("text", [b"x", b"a letter, not a journal. " * 1000, bytes(PAGE * 3)])
def test_a_text_in_place_of_the_database(folder, text):
    (folder / "journal.db").write_bytes(text)
    refused(folder, NotAJournalError)


@pytest.mark.parametrize("with_keys", [True, False])
def test_a_plain_database_in_place_of_ours(folder, with_keys):
    (folder / "journal.db").unlink()
    plain = sqlite3.connect(folder / "journal.db")
    plain.execute("CREATE TABLE diary (words TEXT)")
    plain.close()
    if not with_keys:
        (folder / "keys.json").unlink()
        (folder / "keys.json.bak").unlink()
    refused(folder, NotAJournalError)


def test_the_database_of_another_journal(folder, tmp_path):
    create_vault(tmp_path / "Other", PASSPHRASE, FAST).close()
    shutil.copy(tmp_path / "Other" / "journal.db", folder / "journal.db")
    refused(folder, NotAJournalError)


def test_an_encrypted_database_of_another_program(folder):
    run_inside(folder, "PRAGMA application_id = 0")
    refused(folder, NotAJournalError)


@pytest.mark.parametrize("size", [16, 100, PAGE - 1, PAGE, PAGE * 3, PAGE * 3 + 7, -PAGE, -1])
def test_a_database_that_was_cut_short(folder, size):
    data = (folder / "journal.db").read_bytes()
    (folder / "journal.db").write_bytes(data[:size])
    refused(folder, JournalDamagedError)


def test_a_flipped_bit_on_any_page(made, tmp_path):
    pages = (made / "journal.db").stat().st_size // PAGE
    for page in range(pages):
        folder = Path(shutil.copytree(made, tmp_path / str(page) / "Journal"))
        flip(folder / "journal.db", page * PAGE + 100 + page)
        refused(folder, JournalDamagedError)


def test_every_page_after_the_salt_overwritten(folder):
    change(folder / "journal.db", 16, os.urandom((folder / "journal.db").stat().st_size - 16))
    refused(folder, JournalDamagedError)


def test_a_damaged_salt_does_no_harm(folder):
    flip(folder / "journal.db", 3)
    vault = open_vault(folder, PASSPHRASE)
    Settings(vault.connection).put("still", "writes")
    vault.close()
    vault = open_vault(folder, PASSPHRASE)
    assert Settings(vault.connection).get("still") == "writes"
    vault.close()


def test_a_newer_schema(folder):
    run_inside(folder, "PRAGMA user_version = 99")
    refused(folder, JournalTooNewError)


def test_a_newer_key_file(folder):
    keys = key_file.read(folder)[0]
    content = {**msgspec.to_builtins(keys), "format": 2, "unheard_of": True}
    data = key_file._canonical({**content, "sha256": key_file._digest(content)})
    (folder / "keys.json").write_bytes(data)
    refused(folder, JournalTooNewError)


def test_both_key_files_missing(folder):
    (folder / "keys.json").unlink()
    (folder / "keys.json.bak").unlink()
    refused(folder, KeysDamagedError)


@pytest.mark.parametrize("damage", [b"", b"{}", b"[" * 60_000, b"\xff\xfe", b"null", b'{"format": 1}', bytes(70_000)])
def test_both_key_files_damaged(folder, damage):
    (folder / "keys.json").write_bytes(damage)
    (folder / "keys.json.bak").write_bytes(damage)
    refused(folder, KeysDamagedError)


def test_folders_in_place_of_the_key_files(folder):
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).unlink()
        (folder / name).mkdir()
    refused(folder, KeysDamagedError)


@pytest.mark.parametrize("broken", ["keys.json", "keys.json.bak"])
@pytest.mark.parametrize("how", ["missing", "flipped"])
def test_one_damaged_key_file_is_mended_from_the_other(folder, broken, how):
    good = (folder / "keys.json").read_bytes()
    if how == "missing":
        (folder / broken).unlink()
    else:
        flip(folder / broken, 50)
    refused_before = contents(folder)
    with pytest.raises(WrongPassphraseError):
        open_vault(folder, "not the passphrase")
    assert contents(folder) == refused_before

    open_vault(folder, PASSPHRASE).close()
    assert (folder / "keys.json").read_bytes() == (folder / "keys.json.bak").read_bytes() == good


def test_a_key_file_that_cannot_be_mended_does_not_keep_the_words_away(folder):
    (folder / "keys.json.bak").unlink()
    (folder / "keys.json.bak").mkdir()
    open_vault(folder, PASSPHRASE).close()
    assert (folder / "keys.json.bak").is_dir()


def test_a_read_only_folder(folder):
    before = contents(folder)
    with read_only(folder), pytest.raises(ReadOnlyError):
        open_vault(folder, PASSPHRASE)
    assert contents(folder) == before


def test_a_journal_that_is_open_already(folder):
    vault = open_vault(folder, PASSPHRASE)
    refused(folder, JournalHeldError)
    vault.close()


def test_a_database_that_another_program_holds(folder):
    other = sqlcipher3.connect(folder / "journal.db", isolation_level=None)
    other.set_key(key_of(folder))
    other.execute("BEGIN EXCLUSIVE")
    refused(folder, JournalInUseError)
    other.close()


def test_while_a_seed_is_being_replaced_either_side_of_it_opens(folder):
    keys = key_file.read(folder)[0]
    with_pending = keys.with_slot(new_seed(), PASSPHRASE, FAST, state="pending")
    key_file.write(folder, with_pending)
    open_vault(folder, PASSPHRASE).close()

    swapped = msgspec.structs.replace(keys, slots=()).with_slot(new_seed(), PASSPHRASE, FAST)
    old_as_pending = msgspec.structs.replace(keys.slots[0], state="pending")
    key_file.write(folder, msgspec.structs.replace(swapped, slots=(*swapped.slots, old_as_pending)))
    open_vault(folder, PASSPHRASE).close()

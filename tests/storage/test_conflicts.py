"""The names that sync programs give to the version that lost, and the names that are our own."""

import pytest

from kat_journal.storage.conflicts import conflict_copies, is_copy

COPIES = [
    "journal (conflicted copy 2026-11-24).db",
    "journal (Sam's conflicted copy 2026-11-24).db",
    "journal (In Konflikt stehende Kopie von Sam 2026-11-24).db",
    "journal (LAPTOP's conflicted copy 2026-11-24) (1).db",
    "journal.sync-conflict-20261124-101500-ABCDEFG.db",
    "journal (1).db",
    "journal-LAPTOP.db",
    "journal-LAPTOP-2.db",
    "journal 2.db",
    "journal (conflicted copy 2026-11-24 101500).db",
    "journal_conflict-20261124-101500.db",
    "journal [Conflict].db",
    "journal.Conflict.db",
    "journal (SFConflict sam@example.org 2026-11-24-10-15-00).db",
    "journal - Copy.db",
    "JOURNAL (CONFLICTED COPY).DB",
    "keys (1).json",
    "keys 2.json",
    "keys-LAPTOP.json",
    "keys (conflicted copy 2026-11-24).json",
    "keys.sync-conflict-20261124-101500-ABCDEFG.json",
    "keys.json.sync-conflict-20261124-101500-ABCDEFG.bak",
    "keys.json (1).bak",
    "keys.json-LAPTOP.bak",
]
OURS = [
    "journal.db",
    "journal.db-journal",
    "journal.db-wal",
    "journal.db-shm",
    "keys.json",
    "keys.json.bak",
    "keys.json.new",
    "keys.json.bak.new",
    "lock",
    "window",
    "window.asked",
    "notes.db",
    "journals.db",
    "my keys (1).txt",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(tmp_path, name):
    (tmp_path / name).write_bytes(b"theirs")
    assert conflict_copies(tmp_path) == (name,)


@pytest.mark.parametrize("name", OURS)
def test_files_of_our_own_and_of_others_are_no_copies(tmp_path, name):
    assert not is_copy(name)


def test_folders_links_and_folders_that_are_gone_hold_no_copies(tmp_path):
    (tmp_path / "journal (1).db").mkdir()
    (tmp_path / "journal (2).db").symlink_to("journal.db")
    assert conflict_copies(tmp_path) == ()
    assert conflict_copies(tmp_path / "gone") == ()


def test_an_open_journal_has_no_copy_of_its_own(vault):
    assert conflict_copies(vault.folder) == ()

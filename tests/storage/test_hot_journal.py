"""A hostile rollback journal: one that names a file which is nobody's business but its owner's."""

import shutil
from functools import partial
from pathlib import Path
from struct import pack

import pytest
import sqlcipher3

from kat_journal.errors import BackupDamagedError, LinkInJournalError, NotAJournalError
from kat_journal.storage.backup_file import write
from kat_journal.storage.backup_look import verify
from kat_journal.storage.backup_manifest import new_manifest
from kat_journal.storage.hot_journal import names_another_journal
from kat_journal.storage.opening import open_vault
from kat_journal.storage.restoring import look_inside, restore
from kat_journal.storage.vault import DATABASE
from tests.storage.making import NOW, PASSPHRASE, contents

MAGIC = bytes.fromhex("d9d505f920a163d7")
JOURNAL = f"{DATABASE}-journal"


def named(path):
    """The end of a journal that names this file."""
    name = str(path).encode()
    return pack(">I", 262144) + name + pack(">II", len(name), sum(name)) + MAGIC


@pytest.fixture
def letter(tmp_path):
    """Somebody's file outside the journal."""
    path = tmp_path / "letter.txt"
    path.write_text("mine")
    return path


@pytest.fixture
def hostile(folder, letter, tmp_path):
    """A copy of a journal in the middle of a change, whose rollback journal names the letter; and its key."""
    vault = open_vault(folder, PASSPHRASE)
    key = bytes(vault.key)
    with vault.connection.writing():
        for number in range(400):
            vault.connection.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (f"k{number}", "x" * 900))
    with vault.connection.writing():
        vault.connection.rows("PRAGMA cache_size = 1")
        vault.connection.execute("UPDATE setting SET value = 'half' WHERE key LIKE 'k%'")
        copy = Path(shutil.copytree(folder, tmp_path / "Hostile", ignore=shutil.ignore_patterns("lock")))
    vault.close()
    journal = copy / JOURNAL
    assert journal.read_bytes()[:8] == MAGIC
    journal.write_bytes(journal.read_bytes() + named(letter))
    return copy, key


def test_the_database_alone_believes_the_name(hostile, letter):
    """The control: without our look at it, SQLite asks for the file, and keeps half a change where there is none."""
    letter.unlink()
    folder, key = hostile
    raw = sqlcipher3.connect(folder / DATABASE, isolation_level=None)
    raw.set_key(key)
    assert raw.execute("SELECT count(*) FROM setting WHERE value = 'half'").fetchone()[0] > 100
    raw.close()
    assert not (folder / JOURNAL).exists()


def test_a_journal_that_names_another_file_is_refused_and_nothing_is_touched(hostile, letter):
    folder, _ = hostile
    before = contents(folder)
    with pytest.raises(NotAJournalError):
        open_vault(folder, PASSPHRASE)
    assert contents(folder) == before
    assert letter.read_text() == "mine"


def test_a_backup_that_holds_one_is_refused_and_nothing_is_touched(hostile, letter, tmp_path):
    folder, _ = hostile
    path = tmp_path / "hostile.kjbackup"
    parts = {name: folder / name for name in (DATABASE, "keys.json", JOURNAL)}
    write(path, new_manifest(NOW, "0" * 16, schema=1, verified=True), parts)
    verify(path)  # in its outer form it is a backup like any other
    before = contents(folder)
    for look in (look_inside, partial(restore, made_at=NOW)):
        with pytest.raises(BackupDamagedError, match="super-journal"):
            look(path, secret=PASSPHRASE, folder=folder)
        assert contents(folder) == before
    assert letter.read_text() == "mine"


def test_a_change_of_ours_that_was_interrupted_is_undone_as_ever(hostile, letter):
    folder, _ = hostile
    journal = folder / JOURNAL
    journal.write_bytes(journal.read_bytes()[: -len(named(letter))])
    vault = open_vault(folder, PASSPHRASE)
    assert vault.connection.row("SELECT count(*) FROM setting WHERE value = 'half'")[0] == 0
    vault.close()


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (b"", False),
        (MAGIC, False),
        (b"x" * 600, False),
        (named("/home/sam/letter.txt"), True),
        ("é".encode() + pack(">II", 2, (0xC3 + 0xA9 - 512) & 0xFFFFFFFF) + MAGIC, True),
        (b"name" + pack(">II", 4, 1) + MAGIC, False),
        (b"name" + pack(">II", 400, sum(b"name")) + MAGIC, False),
        (pack(">II", 0, 0) + MAGIC, False),
    ],
)
def test_what_counts_as_a_name_is_what_counts_for_the_database(tmp_path, end, names):
    (tmp_path / "j").write_bytes(end)
    assert names_another_journal(tmp_path / "j") is names
    assert not names_another_journal(tmp_path / "missing")


@pytest.mark.parametrize("name", ["backups", "sealed"])
def test_a_folder_that_leads_elsewhere_is_named_and_not_followed(folder, tmp_path, name):
    theirs = tmp_path / "Theirs"
    theirs.mkdir()
    (theirs / "before-schema-1.kjbackup").write_text("theirs")
    (folder / name).symlink_to(theirs)
    before = contents(tmp_path)
    with pytest.raises(LinkInJournalError) as refused:
        open_vault(folder, PASSPHRASE)
    assert refused.value.details == {"name": name}
    (folder / name).unlink()
    (folder / name).write_text("no folder")
    with pytest.raises(LinkInJournalError):
        open_vault(folder, PASSPHRASE)
    (folder / name).unlink()
    open_vault(folder, PASSPHRASE).close()
    assert contents(theirs) == {"before-schema-1.kjbackup": b"theirs"}
    assert "Theirs/before-schema-1.kjbackup" in before

"""What a tortured program does to a journal, a function each: all through the product's own calls."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from kat_journal.errors import KatJournalError
from kat_journal.services.journal import OpenJournal
from kat_journal.storage.backup import make
from kat_journal.storage.backup_file import SUFFIX
from kat_journal.storage.backup_places import FOLDER
from kat_journal.storage.connection import Connection
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.opening import open_vault
from kat_journal.storage.rekeying import change_passphrase, replace_code
from kat_journal.storage.restoring import restore
from kat_journal.storage.vault import Vault
from tests.helpers.clock import MONDAY_MORNING
from tests.torture import words
from tests.torture.worker import say

Begin = Callable[[], object]
NEXT_SCHEMA: Final = len(MIGRATIONS) + 1


def rewrite(connection: Connection) -> None:
    """A migration that touches every page of the journal."""
    connection.execute("CREATE TABLE tortured (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO tortured SELECT id, text FROM answer")
    connection.execute("UPDATE answer SET text = 'now: ' || text")
    connection.execute(f"PRAGMA user_version = {NEXT_SCHEMA}")


def warm_up() -> None:
    """Load what every child needs."""
    words.library(), words.messages()


def saves(folder: Path, first: int, begin: Begin) -> None:
    """Save from that number on, and say each number once it is saved. Opening may be hit too."""
    begin()
    journal = words.opened(open_vault(folder, words.PASSPHRASE))
    for number in count(first):
        words.save(journal, number)
        say(number)


def some_saves(folder: Path, how_many: int, begin: Begin) -> None:
    """Save so many times, say each number once it is saved, and close."""
    begin()
    vault = open_vault(folder, words.PASSPHRASE)
    _save_some(vault, how_many)


def careless_saves(folder: Path, how_many: int, begin: Begin) -> None:
    """What must never be: the same with SQLite's usual settings, which trust that a deleted name stays deleted."""
    begin()
    vault = open_vault(folder, words.PASSPHRASE)
    vault.connection._raw.execute("PRAGMA journal_mode = DELETE")
    vault.connection._raw.execute("PRAGMA synchronous = FULL")
    _save_some(vault, how_many)


def _save_some(vault: Vault, how_many: int) -> None:
    journal = words.opened(vault)
    for number in range(how_many):
        words.save(journal, number)
        say(number)
    journal.close()
    say("closed")


def troubled_saves(folder: Path, how_many: int, begin: Begin) -> None:
    """Open and save so many times, whatever the disk says, and leave without closing."""
    begin()
    journal = words.opened(open_vault(folder, words.PASSPHRASE))
    _save_on(journal, how_many)


def hushed_saves(folder: Path, how_many: int, begin: Begin) -> None:
    """What must never be: a failure that is not told. The tests must notice."""
    begin()
    journal = words.opened(open_vault(folder, words.PASSPHRASE))
    for number in range(how_many):
        with suppress(KatJournalError):
            words.save(journal, number)
        say(number)


def troubled_closing(folder: Path, how_many: int, begin: Begin) -> None:
    """Save so many times, and close; begins with closing."""
    journal = words.opened(open_vault(folder, words.PASSPHRASE))
    _save_on(journal, how_many)
    begin()
    journal.close()
    say("closed")


def _save_on(journal: OpenJournal, how_many: int) -> None:
    for number in range(how_many):
        try:
            words.save(journal, number)
        except KatJournalError as error:
            say(f"refused {type(error).__name__}")
        else:
            say(number)
    say(f"held {len(journal.responses.unsaved.retry())}")


def boasts(folder: Path, first: int, begin: Begin) -> None:
    """What must never be: say each number before it is saved. The tests must notice."""
    begin()
    journal = words.opened(open_vault(folder, words.PASSPHRASE))
    for number in count(first):
        say(number)
        words.save(journal, number)


def migrates(folder: Path, passphrase: str, begin: Begin) -> None:
    """Open with a migration that is missing in the journal."""
    begin()
    open_vault(folder, passphrase, (*MIGRATIONS, rewrite))
    say("done")


def changes_passphrase(folder: Path, current: str, new: str, begin: Begin) -> None:
    """Let another passphrase open the journal."""
    vault = open_vault(folder, current)
    begin()
    change_passphrase(vault, current, new, words.FAST)
    say("done")


def replaces_code(folder: Path, passphrase: str, begin: Begin) -> None:
    """Make a new recovery code, after a backup."""
    vault = open_vault(folder, passphrase)
    begin()
    say(replace_code(vault, passphrase, lambda: _back_up(vault, "before-new-code")))


def backs_up(folder: Path, passphrase: str, first: int, begin: Begin) -> None:
    """Make backups from that number on."""
    vault = open_vault(folder, passphrase)
    begin()
    for number in count(first):
        _back_up(vault, str(number))
        say(number)


def restores(folder: Path, passphrase: str, path: str, begin: Begin) -> None:
    """Put a backup in the place of the journal."""
    begin()
    restore(Path(path), folder, passphrase, MONDAY_MORNING)
    say("done")


def _back_up(vault: Vault, name: str) -> None:
    make(vault.connection, vault.key, vault.folder, vault.folder / FOLDER / f"{name}{SUFFIX}", may_replace=True)


KINDS: Final[dict[str, Callable[..., None]]] = {
    work.__name__: work
    for work in (
        saves,
        boasts,
        some_saves,
        careless_saves,
        troubled_saves,
        hushed_saves,
        troubled_closing,
        migrates,
        changes_passphrase,
        replaces_code,
        backs_up,
        restores,
    )
}

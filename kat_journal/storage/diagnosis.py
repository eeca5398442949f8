"""Tells a wrong key from damage: SQLite says "not a database" for both."""

from pathlib import Path
from typing import Final

from kat_journal.errors import JournalDamagedError
from kat_journal.storage.connection import Connection, connect, keyed
from kat_journal.storage.failures import plain_failures

PAGE_BYTES: Final = 4096
CHECKED_WHEN_OPENED: Final = 8 * 1024 * 1024
"""Files up to this size (years of writing) are checked whole while opening, about 20 ms at most."""


class WrongKeyError(Exception):
    """No page of the file opens with this key. Never leaves storage."""


def open_examined(path: Path, key: bytearray, checked_up_to: int = CHECKED_WHEN_OPENED) -> Connection:
    """Open the database, telling a key that is not its own from damage; neither changes the file.

    Raises:
        WrongKeyError: No page opens with this key.
        JournalDamagedError: Some pages do not, or the file was cut short.
    """
    try:
        connection = connect(path, key)
    except JournalDamagedError:
        if not _any_page_opens(path, key):
            raise WrongKeyError from None
        raise
    try:
        if path.stat().st_size <= checked_up_to:
            check_pages(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def check_pages(connection: Connection) -> None:
    """Read and authenticate every page that holds something.

    A free page that fails alone is no damage: a torn write that was rolled back can leave one.

    Raises:
        JournalDamagedError: A page in use is not as it was written.
    """
    if connection.rows("PRAGMA cipher_integrity_check") and not _holds_together(connection):
        raise JournalDamagedError("cipher_integrity_check")


def check_all(connection: Connection) -> None:
    """Check every page and every table; for copies, and for the background.

    Raises:
        JournalDamagedError: Something is not as it was written.
    """
    check_pages(connection)
    if not _holds_together(connection):
        raise JournalDamagedError("quick_check")


def _holds_together(connection: Connection) -> bool:
    return [row[0] for row in connection.rows("PRAGMA quick_check")] == ["ok"]


def _any_page_opens(path: Path, key: bytearray) -> bool:
    """Asked of a fresh connection before anything else: one bad page poisons a connection."""
    with plain_failures():
        pages = -(-path.stat().st_size // PAGE_BYTES)
        raw = keyed(path, key)
        try:
            return len(raw.execute("PRAGMA cipher_integrity_check").fetchall()) < pages
        finally:
            raw.close()

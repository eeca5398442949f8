"""Brings a journal of an older schema up to this one, or refuses a newer one."""

from collections.abc import Callable, Sequence

from kat_journal.errors import JournalDamagedError, JournalTooNewError
from kat_journal.storage.connection import Connection
from kat_journal.storage.migrations import MIGRATIONS, Migration

APPLICATION_ID = 0x4B4A524E


def schema_of(connection: Connection) -> int:
    """The number of the schema that the journal has; 0 for an empty file."""
    return int(connection.row("PRAGMA user_version")[0])


def migrate(
    connection: Connection, keep_copy: Callable[[int], None], migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Apply what is missing: one transaction each, after a verified copy of a journal that holds something.

    Args:
        connection: The open journal.
        keep_copy: Makes the copy; called with the number of the schema to come.
        migrations: Every migration in order; the first makes schema 1.

    Raises:
        JournalTooNewError: A newer version of the program made the journal.
        JournalDamagedError: A migration left something that does not hold together; it was undone.
    """
    present = schema_of(connection)
    if present > len(migrations):
        raise JournalTooNewError("schema")
    if 0 < present < len(migrations):
        keep_copy(len(migrations))
    for number, apply in enumerate(migrations[present:], start=present + 1):
        with connection.writing():
            apply(connection)
            _check(connection, number)


def _check(connection: Connection, number: int) -> None:
    """Each migration sets its own number, in literal SQL, inside its own transaction."""
    if schema_of(connection) != number:
        raise RuntimeError("a migration must set its own user_version")
    broken = connection.rows("PRAGMA foreign_key_check")
    if broken or [row[0] for row in connection.rows("PRAGMA quick_check")] != ["ok"]:
        raise JournalDamagedError("migration")

"""Turns what the database and the system report into the errors that a person can understand."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from kat_journal.errors import (
    DiskFullError,
    JournalDamagedError,
    JournalInUseError,
    KatJournalError,
    NotEnoughMemoryError,
    ReadOnlyError,
    StorageFailedError,
)

_OF_DATABASE: dict[str, type[KatJournalError]] = {
    "SQLITE_BUSY": JournalInUseError,
    "SQLITE_LOCKED": JournalInUseError,
    "SQLITE_NOMEM": NotEnoughMemoryError,
    "SQLITE_READONLY": ReadOnlyError,
    "SQLITE_PERM": ReadOnlyError,
    "SQLITE_CANTOPEN": ReadOnlyError,
    "SQLITE_FULL": DiskFullError,
    "SQLITE_CORRUPT": JournalDamagedError,
    "SQLITE_NOTADB": JournalDamagedError,
}
_OF_SYSTEM: dict[int | None, type[KatJournalError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: ReadOnlyError,
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
}
_BUGS = (sqlcipher3.ProgrammingError, sqlcipher3.IntegrityError, sqlcipher3.InterfaceError)


@contextmanager
def plain_failures() -> Iterator[None]:
    """Raise one of our errors for whatever the database or the system reports.

    Its text is a code and nothing else: SQLite's own sentences can quote what a person wrote. Mistakes in our SQL
    (a broken rule of the schema, a closed connection) pass through, because they are bugs.
    """
    try:
        yield
    except _BUGS:
        raise
    except sqlcipher3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or type(error).__name__
        raise _OF_DATABASE.get(name, StorageFailedError)(name) from None
    except MemoryError:
        raise NotEnoughMemoryError("MemoryError") from None
    except OSError as error:
        name = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise _OF_SYSTEM.get(error.errno, StorageFailedError)(name) from None

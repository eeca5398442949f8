import errno
import traceback

import pytest
import sqlcipher3

from kat_journal import errors
from kat_journal.storage.failures import plain_failures

SECRET = "what the person wrote"


def reported(failure):
    with pytest.raises(Exception) as caught, plain_failures():
        raise failure
    assert SECRET not in str(caught.value)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    return caught.type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", errors.DiskFullError),
        ("SQLITE_READONLY", errors.ReadOnlyError),
        ("SQLITE_CANTOPEN", errors.ReadOnlyError),
        ("SQLITE_PERM", errors.ReadOnlyError),
        ("SQLITE_IOERR", errors.StorageFailedError),
        ("SQLITE_CORRUPT", errors.JournalDamagedError),
        ("SQLITE_NOTADB", errors.JournalDamagedError),
        ("SQLITE_BUSY", errors.JournalInUseError),
        ("SQLITE_LOCKED", errors.JournalInUseError),
        ("SQLITE_NOMEM", errors.NotEnoughMemoryError),
        ("SQLITE_ERROR", errors.StorageFailedError),
        (None, errors.StorageFailedError),
    ],
)
def test_what_the_database_reports_becomes_a_plain_error(name, expected):
    failure = sqlcipher3.OperationalError(f"near {SECRET}")
    if name is not None:
        failure.sqlite_errorname = name
    assert reported(failure) is expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, errors.DiskFullError),
        (errno.EDQUOT, errors.DiskFullError),
        (errno.EROFS, errors.ReadOnlyError),
        (errno.EACCES, errors.ReadOnlyError),
        (errno.EPERM, errors.ReadOnlyError),
        (errno.EIO, errors.StorageFailedError),
    ],
)
def test_what_the_system_reports_becomes_a_plain_error(number, expected):
    assert reported(OSError(number, SECRET)) is expected
    assert reported(OSError(SECRET)) is errors.StorageFailedError


def test_too_little_memory_becomes_a_plain_error():
    assert reported(MemoryError(SECRET)) is errors.NotEnoughMemoryError


@pytest.mark.parametrize("bug", [sqlcipher3.ProgrammingError, sqlcipher3.IntegrityError, KeyError])
def test_mistakes_of_ours_pass_through(bug):
    with pytest.raises(bug), plain_failures():
        raise bug("ours")


def test_our_own_errors_pass_through():
    with pytest.raises(errors.JournalTooNewError), plain_failures():
        raise errors.JournalTooNewError("schema")

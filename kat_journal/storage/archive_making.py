"""Makes a new journal of an archive: beside its place, checked, and moved there in one step; or nothing at all."""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import sqlcipher3

from kat_journal.errors import AlreadyExistsError, ArchiveMissingError, NotAnArchiveError
from kat_journal.storage.archive_reading import Read, damaged, read, read_head
from kat_journal.storage.archive_rows import Row
from kat_journal.storage.archive_tables import check_counts, counts
from kat_journal.storage.connection import Connection
from kat_journal.storage.creating import create_vault
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import open_regular, sync_folder
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.lock import VaultLock

BESIDE: Final = ".bringing-in"
"""Ends the name of the folder in which it is made; one that a crash left is made anew."""

LARGEST: Final = 4 * 1024**3
"""Bytes of a file that is looked at: more than a lifetime of writing."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """The journal that is made.

    Attributes:
        folder: Where; must be missing or empty.
        passphrase: What will open it.
        accepts: Whether a row is one that the program can live with, beyond what its own columns tell.
        kdf: What opening costs; None measures what this machine can bear.
    """

    folder: Path
    passphrase: str
    accepts: Callable[[Row], bool]
    kdf: KdfParameters | None = None


def look(file: Path) -> int:
    """Whether the file begins like an archive; gives its size in bytes. Nothing is made.

    Raises:
        ArchiveMissingError: It is not there, or cannot be read.
        NotAnArchiveError: It is something else.
        ArchiveTooNewError: A newer version of the program wrote it.
    """
    with _opened(file) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > LARGEST:
            raise NotAnArchiveError("size")
        read_head(stream)
    return size


def bring_in(file: Path, new: NewPlace, step: Callable[[int], None] = lambda _: None) -> None:
    """Make a journal that holds every row of the file, and nothing else.

    Args:
        file: The archive; it is only read.
        new: Where, and what opens it.
        step: Called with the bytes of each line; whatever it raises ends it, and nothing is left.

    Raises:
        ArchiveMissingError: The file is not there, or cannot be read.
        AlreadyExistsError: There is something at the new place.
        UnusablePassphraseError: The passphrase cannot protect anything.
        ReadOnlyError, DiskFullError, StorageFailedError: It cannot be written there.

    And what :func:`~kat_journal.storage.archive_reading.read` raises.
    """
    folder = new.folder.absolute()
    if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir() or any(folder.iterdir())):
        raise AlreadyExistsError("not an empty folder")
    look(file)
    beside = folder.with_name(folder.name + BESIDE)
    _clear(beside)
    vault = create_vault(beside, new.passphrase, new.kdf)
    try:
        try:
            _fill(vault.connection, file, new.accepts, step)
            check_all(vault.connection)
        finally:
            vault.close()
        _move(beside, folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _clear(beside: Path) -> None:
    """Take away what a crash left of an earlier try; a try that is still going on holds its lock."""
    if beside.is_dir() and not beside.is_symlink():
        VaultLock.take(beside, take_over=True).release()
        shutil.rmtree(beside, ignore_errors=True)


def _fill(connection: Connection, file: Path, accepts: Callable[[Row], bool], step: Callable[[int], None]) -> None:
    """Every row in one transaction."""
    expected = Counter(counts(connection))
    with _opened(file) as stream, connection.writing():
        for one in read(stream, step):
            if not accepts(one.row):
                raise damaged(one.line, one.table.name)
            _write(connection, one)
            expected[one.table.name] += one.table.before == ""
    check_counts(connection, expected)


def _write(connection: Connection, one: Read) -> None:
    if one.table.before:
        connection.execute(one.table.before, one.values)
    try:
        connection.execute(one.table.write, one.values)
    except sqlcipher3.IntegrityError:  # it is there twice, or what it belongs to is not there
        raise damaged(one.line, one.table.name) from None


def _opened(file: Path) -> BinaryIO:
    try:
        return open_regular(Path(os.path.realpath(file)))  # not resolve(): of a link to itself it makes another error
    except (OSError, ValueError):
        raise ArchiveMissingError("open") from None


def _move(beside: Path, folder: Path) -> None:
    with plain_failures():
        with suppress(FileNotFoundError):
            folder.rmdir()  # it is empty; not every system puts a folder in the place of another
        beside.rename(folder)
    with suppress(OSError):  # it is in its place, whatever becomes of this
        sync_folder(folder.parent)

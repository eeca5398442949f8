"""Makes a backup: one encrypted file that was opened and read whole before anything relies on it.

In two parts, because the journal's thread must not be kept: :func:`copy_out` runs there and gives up when asked;
:func:`finish` can run anywhere. :func:`make` does both. Whatever ends half-way leaves files of the ending ``.new``,
which the next run takes away, and never a backup.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kat_journal.errors import AlreadyExistsError, BackupDamagedError, JournalDamagedError, KeysDamagedError
from kat_journal.storage import key_file
from kat_journal.storage.backup_file import Step, no_step, opened, write
from kat_journal.storage.backup_look import BackupInfo, look
from kat_journal.storage.backup_manifest import Manifest, new_manifest
from kat_journal.storage.backup_places import FOLDER, clear_leftovers, copy_beside, keys_beside, waiting_beside
from kat_journal.storage.connection import Connection
from kat_journal.storage.contents import counts_of
from kat_journal.storage.diagnosis import check_all, open_examined
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import (
    PRIVATE_FOLDER,
    make_private,
    open_regular,
    sync_file,
    sync_folder,
    write_durably,
)
from kat_journal.storage.keys import SALT_BYTES, salt_in, wipe
from kat_journal.storage.vault import DATABASE


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of the database that waits to be checked; holds nothing of the open journal.

    Attributes:
        path: Where the backup will be.
        key: The database key; overwritten by :func:`finish`.
        keys: The key file's bytes; none where both copies are damaged.
        counts: What the copy must have.
        source: The state of the journal that it was made of.
        may_replace: Whether an earlier backup of that name may go.
    """

    path: Path
    key: bytearray
    keys: bytes
    counts: tuple[int, ...]
    source: str
    may_replace: bool


def copy_out(
    connection: Connection,
    key: bytearray,
    folder: Path,
    path: Path,
    give_up: Callable[[], bool] = lambda: False,
    *,
    may_replace: bool = False,
) -> Copied:
    """Copy the open journal beside that path; on the journal's thread.

    Args:
        connection: The open journal.
        key: Its key.
        folder: Its folder.
        path: Where the backup will be.
        give_up: Asked again and again whether somebody needs this thread.
        may_replace: Whether an earlier backup of that name may go, once the new one is good.

    Raises:
        GivenUp: Somebody needs this thread; nothing is left of the copy.
        AlreadyExistsError: Something of that name is there.
    """
    with plain_failures():
        if os.path.lexists(path) and not may_replace:
            raise AlreadyExistsError("backup")
        if path.parent.name == FOLDER:
            path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        clear_leftovers(path)
        copy = copy_beside(path)
        with _removed_on_failure(copy):
            make_private(copy)
            connection.copy_into(copy, give_up)
            keys, counts = _keys_of(folder, key), counts_of(connection)
            return Copied(path, bytearray(key), keys, counts, stamp_of(folder), may_replace)


def finish(copied: Copied, made_at: datetime | None = None, step: Step = no_step) -> BackupInfo:
    """Check the copy, put it into its file, read that back, and give it its name; on any thread.

    Raises:
        JournalDamagedError: The copy does not read back whole.
        BackupDamagedError: The file does not read back as it was written.
    """
    path, copy, waiting = copied.path, copy_beside(copied.path), waiting_beside(copied.path)
    try:
        with plain_failures(), _removed_on_failure(waiting), _removed_at_the_end(copy, keys_beside(path)):
            sync_file(copy)
            _check_copy(copied, copy)
            parts = {DATABASE: copy}
            if copied.keys:
                write_durably(keys_beside(path), copied.keys)
                parts = {key_file.NAME: keys_beside(path), **parts}
            manifest = new_manifest(
                made_at or _now(), fingerprint(copy), schema=copied.counts[1], verified=True, source=copied.source
            )
            put_in_place(waiting, path, write(waiting, manifest, parts, step), step, may_replace=copied.may_replace)
    finally:
        wipe(copied.key)
    return look(path)


def make(
    connection: Connection,
    key: bytearray,
    folder: Path,
    path: Path,
    made_at: datetime | None = None,
    *,
    may_replace: bool = False,
) -> BackupInfo:
    """Make a backup in one go: for the command line, and before something that could go wrong."""
    return finish(copy_out(connection, key, folder, path, may_replace=may_replace), made_at)


def put_in_place(waiting: Path, path: Path, written: Manifest, step: Step = no_step, *, may_replace: bool) -> None:
    """Read a file back, and give it its name only when every byte is as it was written."""
    with opened(waiting) as archive:
        if archive.manifest != written:
            raise BackupDamagedError("read back")
        archive.check(step)
    if not may_replace and os.path.lexists(path):
        raise AlreadyExistsError("backup")
    waiting.replace(path)
    sync_folder(path.parent)


def stamp_of(folder: Path) -> str:
    """Changes with every change of the journal's file; compared, never read. Empty where the file is gone.

    SQLite's own counters tell only what happened while this program ran, and a mark in the journal would change what
    it marks. A lock that notes the place counts as a change too: that costs one copy a day at most, and a change
    that is missed would cost the words.
    """
    try:
        found = (folder / DATABASE).stat()
    except OSError:
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"


def fingerprint(database: Path) -> str:
    """Tells backups of one journal from those of another: a hash of the salt, which no key change touches."""
    with plain_failures(), open_regular(database) as file:
        return sha256(file.read(SALT_BYTES)).hexdigest()[:16]


def fingerprint_of_key(key: bytearray) -> str:
    """The same of an open journal, by its key, which ends in the salt: its file must not be opened a second time."""
    return sha256(salt_in(key)).hexdigest()[:16]


def _check_copy(copied: Copied, copy: Path) -> None:
    connection = open_examined(copy, copied.key, checked_up_to=0)
    try:
        check_all(connection)
        if counts_of(connection) != copied.counts:
            raise JournalDamagedError("counts")
    finally:
        connection.close()


def _keys_of(folder: Path, key: bytearray) -> bytes:
    """The key file of this very journal: a copy may have been replaced while it was open, by a program that syncs."""
    with suppress(KeysDamagedError):  # the recovery code opens a backup without them
        salt = salt_in(key)
        return next((key_file.encode(one) for one in key_file.read(folder) if one and one.db_salt == salt), b"")
    return b""


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


@contextmanager
def _removed_at_the_end(*paths: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)

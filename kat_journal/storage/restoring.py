"""Puts a backup in the place of a journal, or of no journal at all.

The one moment that counts is a rename: before it the journal is as it was, after it :func:`finish_restore` brings the
new one in, however often it is interrupted. What is replaced is kept as a backup of its own.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from kat_journal.errors import (
    AlreadyExistsError,
    BackupDamagedError,
    BackupTooNewError,
    JournalDamagedError,
    JournalTooNewError,
    KeysDamagedError,
)
from kat_journal.storage import key_file
from kat_journal.storage.backup_file import LEFTOVER, PARTS, Archive, Step, no_step, opened
from kat_journal.storage.backup_look import BackupInfo, verify
from kat_journal.storage.backup_places import FOLDER
from kat_journal.storage.contents import Contents, contents_of
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import PRIVATE_FOLDER, is_regular, make_private, sync_file, sync_folder, write_durably
from kat_journal.storage.hot_journal import BESIDE, names_another_journal
from kat_journal.storage.lock import NAME as LOCK
from kat_journal.storage.lock import VaultLock
from kat_journal.storage.replaced import keep_replaced
from kat_journal.storage.sealed_files import FOLDER as SEALED
from kat_journal.storage.support_card import NAME as SUPPORT_CARD
from kat_journal.storage.unlocking import Secret, open_with
from kat_journal.storage.vault import DATABASE

PREPARED: Final = "restore.new"
READY: Final = "restore.ready"
_LOOK: Final = "restore.look-"
_OURS: Final = frozenset({*PARTS, FOLDER, PREPARED, READY, LOCK, SEALED, SUPPORT_CARD})


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        info: The backup that is in place now.
        contents: What is in it.
        kept: The backup of what it replaced; None where there was nothing.
    """

    info: BackupInfo
    contents: Contents
    kept: Path | None


def look_inside(path: Path, secret: Secret, folder: Path, step: Step = no_step) -> Contents:
    """What is in a backup, every page and table of it checked. The journal is not touched.

    Args:
        path: The backup.
        secret: The passphrase that it was made with, or the seed of its recovery code.
        folder: The journal's folder, on whose disk the backup is unpacked for the moment.
        step: Is told of the bytes that were handled.

    Raises:
        WrongBackupPassphraseError, WrongRecoveryCodeError: It does not open with that.
        BackupDamagedError: It is not as it was written.

    And what :func:`~kat_journal.storage.backup_file.opened` raises.
    """
    folder = folder.absolute()
    with plain_failures(), _there(folder):
        scratch = Path(mkdtemp(prefix=_LOOK, dir=folder))
        try:
            with opened(path) as archive:
                return _unpack(archive, scratch, secret, step)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def restore(path: Path, folder: Path, secret: Secret, made_at: datetime, step: Step = no_step) -> Restored:
    """Put a backup in place; whatever goes wrong, the journal that is there stays as it is.

    Args:
        path: The backup.
        folder: The journal's folder, which may be empty or missing.
        secret: See :func:`look_inside`.
        made_at: Now; names the copy of what is replaced.
        step: Is told of the bytes that were handled.

    Raises:
        JournalInUseError: A window or command has the journal open.
        AlreadyExistsError: The folder holds something that is no journal.

    And what :func:`look_inside` raises.
    """
    folder, path = folder.absolute(), path.absolute()
    with plain_failures(), _there(folder):
        lock = VaultLock.take(folder)
        try:
            finish_restore(folder)
            prepared = folder / PREPARED
            _clear(folder)
            info = verify(path, step)
            prepared.mkdir(mode=PRIVATE_FOLDER)
            try:
                with opened(path) as archive:
                    contents = _unpack(archive, prepared, secret, step)
                sync_folder(prepared)
                kept = keep_replaced(folder, secret, made_at, step)
                prepared.rename(folder / READY)
            except BaseException:
                shutil.rmtree(prepared, ignore_errors=True)
                raise
            sync_folder(folder)
            finish_restore(folder)
        finally:
            lock.release()
    return Restored(info, contents, kept)


def is_begun(folder: Path) -> bool:
    """Whether a restore passed its moment and waits to be finished."""
    return (folder / READY).is_dir() and not (folder / READY).is_symlink()


def finish_restore(folder: Path) -> None:
    """Bring in what a restore made ready; does nothing where there is nothing, and may be called again and again.

    Only while the journal's lock is held.
    """
    if not is_begun(folder):
        return
    ready = folder / READY
    with plain_failures():
        # The database goes last: keys without it are no state of a restore, but half of one that was synced here.
        if is_regular(ready / DATABASE):
            # A rollback journal of the replaced database would be applied to the new one: it goes first, for good.
            for ending in BESIDE:
                (folder / f"{DATABASE}{ending}").unlink(missing_ok=True)
            sync_folder(folder)
            for name in (key_file.NAME, key_file.BACKUP_NAME):
                if is_regular(ready / name):
                    (ready / name).replace(folder / name)
            sync_folder(folder)
            (ready / DATABASE).replace(folder / DATABASE)
            sync_folder(folder)
        shutil.rmtree(ready)
        sync_folder(folder)


def _unpack(archive: Archive, place: Path, secret: Secret, step: Step) -> Contents:
    """Take a backup's journal out, whole and checked; an unfinished change in it is undone by opening it."""
    if DATABASE not in archive.manifest.by_name:
        raise BackupDamagedError("no database")
    keys = _keys(archive)
    for name in (DATABASE, LEFTOVER):
        if name in archive.manifest.by_name:
            archive.extract(name, place / name, step)
    if names_another_journal(place / LEFTOVER):
        raise BackupDamagedError("super-journal")
    try:
        connection = open_with(place / DATABASE, tuple(keys.values()), secret)
        try:
            check_all(connection)
            contents = contents_of(connection)
        finally:
            connection.close()
    except JournalDamagedError:
        raise BackupDamagedError("pages") from None
    sync_file(place / DATABASE)
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        if keys:
            write_durably(place / name, key_file.encode(keys.get(name) or next(iter(keys.values()))))
        else:  # empty, so that the keys of a replaced journal do not stay: the recovery code opens this one
            make_private(place / name)
    return contents


def _keys(archive: Archive) -> dict[str, key_file.KeyFile]:
    """The key files that are whole: one in a backup, up to two where a journal was kept as it was found."""
    found = {}
    for name in (key_file.NAME, key_file.BACKUP_NAME):
        try:
            found[name] = key_file.decode(archive.read(name))
        except KeysDamagedError:
            continue
        except JournalTooNewError:
            raise BackupTooNewError("key file") from None
    return found


def _clear(folder: Path) -> None:
    """Take away what a restore that was killed before its moment left, and a look that was."""
    for left in (folder / PREPARED, *folder.glob(f"{_LOOK}*")):
        if left.is_symlink() or left.is_file():
            left.unlink()
        elif left.exists():
            shutil.rmtree(left)


@contextmanager
def _there(folder: Path) -> Iterator[None]:
    """Make the folder where it is missing, and take it away again if nothing comes of it."""
    new = not os.path.lexists(folder)
    if new:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True)
    elif not folder.is_dir() or not _is_for_a_journal(folder):
        raise AlreadyExistsError("folder")
    try:
        yield
    finally:
        if new:
            with suppress(OSError):  # it is not empty: something came of it
                folder.rmdir()


def _is_for_a_journal(folder: Path) -> bool:
    names = {found.name for found in folder.iterdir()}
    return not names or bool(names & _OURS) or any(name.startswith(_LOOK) for name in names)

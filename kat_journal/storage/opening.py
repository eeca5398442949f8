"""Opens a journal, in the one order that never changes what it cannot open."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from kat_journal.errors import (
    JournalDamagedError,
    JournalMissingError,
    KatJournalError,
    KeysDamagedError,
    LinkInJournalError,
    NotAJournalError,
    ReadOnlyError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import backup, key_file
from kat_journal.storage.backup_file import SUFFIX
from kat_journal.storage.backup_places import BEFORE_SCHEMA, FOLDER
from kat_journal.storage.connection import Connection
from kat_journal.storage.diagnosis import WrongKeyError, open_examined
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import is_regular, keep_private, open_regular
from kat_journal.storage.hot_journal import BESIDE, names_another_journal
from kat_journal.storage.keys import SALT_BYTES, database_key, wipe
from kat_journal.storage.lock import VaultLock
from kat_journal.storage.migrate import APPLICATION_ID, migrate
from kat_journal.storage.migrations import MIGRATIONS, Migration
from kat_journal.storage.restoring import finish_restore, is_begun
from kat_journal.storage.sealed_files import FOLDER as SEALED
from kat_journal.storage.vault import DATABASE, Vault

_PLAIN_SQLITE: Final = b"SQLite format 3\x00"
_FOLDERS: Final = (FOLDER, SEALED)
"""Where the program writes and takes away files of its own, and never anywhere that a link leads to."""


def open_vault(
    folder: Path, passphrase: str, migrations: Sequence[Migration] = MIGRATIONS, *, take_over: bool = False
) -> Vault:
    """Open a journal. Takes as long as its key derivation; whatever cannot be opened is left as it was.

    Args:
        folder: Where the journal lives.
        passphrase: As the person typed it.
        migrations: How an older journal is brought up.
        take_over: Open it although a lock file says that another computer has it open.

    Raises:
        JournalMissingError: There is nothing at that place.
        NotAJournalError: What is there is something else, or the database is missing.
        ReadOnlyError: It could be read but not written.
        JournalInUseError: Another window or command has it open.
        JournalElsewhereError: Its lock file came from another computer, which may have it open.
        KeysDamagedError: Both copies of the key file are damaged or missing.
        WrongPassphraseError: No slot opens with this passphrase.
        JournalDamagedError: The right key opens it, and parts cannot be read.
        JournalTooNewError: A newer version of the program made it.
    """
    return _locked(folder, lambda at: _open(at, passphrase, migrations), take_over)


def open_with_seed(folder: Path, seed: bytearray, *, take_over: bool = False) -> Vault:
    """Open a journal with the seed itself, which is what a recovery code says. The key files are not touched.

    Raises:
        WrongRecoveryCodeError: No page opens with this seed.
        JournalDamagedError: The seed is the right one, and parts cannot be read.

    And what :func:`open_vault` raises about the folder.
    """
    return _locked(folder, lambda at: _open_by_seed(at, seed), take_over)


def _locked(folder: Path, opened: Callable[[Path], tuple[Connection, bytearray]], take_over: bool) -> Vault:
    """Look at what is there, take the lock, open; on a failure everything is as it was."""
    folder = folder.absolute()
    with plain_failures():
        if not is_begun(folder):  # a restore that was interrupted is finished first, under the lock
            _look_at(folder)
    lock = VaultLock.take(folder, take_over=take_over)
    try:
        finish_restore(folder)
        with plain_failures():
            _look_at(folder)  # once more: what a restore brought in was not seen before
        connection, key = opened(folder)
        return Vault(connection, folder, lock, key)
    except BaseException:
        lock.release()
        raise


def _look_at(folder: Path) -> None:
    """Tell what is at that place before anything is touched, the lock file included."""
    database = folder / DATABASE
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        raise JournalMissingError("missing")
    if not is_regular(database) or database.stat().st_size == 0:
        raise NotAJournalError("no database")
    beside = [folder / f"{DATABASE}{ending}" for ending in BESIDE]
    if any(os.path.lexists(path) and not is_regular(path) for path in beside):
        raise NotAJournalError("no file")
    if names_another_journal(beside[0]):
        raise NotAJournalError("super-journal")
    for name in _FOLDERS:
        if os.path.lexists(folder / name) and ((folder / name).is_symlink() or not (folder / name).is_dir()):
            raise LinkInJournalError("link", details={"name": name})
    if not all(os.access(path, os.W_OK) for path in (folder, database)):
        raise ReadOnlyError("access")


def _open(folder: Path, passphrase: str, migrations: Sequence[Migration]) -> tuple[Connection, bytearray]:
    salt = _salt_of(folder)
    try:
        copies = key_file.read(folder)
    except KeysDamagedError:
        if salt == _PLAIN_SQLITE:
            raise NotAJournalError("plain SQLite") from None
        raise
    unlocked = [(keys, slot, seed) for keys in copies if keys for slot, seed in keys.seeds(passphrase)]
    if not unlocked:
        raise WrongPassphraseError("no slot")
    try:
        connection, key, keys = _open_with(folder, unlocked, salt, migrations)
    finally:
        for _, _, seed in unlocked:
            wipe(seed)
    with suppress(KatJournalError):  # mending the other copy can wait; the words cannot
        key_file.mend(folder, keys)
    _keep_private(folder)
    return connection, key


def _open_by_seed(folder: Path, seed: bytearray) -> tuple[Connection, bytearray]:
    """Both places that know the salt are tried: the key file, and the first bytes of the database."""
    salts = [_salt_of(folder)]
    with suppress(KeysDamagedError):
        salts[:0] = [keys.db_salt for keys in key_file.read(folder) if keys]
    for salt in dict.fromkeys(salts):
        key = database_key(seed, salt)
        with suppress(WrongKeyError):
            return _open_database(folder, key, MIGRATIONS), key
    raise WrongRecoveryCodeError("no page")


def _salt_of(folder: Path) -> bytes:
    # Read before SQLite opens the file: closing a handle of our own later would drop its locks.
    with plain_failures(), open_regular(folder / DATABASE) as file:
        return file.read(SALT_BYTES)


def _open_with(
    folder: Path,
    unlocked: Sequence[tuple[key_file.KeyFile, key_file.Slot, bytearray]],
    salt: bytes,
    migrations: Sequence[Migration],
) -> tuple[Connection, bytearray, key_file.KeyFile]:
    """Try what the passphrase opened: there are two seeds while one is being replaced, or if the copies differ.

    Gives also the key, and the key file with no other slot than the one that opened it.
    """
    for keys, slot, seed in unlocked:
        key = database_key(seed, keys.db_salt)
        with suppress(WrongKeyError):
            return _open_database(folder, key, migrations), key, keys.with_only(slot)
    # The right key, and no page opens: the first bytes tell whether this ever was the database of these keys.
    if any(salt == keys.db_salt for keys, _, _ in unlocked):
        raise JournalDamagedError("no page")
    raise NotAJournalError("another file")


def _keep_private(folder: Path) -> None:
    """Make a journal private again that was copied without its modes."""
    copies = folder / FOLDER
    inside = () if copies.is_symlink() else copies.glob(f"*{SUFFIX}")
    names = (DATABASE, key_file.NAME, key_file.BACKUP_NAME)
    for path in (folder.resolve(), *(folder / name for name in names), copies, *inside):
        keep_private(path)


def _open_database(folder: Path, key: bytearray, migrations: Sequence[Migration]) -> Connection:
    """Open it with that key; the key is overwritten where it does not open it."""
    connection = None
    try:
        connection = open_examined(folder / DATABASE, key)
        if connection.row("PRAGMA application_id")[0] != APPLICATION_ID:
            raise NotAJournalError("application_id")
        migrate(connection, lambda schema: _copy_before(connection, key, folder, schema), migrations)
    except BaseException:
        wipe(key)
        if connection is not None:
            connection.close()
        raise
    return connection


def _copy_before(connection: Connection, key: bytearray, folder: Path, schema: int) -> None:
    name = f"{BEFORE_SCHEMA}{schema}{SUFFIX}"
    backup.make(connection, key, folder, folder / FOLDER / name, may_replace=True)

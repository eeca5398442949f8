"""The encrypted folder: made, opened and closed here, in the one order that never changes what it cannot open."""

import os
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kat_journal.errors import (
    AlreadyExistsError,
    JournalDamagedError,
    JournalMissingError,
    KatJournalError,
    KeysDamagedError,
    NotAJournalError,
    ReadOnlyError,
    WrongPassphraseError,
)
from kat_journal.storage import backup, key_file
from kat_journal.storage.connection import Connection, connect
from kat_journal.storage.diagnosis import WrongKeyError, open_examined
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import (
    PRIVATE_FOLDER,
    is_regular,
    keep_private,
    make_private,
    open_regular,
    sync_folder,
)
from kat_journal.storage.keys import (
    SALT_BYTES,
    KdfParameters,
    calibrate,
    check_new_passphrase,
    database_key,
    new_seed,
    wipe,
)
from kat_journal.storage.lock import VaultLock
from kat_journal.storage.migrate import APPLICATION_ID, migrate
from kat_journal.storage.migrations import MIGRATIONS, Migration
from kat_journal.storage.settings import Settings

DATABASE: Final = "journal.db"
PRIVATE_KEY: Final = "sealed-words.private-key"
"""The setting that holds the X25519 private key, in base64: it opens words that were written while locked."""

_PLAIN_SQLITE: Final = b"SQLite format 3\x00"
_BESIDE: Final = ("-journal", "-wal", "-shm")
"""Files of these endings SQLite opens by itself, whatever they are."""


class Vault:
    """An open journal. Made, used and closed on one thread.

    Attributes:
        connection: What every repository is made with.
        folder: Where the journal lives.
    """

    def __init__(self, connection: Connection, folder: Path, lock: VaultLock) -> None:
        self.connection = connection
        self.folder = folder
        self._lock = lock

    def close(self) -> None:
        """Close the database and give the lock back; may be called twice."""
        self.connection.close()
        self._lock.release()


def is_vault(folder: Path) -> bool:
    """Whether a journal, or a part of one, is in that folder. Needs no passphrase and opens nothing."""
    return any((folder / name).is_file() for name in (DATABASE, key_file.NAME, key_file.BACKUP_NAME))


def create_vault(folder: Path, passphrase: str, kdf: KdfParameters | None = None) -> Vault:
    """Make a new, empty journal and open it; when that fails, nothing of it stays behind.

    Args:
        folder: Where to make it; must be missing or empty.
        passphrase: At least twelve letters.
        kdf: What opening costs; None measures what this machine can bear.

    Raises:
        AlreadyExistsError: There is something in the folder, or a file of that name.
        UnusablePassphraseError: The passphrase cannot protect anything.
        ReadOnlyError: Nothing can be written there.
        DiskFullError: There is no room.
    """
    check_new_passphrase(passphrase)
    folder = folder.absolute()
    new = _make_folder(folder)
    lock = None
    try:
        lock = VaultLock.take(folder)
        return Vault(_fill(folder, passphrase, kdf or calibrate()), folder, lock)
    except BaseException:
        with suppress(OSError):
            _remove(folder)
        if lock is not None:
            lock.release()
        if new:
            with suppress(OSError):
                folder.rmdir()
        raise


def open_vault(folder: Path, passphrase: str, migrations: Sequence[Migration] = MIGRATIONS) -> Vault:
    """Open a journal. Takes as long as its key derivation; whatever cannot be opened is left as it was.

    Args:
        folder: Where the journal lives.
        passphrase: As the person typed it.
        migrations: How an older journal is brought up.

    Raises:
        JournalMissingError: There is nothing at that place.
        NotAJournalError: What is there is something else, or the database is missing.
        ReadOnlyError: It could be read but not written.
        JournalInUseError: Another window or command has it open.
        KeysDamagedError: Both copies of the key file are damaged or missing.
        WrongPassphraseError: No slot opens with this passphrase.
        JournalDamagedError: The right key opens it, and parts cannot be read.
        JournalTooNewError: A newer version of the program made it.
    """
    folder = folder.absolute()
    with plain_failures():
        _look_at(folder)
    lock = VaultLock.take(folder)
    try:
        return Vault(_open(folder, passphrase, migrations), folder, lock)
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
    beside = [folder / f"{DATABASE}{ending}" for ending in _BESIDE]
    if any(os.path.lexists(path) and not is_regular(path) for path in beside):
        raise NotAJournalError("no file")
    if not all(os.access(path, os.W_OK) for path in (folder, database)):
        raise ReadOnlyError("access")


def _open(folder: Path, passphrase: str, migrations: Sequence[Migration]) -> Connection:
    # Read before SQLite opens the file: closing a handle of our own later would drop its locks.
    with plain_failures(), open_regular(folder / DATABASE) as file:
        salt = file.read(SALT_BYTES)
    try:
        copies = key_file.read(folder)
    except KeysDamagedError:
        if salt == _PLAIN_SQLITE:
            raise NotAJournalError("plain SQLite") from None
        raise
    connection, keys = _open_with(folder, [keys for keys in copies if keys], passphrase, salt, migrations)
    with suppress(KatJournalError):  # mending the other copy can wait; the words cannot
        key_file.mend(folder, keys)
    _keep_private(folder)
    return connection


def _open_with(
    folder: Path, copies: list[key_file.KeyFile], passphrase: str, salt: bytes, migrations: Sequence[Migration]
) -> tuple[Connection, key_file.KeyFile]:
    """Try the seeds that the passphrase opens: there are two while a seed is being replaced, or if the copies differ.

    Gives also the keys that opened it.
    """
    salts = set()
    for keys, seed in ((copy, seed) for copy in copies for seed in copy.seeds(passphrase)):
        salts.add(keys.db_salt)
        key = database_key(seed, keys.db_salt)
        wipe(seed)
        try:
            return _open_database(folder, key, migrations), keys
        except WrongKeyError:
            continue
        finally:
            wipe(key)
    if not salts:
        raise WrongPassphraseError("no slot")
    # The right key, and no page opens: the first bytes tell whether this ever was the database of these keys.
    if salt in salts:
        raise JournalDamagedError("no page")
    raise NotAJournalError("another file")


def _keep_private(folder: Path) -> None:
    """Make a journal private again that was copied without its modes."""
    copies = folder / backup.FOLDER
    inside = () if copies.is_symlink() else copies.glob("*.db")
    names = (DATABASE, key_file.NAME, key_file.BACKUP_NAME)
    for path in (folder.resolve(), *(folder / name for name in names), copies, *inside):
        keep_private(path)


def _open_database(folder: Path, key: bytearray, migrations: Sequence[Migration]) -> Connection:
    connection = open_examined(folder / DATABASE, key)
    try:
        if connection.row("PRAGMA application_id")[0] != APPLICATION_ID:
            raise NotAJournalError("application_id")
        migrate(connection, lambda schema: _copy_before(connection, key, folder, schema), migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _copy_before(connection: Connection, key: bytearray, folder: Path, schema: int) -> None:
    backup.copy_verified(connection, key, folder / backup.FOLDER / f"before-schema-{schema}.db")


def _make_folder(folder: Path) -> bool:
    """Make the folder, readable by its owner alone; gives whether it is new."""
    with plain_failures():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=PRIVATE_FOLDER)
        except (FileExistsError, NotADirectoryError):
            if not folder.is_dir() or any(folder.iterdir()):
                raise AlreadyExistsError("not an empty folder") from None
            with suppress(OSError):  # some file systems know no modes
                folder.chmod(PRIVATE_FOLDER)
            return False
    return True


def _fill(folder: Path, passphrase: str, kdf: KdfParameters) -> Connection:
    private = X25519PrivateKey.generate()
    seed, salt = new_seed(), os.urandom(SALT_BYTES)
    key = database_key(seed, salt)
    connection = None
    try:
        keys = key_file.new_key_file(salt, private.public_key().public_bytes_raw())
        keys = keys.with_slot(seed, passphrase, kdf)
        with plain_failures():
            make_private(folder / DATABASE)
        connection = connect(folder / DATABASE, key)
        migrate(connection, lambda _schema: None)
        Settings(connection).put(PRIVATE_KEY, b64encode(private.private_bytes_raw()).decode())
        key_file.write(folder, keys)
        with plain_failures():
            sync_folder(folder.parent)
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    finally:
        wipe(seed)
        wipe(key)
    return connection


def _remove(folder: Path) -> None:
    """Take away what a failed creation made."""
    for name in (key_file.NAME, key_file.BACKUP_NAME, DATABASE, DATABASE + "-journal"):
        (folder / name).unlink(missing_ok=True)

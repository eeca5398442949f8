"""Makes a new, empty journal, or nothing at all."""

import os
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kat_journal.errors import AlreadyExistsError
from kat_journal.storage import key_file
from kat_journal.storage.connection import Connection, connect
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import PRIVATE_FOLDER, make_private, sync_folder
from kat_journal.storage.keys import (
    SALT_BYTES,
    KdfParameters,
    calibrate,
    check_new_passphrase,
    database_key,
    new_seed,
    wipe,
)
from kat_journal.storage.lock import NAME as LOCK
from kat_journal.storage.lock import VaultLock
from kat_journal.storage.migrate import migrate
from kat_journal.storage.migrations import MIGRATIONS, Migration
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE, PRIVATE_KEY, Vault


def create_vault(
    folder: Path,
    passphrase: str,
    kdf: KdfParameters | None = None,
    *,
    private: X25519PrivateKey | None = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Vault:
    """Make a new, empty journal and open it; when that fails, nothing of it stays behind.

    Args:
        folder: Where to make it; must be missing or empty.
        passphrase: At least twelve letters.
        kdf: What opening costs; None measures what this machine can bear.
        private: The key that opens words written while locked; None makes a new one.
        migrations: What makes its schema; fewer make an older one.

    Raises:
        AlreadyExistsError: There is something in the folder, or a file of that name.
        UnusablePassphraseError: The passphrase cannot protect anything.
        ReadOnlyError: Nothing can be written there.
        DiskFullError: There is no room.
    """
    check_new_passphrase(passphrase)
    new = _make_folder(folder := folder.absolute())
    lock, is_ours = None, False
    try:
        lock = VaultLock.take(folder)
        is_ours = _is_still_empty(folder)
        connection, key = _fill(folder, passphrase, kdf or calibrate(), private, migrations)
        return Vault(connection, folder, lock, key)
    except BaseException:
        if is_ours:
            _remove(folder)
        if lock is not None:
            lock.release()
        if new:
            with suppress(OSError):
                folder.rmdir()
        raise


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


def _is_still_empty(folder: Path) -> bool:
    """Another program may have made its journal there since the folder was looked at, and must not lose it."""
    with plain_failures():
        if any(path.name != LOCK for path in folder.iterdir()):
            raise AlreadyExistsError("made meanwhile")
    return True


def _fill(
    folder: Path, passphrase: str, kdf: KdfParameters, private: X25519PrivateKey | None, migrations: Sequence[Migration]
) -> tuple[Connection, bytearray]:
    private = private or X25519PrivateKey.generate()
    seed, salt = new_seed(), os.urandom(SALT_BYTES)
    key = database_key(seed, salt)
    connection = None
    try:
        keys = key_file.new_key_file(salt, private.public_key().public_bytes_raw())
        keys = keys.with_slot(seed, passphrase, kdf)
        with plain_failures():
            make_private(folder / DATABASE)
        connection = connect(folder / DATABASE, key)
        migrate(connection, lambda _schema: None, migrations)
        Settings(connection).put(PRIVATE_KEY, b64encode(private.private_bytes_raw()).decode())
        key_file.write(folder, keys)
        with plain_failures():
            sync_folder(folder.parent)
    except BaseException:
        wipe(key)
        if connection is not None:
            connection.close()
        raise
    finally:
        wipe(seed)
    return connection, key


def _remove(folder: Path) -> None:
    """Take away what a failed creation made."""
    with suppress(OSError):
        for name in (key_file.NAME, key_file.BACKUP_NAME, DATABASE, DATABASE + "-journal"):
            (folder / name).unlink(missing_ok=True)

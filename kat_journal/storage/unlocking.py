"""Opens the database of a backup, or of a journal that is about to be replaced, with what a person knows."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kat_journal.errors import BackupDamagedError, WrongBackupPassphraseError, WrongRecoveryCodeError
from kat_journal.storage.connection import Connection
from kat_journal.storage.diagnosis import WrongKeyError, open_examined
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import open_regular
from kat_journal.storage.key_file import KeyFile
from kat_journal.storage.keys import SALT_BYTES, database_key, wipe
from kat_journal.storage.migrate import APPLICATION_ID

Secret = str | bytearray
"""A passphrase, or the seed that a recovery code stands for."""


def open_with(database: Path, keys: Sequence[KeyFile], secret: Secret) -> Connection:
    """Open a closed database with a passphrase or a seed. Takes as long as a key derivation.

    Raises:
        WrongBackupPassphraseError: No slot opens with this passphrase.
        WrongRecoveryCodeError: No page opens with this seed.
        BackupDamagedError: The right key opens no page, or it is the database of something else.
        JournalDamagedError: Some pages do not open.
    """
    is_any = False
    for key in database_keys(database, keys, secret):
        is_any = True
        try:
            with suppress(WrongKeyError):
                return _ours(open_examined(database, key, checked_up_to=0))
        finally:
            wipe(key)
    if not isinstance(secret, str):
        raise WrongRecoveryCodeError("no page")
    if is_any:
        raise BackupDamagedError("no page")
    raise WrongBackupPassphraseError("no slot")


def _ours(connection: Connection) -> Connection:
    if connection.row("PRAGMA application_id")[0] != APPLICATION_ID:
        connection.close()
        raise BackupDamagedError("application_id")
    return connection


def database_keys(database: Path, keys: Sequence[KeyFile], secret: Secret) -> Iterator[bytearray]:
    """The keys that the secret may open a database with; none where no slot opens with a passphrase."""
    if isinstance(secret, str):
        for one in keys:
            for _, seed in one.seeds(secret):
                try:
                    yield database_key(seed, one.db_salt)
                finally:
                    wipe(seed)
        return
    with plain_failures(), open_regular(database) as file:
        salt = file.read(SALT_BYTES)
    for known in dict.fromkeys((*(one.db_salt for one in keys), salt)):
        yield database_key(secret, known)

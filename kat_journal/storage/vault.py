"""An open journal, and the names of its parts."""

from pathlib import Path
from typing import Final

from kat_journal.storage.connection import Connection
from kat_journal.storage.keys import wipe
from kat_journal.storage.lock import VaultLock

DATABASE: Final = "journal.db"
PRIVATE_KEY: Final = "sealed-words.private-key"
"""The setting that holds the X25519 private key, in base64: it opens words that were written while locked."""


class Vault:
    """An open journal. Made, used and closed on one thread.

    Attributes:
        connection: What every repository is made with.
        folder: Where the journal lives.
        key: The database key, for reading copies back; overwritten at closing.
    """

    def __init__(self, connection: Connection, folder: Path, lock: VaultLock, key: bytearray) -> None:
        self.connection = connection
        self.folder = folder
        self.key = key
        self._lock = lock

    def close(self) -> None:
        """Close the database, forget the key and give the lock back; may be called twice."""
        self.connection.close()
        wipe(self.key)
        self._lock.release()

"""Settings that are content: what starts shared, where the person was, and keys that only the open journal needs."""

from kat_journal.storage.connection import Connection


class Settings:
    """Texts by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """The text of that key, or None where it was never set."""
        row = self._connection.row("SELECT value FROM setting WHERE key = ?", (key,))
        return None if row is None else str(row["value"])

    def put(self, key: str, value: str) -> None:
        """Set it, replacing an earlier text."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

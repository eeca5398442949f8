"""Names that leave as something else."""

from kat_journal.domain.ids import Uid
from kat_journal.domain.replacing import Replacement
from kat_journal.storage.connection import Connection
from kat_journal.storage.settings import Settings
from kat_journal.storage.values import clean

_AS_WRITTEN = "replacement.as-written"
"""Setting that holds the uids of names that are found with their own capitals alone, one to a line."""


class Replacements:
    """The person's list, in the order in which it was made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._settings = Settings(connection)

    def all(self) -> tuple[Replacement, ...]:
        """The whole list."""
        as_written = self._as_written()
        rows = self._connection.rows("SELECT uid, name, initials FROM replacement ORDER BY id")
        return tuple(
            Replacement(row["name"], row["initials"], row["uid"] in as_written, Uid(row["uid"])) for row in rows
        )

    def put(self, one: Replacement) -> None:
        """Add it, or change the one of its uid."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO replacement (uid, name, initials) VALUES (?, ?, ?)"
                " ON CONFLICT (uid) DO UPDATE SET name = excluded.name, initials = excluded.initials",
                (one.uid, clean(one.name), clean(one.instead)),
            )
            rest = self._as_written() - {one.uid}
            self._keep(rest | {one.uid} if one.as_written else rest)

    def delete(self, uid: Uid) -> None:
        """Take it off the list."""
        with self._connection.writing():
            self._connection.execute("DELETE FROM replacement WHERE uid = ?", (uid,))
            self._keep(self._as_written() - {uid})

    def _as_written(self) -> frozenset[str]:
        return frozenset((self._settings.get(_AS_WRITTEN) or "").split())

    def _keep(self, uids: frozenset[str]) -> None:
        self._settings.put(_AS_WRITTEN, "\n".join(sorted(uids)))

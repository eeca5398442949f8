"""The packs that were added: their files as texts, kept in the vault with everything else."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from kat_journal.storage.connection import Connection
from kat_journal.storage.values import read_utc, utc_text

LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When a pack was added whose row does not say so any more."""


@dataclass(frozen=True, slots=True)
class StoredPack:
    """A pack as it was added.

    Attributes:
        files: Path in the pack to its text; empty where they cannot be read any more.
    """

    id: str
    version: str
    files: Mapping[str, str]
    installed_at: datetime


class Packs:
    """Packs, in the order in which they were added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def packs(self) -> tuple[StoredPack, ...]:
        """All of them."""
        return tuple(map(_pack, self._connection.rows("SELECT * FROM pack ORDER BY installed_at, id")))

    def put(self, pack: StoredPack) -> None:
        """Add a pack, or put its new version in the place of the one with its id."""
        files = msgspec.json.encode(dict(pack.files)).decode()
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO pack (id, version, files, installed_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET version = excluded.version, files = excluded.files",
                (pack.id, pack.version, files, utc_text(pack.installed_at)),
            )

    def delete(self, pack_id: str) -> None:
        """Take a pack away; what was answered with it has its own snapshots."""
        with self._connection.writing():
            self._connection.execute("DELETE FROM pack WHERE id = ?", (pack_id,))


def _pack(row: Any) -> StoredPack:
    """The pack of a row; damage in it costs that pack alone, never the unlocking of the journal."""
    files: dict[str, str] = {}
    with suppress(msgspec.DecodeError, UnicodeEncodeError):  # it is left out of the library, and says so
        files = msgspec.json.decode(row["files"].encode(), type=dict[str, str])
    return StoredPack(row["id"], row["version"], files, _instant(row["installed_at"]))


def _instant(text: str) -> datetime:
    try:
        found = read_utc(text)
    except ValueError:
        return LONG_AGO
    return found if found.tzinfo is not None else LONG_AGO

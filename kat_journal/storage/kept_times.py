"""The times in which something was answered, kept when its session moves afterwards."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from kat_journal.domain.ids import Uid
from kat_journal.domain.schedule import Times
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import read_utc, utc_text

_PREFIX: Final = "times."


class KeptTimes:
    """Times by the uid of a response, among the settings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, uid: Uid, times: Times) -> None:
        """Keep them. The first ones kept stay, and those of responses that are gone for good go too."""
        instants = [utc_text(instant) for instant in (times.opens, times.due, times.closes)]
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
                (_PREFIX + uid, json.dumps([*instants, times.about])),
            )
            self._connection.execute(
                "DELETE FROM setting WHERE key GLOB ?1 || '*'"
                " AND substr(key, 1 + length(?1)) NOT IN (SELECT uid FROM response)",
                (_PREFIX,),
            )

    def of(self, uids: Iterable[Uid]) -> Mapping[Uid, Times]:
        """What was kept for these responses."""
        rows = self._connection.rows(
            "SELECT key, value FROM setting WHERE key IN (SELECT ? || value FROM json_each(?))",
            (_PREFIX, json.dumps(list(uids))),
        )
        return {Uid(row["key"].removeprefix(_PREFIX)): _times(row["value"]) for row in rows}


def _times(value: str) -> Times:
    opens, due, closes, about = json.loads(value)
    return Times(read_utc(opens), read_utc(due), read_utc(closes), about)

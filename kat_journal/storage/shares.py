"""What left the journal, and when."""

import json
from datetime import date, datetime
from typing import Any

from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import clean, read_utc, utc_text


class Shares:
    """Share records: they are added and never changed, but that a person may forget a file's place, or the record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: ShareRecord) -> None:
        """Keep a record of one summary that was saved."""
        with self._connection.writing():
            self._connection.execute(
                "INSERT INTO share_record (uid, made_at, format, sha256, starts, ends, file, keys)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.uid,
                    utc_text(record.made_at),
                    record.format,
                    record.sha256,
                    record.starts.isoformat(),
                    record.ends.isoformat(),
                    clean(record.file),
                    clean(json.dumps(record.keys, ensure_ascii=False)),
                ),
            )

    def forget_file(self, uid: Uid) -> None:
        """Keep no longer where that file was saved."""
        with self._connection.writing():
            self._connection.execute("UPDATE share_record SET file = '' WHERE uid = ?", (uid,))

    def remove(self, uid: Uid) -> None:
        """Keep no longer that it left at all; the file is not touched."""
        with self._connection.writing():
            self._connection.execute("DELETE FROM share_record WHERE uid = ?", (uid,))

    def written_since(self, instant: datetime) -> int:
        """How many answers are new or changed since then; what was skipped or is in the bin does not count."""
        row = self._connection.row(
            "SELECT count(*) AS many FROM answer JOIN response ON response.id = answer.response_id"
            " WHERE answer.updated_at > ? AND NOT answer.skipped AND response.trashed_at IS NULL",
            (utc_text(instant),),
        )
        return int(row["many"])

    def records(self) -> tuple[ShareRecord, ...]:
        """All of them, newest first."""
        return tuple(map(_record, self._connection.rows("SELECT * FROM share_record ORDER BY made_at DESC, id DESC")))


def _record(row: Any) -> ShareRecord:
    return ShareRecord(
        uid=Uid(row["uid"]),
        made_at=read_utc(row["made_at"]),
        format=row["format"],
        sha256=row["sha256"],
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        file=row["file"],
        keys=tuple(json.loads(row["keys"])),
    )

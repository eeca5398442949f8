"""What left the journal, and when."""

import json
from datetime import date
from typing import Any

from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import clean, read_utc, utc_text


class Shares:
    """Share records; they are only ever added, and of each only the file's place can be forgotten."""

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
                    json.dumps(record.keys, ensure_ascii=False),
                ),
            )

    def forget_file(self, uid: Uid) -> None:
        """Keep no longer where that file was saved."""
        with self._connection.writing():
            self._connection.execute("UPDATE share_record SET file = '' WHERE uid = ?", (uid,))

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

"""Rows of answers, and the earlier words that are kept of them. Called inside a transaction of ``responses``."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from kat_journal.domain.ids import ItemId, ResponseId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import read_utc, utc_text

VERSION_EVERY: Final = timedelta(minutes=10)
VERSIONS_KEPT: Final = 50


def put(connection: Connection, response_id: ResponseId, answer: Answer, now: datetime) -> None:
    """Store the answer, replacing an earlier one to the same item."""
    connection.execute(
        "INSERT INTO answer (response_id, item_id, number, text, detail, note, skipped, share, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (response_id, item_id) DO UPDATE SET number = excluded.number, text = excluded.text,"
        " detail = excluded.detail, note = excluded.note, skipped = excluded.skipped, share = excluded.share,"
        " updated_at = excluded.updated_at",
        (
            response_id,
            answer.item_id,
            answer.number,
            answer.text,
            _detail(answer),
            answer.note,
            answer.skipped,
            answer.share,
            utc_text(now),
        ),
    )


def remove(connection: Connection, response_id: ResponseId, item_id: ItemId) -> None:
    """Back to not asked."""
    connection.execute("DELETE FROM answer WHERE response_id = ? AND item_id = ?", (response_id, item_id))


def of_responses(connection: Connection, ids: Sequence[int]) -> dict[int, dict[ItemId, Answer]]:
    """The answers of those responses, by response and item, in the order in which they were first given."""
    found: dict[int, dict[ItemId, Answer]] = {number: {} for number in ids}
    rows = connection.rows(
        "SELECT * FROM answer WHERE response_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(ids)),),
    )
    for row in rows:
        found[row["response_id"]][ItemId(row["item_id"])] = read(row)
    return found


def read(row: Any) -> Answer:
    """The answer that a row holds."""
    detail = json.loads(row["detail"]) if row["detail"] else {}
    return Answer(
        item_id=ItemId(row["item_id"]),
        number=row["number"],
        text=row["text"],
        options=tuple(detail.get("options", ())),
        started=detail.get("started", ""),
        gone=detail.get("gone", ""),
        note=row["note"],
        skipped=bool(row["skipped"]),
        share=ShareMark(row["share"]),
        updated_at=read_utc(row["updated_at"]),
    )


def keep_version(
    connection: Connection, response_id: ResponseId, item_id: ItemId, text: str = "", note: str = ""
) -> None:
    """Keep the stored words before they change to these, where they would be missed.

    That is when half of them or more go, or when ten minutes have passed since the last version was written (since
    the response was begun, for the first).
    """
    old = connection.row(
        "SELECT answer.text, answer.note, answer.updated_at, coalesce("
        " (SELECT written_at FROM answer_version WHERE response_id = ?1 AND item_id = ?2 ORDER BY id DESC LIMIT 1),"
        " response.started_at) AS last_at"
        " FROM answer JOIN response ON response.id = answer.response_id"
        " WHERE answer.response_id = ?1 AND answer.item_id = ?2",
        (response_id, item_id),
    )
    if old is None or (old["text"], old["note"]) == (text, note):
        return
    before, after = len(old["text"]) + len(old["note"]), len(text) + len(note)
    shrinks = before > 0 and after * 2 <= before
    # Both ways: while a clock that was set back catches up, words would go without a trace.
    long_ago = abs(read_utc(old["updated_at"]) - read_utc(old["last_at"])) >= VERSION_EVERY
    if before and (shrinks or long_ago):
        add_version(connection, response_id, item_id, old)


def add_version(
    connection: Connection, response_id: ResponseId, item_id: ItemId, old: Any, kept: int = VERSIONS_KEPT
) -> int:
    """Keep the words of an answer's row as its newest version, whatever they are; gives the version's id."""
    version_id = connection.insert(
        "INSERT INTO answer_version (response_id, item_id, text, note, written_at) VALUES (?, ?, ?, ?, ?)",
        (response_id, item_id, old["text"], old["note"], old["updated_at"]),
    )
    connection.execute(
        "DELETE FROM answer_version WHERE response_id = ?1 AND item_id = ?2 AND id NOT IN ("
        " SELECT id FROM answer_version WHERE response_id = ?1 AND item_id = ?2 ORDER BY id DESC LIMIT ?3)",
        (response_id, item_id, kept),
    )
    return version_id


def _detail(answer: Answer) -> str | None:
    parts = {"options": list(answer.options), "started": answer.started, "gone": answer.gone}
    given = {name: part for name, part in parts.items() if part}
    return json.dumps(given, ensure_ascii=False) if given else None

"""The numbers of many responses at once, without a person's words: charts of years must not read every page."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kat_journal.domain.ids import FormDigest, FormId, ItemId, Occurrence, SessionId
from kat_journal.domain.response import Answer
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import read_utc


@dataclass(frozen=True, slots=True)
class NumbersOf:
    """One response: its numbers, its skips and its chosen options."""

    form_id: FormId
    form_digest: FormDigest
    occurrence: Occurrence | None
    session_id: SessionId | None
    day: date
    started_at: datetime
    zone: str
    answers: Mapping[ItemId, Answer]


class StoredNumbers:
    """Reads numbers in two questions, however many responses there are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def digests(self) -> tuple[FormDigest, ...]:
        """Every form that was ever filled in, as it was asked."""
        rows = self._connection.rows("SELECT DISTINCT form_digest FROM response WHERE trashed_at IS NULL")
        return tuple(FormDigest(row["form_digest"]) for row in rows)

    def between(self, first: date, last: date, digests: Iterable[FormDigest]) -> tuple[NumbersOf, ...]:
        """What was filled in of those forms on those days, both included, by day and then by start."""
        rows = self._connection.rows(
            "SELECT id, form_id, form_digest, occurrence, session_id, day, started_at, zone FROM response"
            " WHERE day BETWEEN ? AND ? AND trashed_at IS NULL"
            " AND form_digest IN (SELECT value FROM json_each(?)) ORDER BY day, started_at, id",
            (first.isoformat(), last.isoformat(), json.dumps(list(digests))),
        )
        answers = self._answers([row["id"] for row in rows])
        return tuple(
            NumbersOf(
                form_id=FormId(row["form_id"]),
                form_digest=FormDigest(row["form_digest"]),
                occurrence=row["occurrence"],
                session_id=row["session_id"],
                day=date.fromisoformat(row["day"]),
                started_at=read_utc(row["started_at"]),
                zone=row["zone"],
                answers=answers[row["id"]],
            )
            for row in rows
        )

    def _answers(self, ids: list[int]) -> dict[int, dict[ItemId, Answer]]:
        found: dict[int, dict[ItemId, Answer]] = {number: {} for number in ids}
        rows = self._connection.rows(
            "SELECT response_id, item_id, number, detail, skipped FROM answer"
            " WHERE response_id IN (SELECT value FROM json_each(?))"
            " AND (number IS NOT NULL OR skipped OR detail IS NOT NULL) ORDER BY id",
            (json.dumps(ids),),
        )
        for row in rows:
            options = json.loads(row["detail"]).get("options", ()) if row["detail"] else ()
            answer = Answer(row["item_id"], row["number"], options=tuple(options), skipped=bool(row["skipped"]))
            found[row["response_id"]][answer.item_id] = answer
        return found

"""Responses and the answers they hold: what a person has written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormDigest, FormId, ItemId, Occurrence, ResponseId, SessionId, Uid
from kat_journal.domain.response import Answer, Draft, Response, ShareMark
from kat_journal.domain.seeking import EVERYWHERE, Within
from kat_journal.storage import answers
from kat_journal.storage.cards import Cards
from kat_journal.storage.connection import Connection, Value, Values
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.values import clean, read_utc, read_utc_or_none, utc_text
from kat_journal.storage.within import bound, conditions

_NEWEST: Final = "SELECT * FROM response WHERE trashed_at IS NULL"
_NEXT: Final = " AND (started_at, id) < (SELECT started_at, id FROM response WHERE id = :before)"
_NEWEST_FIRST: Final = " ORDER BY started_at DESC, id DESC LIMIT :limit"


class Responses(Cards):
    """Fillings-in of forms. What is in the bin is found by uid only."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._snapshots = Snapshots(connection)

    def save_answer(self, draft: Draft, answer: Answer, now: datetime) -> Response:
        """Store an answer, and its response with the first one; gives the whole stored response.

        An answer that holds nothing is stored as no answer at all. A second draft of the same asking adds to the
        response that is there, so that nothing is lost and nothing asked twice.
        """
        answer = replace(answer, text=clean(answer.text), note=clean(answer.note))
        with self._connection.writing():
            response_id = self._row_of(draft)
            answers.keep_version(self._connection, response_id, answer.item_id, answer.text, answer.note)
            if answer.is_empty:
                answers.remove(self._connection, response_id, answer.item_id)
            else:
                mark = _mark(draft.form, answer.item_id, answer.share)
                answers.put(self._connection, response_id, replace(answer, share=mark), now)
        return self._load("SELECT * FROM response WHERE id = ?", response_id)[0]

    def clear_answer(self, uid: Uid, item_id: ItemId) -> None:
        """Back to not asked; the response stays, and words that were there are kept as a version."""
        with self._connection.writing():
            response = self._connection.row("SELECT id FROM response WHERE uid = ?", (uid,))
            if response is not None:
                answers.keep_version(self._connection, response["id"], item_id)
                answers.remove(self._connection, response["id"], item_id)

    def finish(self, draft: Draft, now: datetime) -> None:
        """Mark the response as finished, making it where there is none yet; the first time counts."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE response SET finished_at = coalesce(finished_at, ?) WHERE id = ?",
                (utc_text(now), self._row_of(draft)),
            )

    def response(self, uid: Uid) -> Response | None:
        """The response of that uid, in the bin or not."""
        return _first(self._load("SELECT * FROM response WHERE uid = ?", uid))

    def find(self, form_id: FormId, occurrence: Occurrence) -> Response | None:
        """The response that answers that asking."""
        return _first(
            self._load(
                "SELECT * FROM response WHERE form_id = ? AND occurrence = ? AND trashed_at IS NULL",
                form_id,
                occurrence,
            )
        )

    def of_session(self, session_id: SessionId) -> tuple[Response, ...]:
        """What belongs to a session, oldest first."""
        return self._load(
            "SELECT * FROM response WHERE session_id = ? AND trashed_at IS NULL ORDER BY started_at, id", session_id
        )

    def of_form(self, form_id: FormId) -> tuple[Response, ...]:
        """Every filling-in of a form, oldest first."""
        return self._load(
            "SELECT * FROM response WHERE form_id = ? AND trashed_at IS NULL ORDER BY started_at, id", form_id
        )

    def between(self, first: date, last: date) -> tuple[Response, ...]:
        """What belongs to those days, both included, by day and then by start."""
        return self._load(
            "SELECT * FROM response WHERE day BETWEEN ? AND ? AND trashed_at IS NULL ORDER BY day, started_at, id",
            first.isoformat(),
            last.isoformat(),
        )

    def newest(self, limit: int, before: ResponseId | None = None, within: Within = EVERYWHERE) -> tuple[Response, ...]:
        """The latest ones, newest first; or the next ones after that response of an earlier page."""
        after = "" if before is None else _NEXT
        sql = "".join((_NEWEST, after, conditions(within), _NEWEST_FIRST))
        return self._read(sql, {**bound(within), "limit": limit, "before": before})

    def days(self) -> frozenset[date]:
        """The days that hold anything."""
        rows = self._connection.rows("SELECT DISTINCT day FROM response WHERE trashed_at IS NULL")
        return frozenset(date.fromisoformat(row["day"]) for row in rows)

    def trashed(self) -> tuple[Response, ...]:
        """What is in the bin, the latest moved there first."""
        return self._load("SELECT * FROM response WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC")

    def latest_answer(self, form_id: FormId, item_id: ItemId, before: datetime) -> Answer | None:
        """What was last answered to that item (skipped does not count) in a response begun before that instant."""
        row = self._connection.row(
            "SELECT answer.* FROM answer JOIN response ON response.id = answer.response_id"
            " WHERE response.form_id = ? AND answer.item_id = ? AND response.started_at < ?"
            " AND response.trashed_at IS NULL AND NOT answer.skipped"
            " ORDER BY response.started_at DESC, response.id DESC LIMIT 1",
            (form_id, item_id, utc_text(before)),
        )
        return None if row is None else answers.read(row)

    def set_share(self, uid: Uid, item_id: ItemId, mark: ShareMark) -> None:
        """Change the share mark of an answer; the mark of a guarded item is never stored."""
        with self._connection.writing():
            row = self._connection.row("SELECT form_digest FROM response WHERE uid = ?", (uid,))
            if row is not None:
                form = self._snapshots.form(FormDigest(row["form_digest"]))
                self._connection.execute(
                    "UPDATE answer SET share = ? WHERE item_id = ?"
                    " AND response_id = (SELECT id FROM response WHERE uid = ?)",
                    (_mark(form, item_id, mark), item_id, uid),
                )

    def trash(self, uid: Uid, now: datetime) -> None:
        """Move it to the bin; its asking is open again."""
        with self._connection.writing():
            self._connection.execute("UPDATE response SET trashed_at = ? WHERE uid = ?", (utc_text(now), uid))

    def restore(self, uid: Uid) -> None:
        """Take it out of the bin; where its asking was answered again meanwhile, it stands beside that, by hand."""
        with self._connection.writing():
            self._connection.execute(
                "UPDATE response SET trashed_at = NULL, occurrence = CASE WHEN EXISTS ("
                " SELECT 1 FROM response AS other WHERE other.form_id = response.form_id AND other.id <> response.id"
                " AND other.occurrence = response.occurrence AND other.trashed_at IS NULL"
                " ) THEN NULL ELSE occurrence END WHERE uid = ?",
                (uid,),
            )

    def _row_of(self, draft: Draft) -> ResponseId:
        """The id of the draft's row, made now where there is none."""
        found = self._connection.row(
            "SELECT id FROM response WHERE uid = ?1"
            " OR (form_id = ?2 AND occurrence = ?3 AND trashed_at IS NULL) ORDER BY uid <> ?1 LIMIT 1",
            (draft.uid, draft.form.id, draft.occurrence),
        )
        if found is not None:
            return ResponseId(found["id"])
        row_id = self._connection.insert(
            # What it was begun for may be gone by now: the words are kept all the same.
            "INSERT INTO response (uid, form_id, form_digest, occurrence, session_id, appointment_id, day,"
            " started_at, zone) VALUES (?, ?, ?, ?, (SELECT id FROM session WHERE id = ?),"
            " (SELECT id FROM appointment WHERE id = ?), ?, ?, ?)",
            (
                draft.uid,
                draft.form.id,
                self._snapshots.put(draft.form),
                draft.occurrence,
                draft.session_id,
                draft.appointment_id,
                draft.day.isoformat(),
                utc_text(draft.started_at),
                draft.zone,
            ),
        )
        return ResponseId(row_id)

    def _load(self, sql: str, *parameters: Value) -> tuple[Response, ...]:
        return self._read(sql, parameters)

    def _read(self, sql: str, parameters: Values) -> tuple[Response, ...]:
        """Responses with all their answers, in two questions however many they are."""
        rows = self._connection.rows(sql, parameters)
        found = answers.of_responses(self._connection, [row["id"] for row in rows])
        return tuple(_response(row, found[row["id"]]) for row in rows)


def _mark(form: Form, item_id: ItemId, mark: ShareMark) -> ShareMark:
    return ShareMark.PRIVATE if form.item(item_id).guarded else mark


def _first(found: Sequence[Response]) -> Response | None:
    return found[0] if found else None


def _response(row: Any, found: dict[ItemId, Answer]) -> Response:
    return Response(
        id=ResponseId(row["id"]),
        uid=Uid(row["uid"]),
        form_id=FormId(row["form_id"]),
        form_digest=FormDigest(row["form_digest"]),
        occurrence=row["occurrence"],
        session_id=row["session_id"],
        appointment_id=row["appointment_id"],
        day=date.fromisoformat(row["day"]),
        started_at=read_utc(row["started_at"]),
        zone=row["zone"],
        finished_at=read_utc_or_none(row["finished_at"]),
        trashed_at=read_utc_or_none(row["trashed_at"]),
        answers=found,
    )

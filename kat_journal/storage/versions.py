"""Earlier words of answers: read, and put back without losing the words that took their place."""

from dataclasses import dataclass, replace
from datetime import datetime

from kat_journal.domain.ids import ItemId, ResponseId, Uid
from kat_journal.domain.response import Answer
from kat_journal.storage import answers
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import read_utc


@dataclass(frozen=True, slots=True)
class Version:
    """Words that an answer held before.

    Attributes:
        written_at: When they were last saved as the current ones, in UTC.
    """

    id: int
    item_id: ItemId
    text: str
    note: str
    written_at: datetime


class Versions:
    """The versions of all answers; ``answers.keep_version`` adds to them as a person writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_response(self, uid: Uid) -> tuple[Version, ...]:
        """Every version of a response's answers, the newest first."""
        rows = self._connection.rows(
            "SELECT answer_version.* FROM answer_version JOIN response ON response.id = answer_version.response_id"
            " WHERE response.uid = ? ORDER BY answer_version.id DESC",
            (uid,),
        )
        return tuple(
            Version(row["id"], ItemId(row["item_id"]), row["text"], row["note"], read_utc(row["written_at"]))
            for row in rows
        )

    def any_of(self, uid: Uid) -> bool:
        """Whether a response has a version."""
        row = self._connection.row(
            "SELECT EXISTS (SELECT 1 FROM answer_version JOIN response ON response.id = answer_version.response_id"
            " WHERE response.uid = ?)",
            (uid,),
        )
        return bool(row[0])

    def put_back(self, uid: Uid, version_id: int, now: datetime) -> int | None:
        """Make a version the present words again; the words that stood there become a version, always.

        Gives the id of the version that they became, or None where there were no words to keep, or no others.

        Raises:
            KeyError: There is no such version of that response, or the response is in the bin.
        """
        with self._connection.writing():
            version = self._connection.row(
                "SELECT answer_version.* FROM answer_version JOIN response ON response.id = answer_version.response_id"
                " WHERE answer_version.id = ? AND response.uid = ? AND response.trashed_at IS NULL",
                (version_id, uid),
            )
            if version is None:
                raise KeyError(version_id)
            response_id, item_id = ResponseId(version["response_id"]), ItemId(version["item_id"])
            present = self._connection.row(
                "SELECT * FROM answer WHERE response_id = ? AND item_id = ?", (response_id, item_id)
            )
            answer = Answer(item_id) if present is None else answers.read(present)
            if (answer.text, answer.note) == (version["text"], version["note"]):
                return None
            kept = None
            if answer.text or answer.note:
                self._forget_same(response_id, answer)
                # One more than usual: the version that is put back is still among them, and takes nobody's place.
                more = answers.VERSIONS_KEPT + 1
                kept = answers.add_version(self._connection, response_id, item_id, present, more)
            back = replace(answer, text=version["text"], note=version["note"], skipped=False)
            answers.put(self._connection, response_id, back, now)
        return kept

    def _forget_same(self, response_id: ResponseId, answer: Answer) -> None:
        """Take out versions with the very words that are about to be kept: going to and fro pushes none out."""
        self._connection.execute(
            "DELETE FROM answer_version WHERE response_id = ? AND item_id = ? AND text = ? AND note = ?",
            (response_id, answer.item_id, answer.text, answer.note),
        )

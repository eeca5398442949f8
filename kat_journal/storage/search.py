"""Finding a person's own words again."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from kat_journal.domain.ids import ItemId, Uid
from kat_journal.storage.connection import Connection
from kat_journal.storage.values import clean

_BEFORE, _AFTER = 30, 60


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer that holds the words.

    Attributes:
        snippet: Some of its words, around the first that was found.
    """

    response_uid: Uid
    item_id: ItemId
    snippet: str


class Search:
    """Searches texts and notes of answers that are not in the bin."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """The newest answers that hold all the words, each taken as the beginning of a word."""
        # NUL would end the question to the index early; quotes are its own sign.
        words = clean(text).replace("\0", " ").replace('"', " ").split()
        if not clean(text).strip():
            return ()
        if not words or _needs_reading(words):
            return self._read_all(clean(text).strip(), limit)
        rows = self._connection.rows(
            "SELECT response.uid, answer.item_id, snippet(answer_search, -1, '', '', '…', 16) AS snippet"
            " FROM answer_search JOIN answer ON answer.id = answer_search.rowid"
            " JOIN response ON response.id = answer.response_id"
            " WHERE answer_search MATCH ? AND response.trashed_at IS NULL"
            " ORDER BY answer_search.rowid DESC LIMIT ?",
            (" ".join(f'"{word}"*' for word in words), limit),
        )
        return tuple(Hit(Uid(row["uid"]), ItemId(row["item_id"]), row["snippet"]) for row in rows)

    def _read_all(self, piece: str, limit: int) -> tuple[Hit, ...]:
        """Read every answer for that piece of text: slower, and finds what the index cannot."""
        rows = self._connection.rows(
            "SELECT response.uid, answer.item_id, answer.text, answer.note FROM answer"
            " JOIN response ON response.id = answer.response_id"
            " WHERE (instr(answer.text, ?1) OR instr(answer.note, ?1)) AND response.trashed_at IS NULL"
            " ORDER BY answer.id DESC LIMIT ?2",
            (piece, limit),
        )
        return tuple(Hit(Uid(row["uid"]), ItemId(row["item_id"]), _around(row, piece)) for row in rows)


def _needs_reading(words: list[str]) -> bool:
    """Whether a word is out of reach of the index: scripts without spaces between words, or signs alone."""
    return any(
        any(unicodedata.category(letter) == "Lo" for letter in word) or not any(letter.isalnum() for letter in word)
        for word in words
    )


def _around(row: Any, piece: str) -> str:
    words = str(row["text"] if piece in row["text"] else row["note"])
    at = words.find(piece)
    start, end = max(0, at - _BEFORE), at + len(piece) + _AFTER
    return ("…" if start else "") + words[start:end] + ("…" if end < len(words) else "")

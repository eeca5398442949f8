"""Finding a person's own words again."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.seeking import EVERYWHERE, Within
from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.values import clean
from kat_journal.storage.within import bound, conditions

_BEFORE, _AFTER = 30, 60
_MOST_WORDS: Final = 32
"""A passage of more words is looked for as it stands: the index would take time for every word of it."""

_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
"""Stand around a word that was found: they are no characters. Words that hold one all the same get no marks."""

_INDEXED: Final = (
    "SELECT response.uid, answer.item_id,"
    " snippet(answer_search, -1, char(64976), char(64977), '…', 16) AS snippet,"
    " CASE WHEN instr(answer.text, char(64976)) OR instr(answer.text, char(64977))"
    " OR instr(answer.note, char(64976)) OR instr(answer.note, char(64977))"
    " THEN snippet(answer_search, -1, '', '', '…', 16) END AS unmarked"
    " FROM answer_search JOIN answer ON answer.id = answer_search.rowid"
    " JOIN response ON response.id = answer.response_id"
    " WHERE answer_search MATCH :words AND response.trashed_at IS NULL"
)
_INDEXED_ORDER: Final = " ORDER BY answer_search.rowid DESC LIMIT :limit"
_READ: Final = (
    "SELECT response.uid, answer.item_id, answer.text, answer.note"
    " FROM answer JOIN response ON response.id = answer.response_id WHERE response.trashed_at IS NULL"
)
_READ_ORDER: Final = (
    " AND (instr(answer.text, :words) OR instr(answer.note, :words)) ORDER BY answer.id DESC LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer that holds the words.

    Attributes:
        snippet: Some of its words, around the first that was found.
        marks: Where in the snippet the words that were found stand: first character, and the one after the last.
    """

    response_uid: Uid
    item_id: ItemId
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class Search:
    """Searches texts and notes of answers that are not in the bin."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, text: str, limit: int = 20, within: Within = EVERYWHERE) -> tuple[Hit, ...]:
        """The newest answers that hold all the words, each taken as the beginning of a word; a passage as it stands."""
        # NUL would end the question to the index early; quotes are its own sign.
        words = tuple(dict.fromkeys(clean(text).replace("\0", " ").replace('"', " ").split()))
        piece = clean(text).strip()
        if not piece:
            return ()
        where = conditions(within)
        asked: dict[str, Value] = {**bound(within), "limit": limit}
        if not 0 < len(words) <= _MOST_WORDS or _needs_reading(words):
            rows = self._connection.rows("".join((_READ, where, _READ_ORDER)), {**asked, "words": piece})
            return tuple(_around(row, piece) for row in rows)
        match = " ".join(f'"{word}"*' for word in words)
        rows = self._connection.rows("".join((_INDEXED, where, _INDEXED_ORDER)), {**asked, "words": match})
        return tuple(map(_hit, rows))


def _needs_reading(words: Iterable[str]) -> bool:
    """Whether a word is out of reach of the index: scripts without spaces between words, or signs alone."""
    return any(
        any(unicodedata.category(letter) == "Lo" for letter in word) or not any(letter.isalnum() for letter in word)
        for word in words
    )


def _hit(row: Any) -> Hit:
    """The words around what was found, the marks taken out again."""
    if row["unmarked"] is not None:
        return Hit(Uid(row["uid"]), ItemId(row["item_id"]), row["unmarked"])
    pieces = row["snippet"].replace(_CLOSES, _OPENS).split(_OPENS)
    ends = list(accumulate(map(len, pieces)))
    marks = tuple(zip(ends[:-1:2], ends[1::2], strict=True))  # every second piece was found
    return Hit(Uid(row["uid"]), ItemId(row["item_id"]), "".join(pieces), marks)


def _around(row: Any, piece: str) -> Hit:
    words = str(row["text"] if piece in row["text"] else row["note"])
    at = words.find(piece)
    start, end = max(0, at - _BEFORE), at + len(piece) + _AFTER
    before, after = ("…" if start else ""), ("…" if end < len(words) else "")
    mark = at - start + len(before)
    return Hit(
        Uid(row["uid"]),
        ItemId(row["item_id"]),
        before + words[start:end] + after,
        ((mark, mark + len(piece)),),
    )

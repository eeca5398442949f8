"""One page of a tree in SQLite's file format: its rows, as far as they can be read, and the pages below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import error as struct_error
from struct import unpack_from
from typing import Final

from kat_journal.storage.connection import Value
from kat_journal.storage.salvaging.pages import CONTENT, Pages

TABLE_LEAF: Final = 13
INDEX_LEAF: Final = 10
_TABLE_ABOVE: Final = 5
_INDEX_ABOVE: Final = 2
_KINDS: Final = {TABLE_LEAF, INDEX_LEAF, _TABLE_ABOVE, _INDEX_ABOVE}
_FILE_HEADER: Final = 100
CUT: Final = " […]"
"""Stands at the end of words whose rest is lost."""

_LEAST: Final = (CONTENT - 12) * 32 // 255 - 23
_MOST: Final = {TABLE_LEAF: CONTENT - 35}
_MOST_OF_INDEX: Final = (CONTENT - 12) * 64 // 255 - 23
_INTEGER_BYTES: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_UNREADABLE: Final = (IndexError, KeyError, ValueError, struct_error)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, or one of an index.

    Attributes:
        values: In the order of the columns; fewer where the row is cut.
        rowid: None in an index.
        is_cut: A page that held the rest of it is lost.
    """

    values: tuple[Value, ...]
    rowid: int | None = None
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A page of a tree.

    Attributes:
        kind: :data:`TABLE_LEAF`, :data:`INDEX_LEAF` or a page above leaves.
        rows: Its own rows; there are none above the leaves of a table.
        below: Numbers of the pages below it.
    """

    kind: int
    rows: tuple[Row, ...]
    below: tuple[int, ...]


def read_node(pages: Pages, number: int) -> Node | None:
    """The page of that number; None where it is lost or no page of a tree."""
    page = pages.whole.get(number, b"")
    start = _FILE_HEADER if number == 1 else 0
    kind = page[start] if page else 0
    if kind not in _KINDS:
        return None
    above = kind in {_TABLE_ABOVE, _INDEX_ABOVE}
    cells = unpack_from(">H", page, start + 3)[0]
    places = unpack_from(f">{cells}H", page, start + (12 if above else 8))
    below = [unpack_from(">I", page, place)[0] for place in places] if above else []
    if above:
        below.append(unpack_from(">I", page, start + 8)[0])
    rows = () if kind == _TABLE_ABOVE else tuple(_rows(pages, page, kind, places))
    return Node(kind, rows, tuple(below))


def _rows(pages: Pages, page: bytes, kind: int, places: tuple[int, ...]) -> Iterator[Row]:
    for place in places:
        try:
            yield _row(pages, page, kind, place)
        except _UNREADABLE:
            continue


def _row(pages: Pages, page: bytes, kind: int, at: int) -> Row:
    if kind == _INDEX_ABOVE:
        at += 4
    size, at = _number(page, at)
    rowid = None
    if kind == TABLE_LEAF:
        rowid, at = _number(page, at)
        rowid -= (rowid >> 63) << 64
    payload = _payload(pages, page, at, size, _MOST.get(kind, _MOST_OF_INDEX))
    return Row(tuple(_values(payload)), rowid, len(payload) < size)


def _payload(pages: Pages, page: bytes, at: int, size: int, most: int) -> bytes:
    """The bytes of a row, together with those on pages of its own; fewer where one of those is lost."""
    here = size
    if size > most:
        here = _LEAST + (size - _LEAST) % (CONTENT - 4)
        here = here if here <= most else _LEAST
    payload = bytearray(page[at : at + here])
    number = unpack_from(">I", page, at + here)[0] if here < size else 0
    seen = set()
    while len(payload) < size and number in pages.whole and number not in seen:
        seen.add(number)
        further = pages.whole[number]
        payload += further[4 : 4 + size - len(payload)]
        number = unpack_from(">I", further)[0]
    return bytes(payload)


def _values(payload: bytes) -> Iterator[Value]:
    """The values of a row; of one that is cut, up to the words that the cut goes through."""
    end, at = _number(payload, 0)
    kinds = []
    while at < end:
        kind, at = _number(payload, at)
        kinds.append(kind)
    for kind in kinds:
        size = _INTEGER_BYTES[kind] if kind < 10 else (kind - 12) // 2
        held = payload[at : at + size]
        at += size
        if len(held) < size:
            if held and kind % 2 and kind >= 12:
                yield held.decode(errors="ignore") + CUT
            return
        yield _value(kind, held)


def _value(kind: int, held: bytes) -> Value:
    if kind >= 12:
        return held.decode(errors="replace") if kind % 2 else held
    if kind in {0, 8, 9}:
        return None if kind == 0 else kind - 8
    if kind == 7:
        return float(unpack_from(">d", held)[0])
    return int.from_bytes(held, "big", signed=True)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9

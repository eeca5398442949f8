"""What a table's rows look like: tells whose rows stand on a page that lost its tree."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.salvaging.nodes import Row

_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TOLD_BY_NAME: Final[Mapping[str, re.Pattern[str]]] = {
    "uid": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "digest": re.compile(r"[0-9a-f]{64}"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "form_digest": re.compile(r"[0-9a-f]{64}"),
    "day": _DAY,
    "returns_on": _DAY,
    "starts": _DAY,
    "ends": _DAY,
    "at": _INSTANT,
}
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "INTEGER": (int,),
    "REAL": (int, float),
    "TEXT": (str,),
    "BLOB": (bytes,),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        is_id: It is the rowid itself, and stored as NULL.
        can_be_none: NULL is a value of it.
    """

    name: str
    type: str
    is_id: bool
    can_be_none: bool

    def fits(self, value: Value) -> bool:
        """Whether it may hold that value."""
        if self.is_id or value is None:
            return value is None and (self.is_id or self.can_be_none)
        if not isinstance(value, _TYPES[self.type]):
            return False
        told = _told(self.name)
        return told is None or (isinstance(value, str) and told.fullmatch(value) is not None)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table.

    Attributes:
        columns: In the order in which a row holds them.
        has_rowid: Whether its rows stand in a tree of tables; those of others look like an index.
        sure: How many of its columns tell more than their type.
    """

    table: str
    columns: tuple[Column, ...]
    has_rowid: bool
    sure: int

    def fits(self, row: Row) -> bool:
        """Whether a row can be one of this table."""
        if (row.rowid is not None) != self.has_rowid or not row.values or len(row.values) > len(self.columns):
            return False
        if len(row.values) < len(self.columns) and not row.is_cut:
            return False
        pairs = list(zip(self.columns, row.values, strict=False))
        if row.is_cut:  # its last words are not whole
            pairs.pop()
        return all(column.fits(value) for column, value in pairs)


def shapes_of(connection: Connection) -> dict[str, Shape]:
    """Every table of an open journal, by name; those of the search index are not among them."""
    tables = connection.rows(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {row["name"]: _shape(connection, row["name"], bool(row["wr"])) for row in tables}


def whose(rows: Sequence[Row], shapes: Iterable[Shape]) -> Shape | None:
    """The table whose rows these are, all of one page; of two that fit the one that is told more surely."""
    fitting = [shape for shape in shapes if all(shape.fits(row) for row in rows)]
    return max(fitting, key=lambda shape: shape.sure, default=None)


def _shape(connection: Connection, table: str, without_rowid: bool) -> Shape:
    rows = connection.rows('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', (table,))
    if without_rowid:  # the key stands first
        rows.sort(key=lambda row: (row["pk"] == 0, row["pk"]))
    columns = tuple(
        Column(
            row["name"],
            row["type"],
            is_id=not without_rowid and row["pk"] == 1 and row["type"] == "INTEGER",
            can_be_none=not (row["notnull"] or row["pk"]),
        )
        for row in rows
    )
    return Shape(table, columns, not without_rowid, sum(_told(column.name) is not None for column in columns))


def _told(name: str) -> re.Pattern[str] | None:
    return _TOLD_BY_NAME.get(name) or (_INSTANT if name.endswith("_at") else None)

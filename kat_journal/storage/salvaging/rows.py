"""Writes rows of a damaged journal into a new one, and gives what lost its place another one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kat_journal.storage.connection import Connection, Value
from kat_journal.storage.salvaging.nodes import Row
from kat_journal.storage.salvaging.shapes import Column, Shape, shapes_of, whose
from kat_journal.storage.salvaging.trees import Found
from kat_journal.storage.values import utc_text

_WORTHLESS_WHEN_CUT: Final = {"form_snapshot", "pack"}
"""Tables whose rows are of no use in part."""

_WHEN_CUT: Final[Mapping[tuple[str, str], Value]] = {
    ("share", "TEXT"): "private",
    ("state", "TEXT"): "waiting",
}
_DAYS: Final = {"day", "returns_on"}
_COUNTED_UP: Final = ("course", "session", "appointment", "response")
"""Tables whose ids are never given twice, because a response says for which session it was asked."""


@dataclass(slots=True)
class Written:
    """What was written.

    Attributes:
        read: Rows by table.
        lost: Rows by table that are known to have been there.
        cut: How many rows came without their end.
    """

    read: dict[str, int] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    cut: int = 0


def write_rows(connection: Connection, found: Found, left_out: Iterable[str], now: datetime) -> Written:
    """Write every row into an empty journal of the same schema, in the transaction that is open.

    Args:
        connection: The new journal.
        found: What was found in the damaged one.
        left_out: Keys of settings that do not hold in a new journal.
        now: Stands for an instant that is lost.
    """
    shapes = shapes_of(connection)
    rows = _sorted_out(found, shapes)
    skipped = set(left_out)
    rows["setting"] = [row for row in rows.get("setting", []) if row.values[0] not in skipped]
    writer = _Writer(connection, utc_text(now))
    written = Written()
    for table, shape in shapes.items():
        ids = {row.rowid for row in rows.get(table, ()) if writer.write(shape, row)}
        written.read[table] = writer.count
        written.lost[table] = len(found.ids.get(table, set()) - ids)
        written.cut += writer.cut
        writer.count = writer.cut = 0
    _count_up(connection, found)
    return written


def _sorted_out(found: Found, shapes: Mapping[str, Shape]) -> dict[str, list[Row]]:
    """All rows by table, each id once: what a page that lost its tree says fills gaps and replaces nothing."""
    rows = {table: list(kept) for table, kept in found.rows.items()}
    candidates = [shape for shape in shapes.values() if found.broken is None or shape.table in found.broken]
    for page in found.loose:
        shape = whose(page, candidates)
        if shape is not None:
            rows.setdefault(shape.table, []).extend(page)
    return {table: _each_once(kept) for table, kept in rows.items()}


def _each_once(rows: list[Row]) -> list[Row]:
    once: dict[object, Row] = {}
    for row in rows:
        once.setdefault(row.values if row.rowid is None else row.rowid, row)
    return list(once.values())


class _Writer:
    """Inserts rows of any table: the statement is made by SQLite of the names that our own schema has."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection = connection
        self._now = now
        self._statements: dict[tuple[str, int], tuple[str, tuple[str, ...]]] = {}
        self.count = self.cut = 0

    def write(self, shape: Shape, row: Row) -> bool:
        """Insert a row where nothing stands against it; gives whether it is there now."""
        values = list(row.values[: len(shape.columns)])
        if row.is_cut:
            if shape.table in _WORTHLESS_WHEN_CUT:
                return False
            values += [self._instead(column) for column in shape.columns[len(values) :]]
        pairs = zip(shape.columns, values, strict=False)
        named = {column.name: row.rowid if column.is_id else value for column, value in pairs}
        statement, names = self._statement(shape.table, len(named))
        self._connection.execute(statement, [named[name] for name in names])
        done = self._connection.row("SELECT changes()")[0] == 1
        self.count += done
        self.cut += done and row.is_cut
        return bool(done)

    def _instead(self, column: Column) -> Value:
        if column.can_be_none:
            return None
        if column.name.endswith("_at"):
            return self._now
        if column.name in _DAYS:
            return self._now[:10]
        return _WHEN_CUT.get((column.name, column.type), "" if column.type == "TEXT" else 0)

    def _statement(self, table: str, columns: int) -> tuple[str, tuple[str, ...]]:
        """What inserts a row of so many columns, and their names."""
        key = table, columns
        if key not in self._statements:
            rows = self._connection.rows(
                "SELECT name FROM pragma_table_info(?1) WHERE cid < ?2 ORDER BY cid", (table, columns)
            )
            statement = self._connection.row(
                "SELECT printf('INSERT OR IGNORE INTO \"%w\" (%s) VALUES (%s)', ?1,"
                " group_concat(printf('\"%w\"', name), ', '), group_concat('?', ', '))"
                " FROM (SELECT name FROM pragma_table_info(?1) WHERE cid < ?2 ORDER BY cid)",
                (table, columns),
            )[0]
            self._statements[key] = statement, tuple(row["name"] for row in rows)
        return self._statements[key]


def _count_up(connection: Connection, found: Found) -> None:
    """Let no id be given again that was given in the damaged journal."""
    known = {str(row.values[0]): row.values[1] for row in found.rows.get("sqlite_sequence", ()) if len(row.values) == 2}
    asked_for = connection.row("SELECT coalesce(max(session_id), 0), coalesce(max(appointment_id), 0) FROM response")
    for table in _COUNTED_UP:
        seen = {"session": asked_for[0], "appointment": asked_for[1]}.get(table, 0)
        top = max(int(known.get(table) or 0), seen, *found.ids.get(table, {0}), 0)
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (top, table))
        if connection.row("SELECT changes()")[0] == 0:
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, top))

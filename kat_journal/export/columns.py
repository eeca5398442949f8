"""Plain text in columns: how wide a text is on a screen of equal characters, our sentences wrapped, and tables."""

import unicodedata
from collections.abc import Iterator

from kat_journal.domain.summary import Table
from kat_journal.export import plain

WIDTH = 72
"""Our own words are no wider; a person's words are never wrapped."""

_GAP = "  "
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """How many columns the text takes: two for a wide character, none for a mark that stands on another."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def wrapped(text: str) -> Iterator[str]:
    """A sentence of ours on lines of at most :data:`WIDTH` columns, broken at spaces alone."""
    for line in plain.fold(text).split("\n"):
        first, *rest = line.split(" ")
        made = first
        for word in rest:
            if width(made) + 1 + width(word) > WIDTH:
                yield made
                made = word
            else:
                made = f"{made} {word}"
        yield made


def table_lines(table: Table) -> Iterator[str]:
    """A table as aligned columns; one that is too wide, or holds a TAB, as one record for each row."""
    rows = [tuple(plain.fold_line(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    wide = sum(widths) + len(_GAP) * (len(widths) - 1) > WIDTH
    if wide or any("\t" in cell for row in rows for cell in row):
        return _records(rows)
    return _aligned(rows, widths)


def _aligned(rows: list[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    header, *body = rows
    for row in (header, tuple("-" * size for size in widths), *body):
        cells = (cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip(" ")


def _records(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """The first cell of each row, and under it each other cell that holds something, after the head of its column."""
    header, *body = rows
    for at, (name, *cells) in enumerate(body):
        if at:
            yield ""
        yield name or "-"
        yield from (f"  {head}: {cell}" for head, cell in zip(header[1:], cells, strict=True) if cell)


def _width(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

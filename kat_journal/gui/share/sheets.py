"""A document cut into sheets of paper: a heading stays with its text, a row of a table stays whole.

Qt's own pages do neither, so the document is laid out on one endless page and cut here, line by line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextLine, QTextTable, QTextTableCell

from kat_journal.gui.share.paper import PADDING, STAYS

_SMALL = 0.16
"""A table that takes less of a sheet is not cut at all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text where it stands in the document.

    Attributes:
        text: Its characters, in the order in which they were typed.
        origin: Where its block stands.
    """

    line: QTextLine
    text: str
    origin: QPointF

    @property
    def rect(self) -> QRectF:
        """Where it stands."""
        return self.line.rect().translated(self.origin)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is never cut: a line, or a row of a table.

    Attributes:
        stays: Whether it is not parted from the next piece either.
        head: The header of the table, which stands again on the next sheet.
        rule: The line under a row.
    """

    top: float
    bottom: float
    rows: tuple[Row, ...]
    stays: bool = False
    head: "Piece | None" = None
    rule: QLineF | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on a sheet; ``top`` is counted from the sheet's own top."""

    piece: Piece
    top: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.piece.bottom - self.piece.top


@dataclass(slots=True)
class _Sheets:
    height: float
    sheets: list[list[Placed]] = field(default_factory=lambda: [[]])

    def add(self, clump: Sequence[Piece]) -> None:
        """Put pieces that belong together on this sheet, or on the next if they do not fit."""
        if self._overflows(clump[0], clump[-1]):
            self.sheets.append([])
        for piece in clump:  # taken one by one: those that belong together may be more than a sheet
            if self._overflows(piece, piece):
                self.sheets.append([])
            self._place(piece)

    def _overflows(self, first: Piece, last: Piece) -> bool:
        sheet = self.sheets[-1]
        return bool(sheet) and self._next_top(first) + last.bottom - first.top > self.height

    def _next_top(self, piece: Piece) -> float:
        before = self.sheets[-1][-1]
        return before.bottom + max(0.0, piece.top - before.piece.bottom)

    def _place(self, piece: Piece) -> None:
        sheet = self.sheets[-1]
        if sheet:
            sheet.append(Placed(piece, self._next_top(piece)))
            return
        head = piece.head
        if head is not None and head.bottom - head.top + piece.bottom - piece.top <= self.height:
            sheet.append(Placed(head, 0))
            sheet.append(Placed(piece, sheet[-1].bottom))
        else:
            sheet.append(Placed(piece, 0))


def cut(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """The pieces on sheets of that height, in their order; only what is taller than a sheet runs over its end."""
    made = _Sheets(height)
    clump: list[Piece] = []
    for piece in pieces:
        clump.append(piece)
        if not piece.stays:
            made.add(clump)
            clump = []
    if clump:
        made.add(clump)
    return made.sheets


def pieces_of(document: QTextDocument, height: float) -> Iterator[tuple[Piece, ...]]:
    """The pieces, in order, a block or a row at a time; ``height`` is that of a sheet."""
    block = document.begin()
    while block.isValid():
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is None:
            if block.text() or not block.blockFormat().property(STAYS):  # not the ones that Qt puts around a table
                yield _paragraph(block)
            block = block.next()
        else:
            for row in _table(document, table, height):
                yield (row,)
            block = table.lastCursorPosition().block().next()


def rows_of(block: QTextBlock) -> tuple[Row, ...]:
    """The lines of a block."""
    document = block.document()
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    units = block.text().encode("utf-16-le", "surrogatepass")  # Qt counts in these
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return tuple(
        Row(line, units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace"), origin)
        for line in lines
        for start in [line.textStart()]
    )


def _paragraph(block: QTextBlock) -> tuple[Piece, ...]:
    """A piece for each line; the first two and the last two stay together."""
    rows = rows_of(block)
    stays, last = bool(block.blockFormat().property(STAYS)), len(rows) - 1
    return tuple(
        Piece(row.rect.top(), row.rect.bottom(), (row,), stays=stays or (number < last and number in {0, last - 1}))
        for number, row in enumerate(rows)
    )


def _table(document: QTextDocument, table: QTextTable, height: float) -> Iterator[Piece]:
    padding = PADDING * document.defaultFont().pixelSize()
    # Not the layout's own rectangle of the table: for that Qt lays out all that follows, too.
    first, last = (_cell_rows(table.cellAt(row, 0))[0].rect for row in (0, table.rows() - 1))
    is_small = last.bottom() - first.top() < _SMALL * height
    head: Piece | None = None
    for number in range(table.rows()):
        cells = [_cell_rows(table.cellAt(number, column)) for column in range(table.columns())]
        rects = [row.rect for cell in cells for row in cell]
        top = min(rect.top() for rect in rects) - padding
        bottom = max(rect.bottom() for rect in rects) + padding
        rule = QLineF(0, bottom, document.textWidth(), bottom)
        left = table.rows() - number - 1
        stays = left > 0 and (number == 0 or left == 1 or is_small)
        whole = Piece(top, bottom, tuple(row for cell in cells for row in cell), stays, head, rule)
        if number == 0:
            head = whole
            yield whole
        elif bottom - top + (head.bottom - head.top if head else 0) <= height:
            yield whole
        else:
            yield from _in_bands(whole)


def _in_bands(whole: Piece) -> Iterator[Piece]:
    """A row that is taller than a sheet, line by line across its cells."""
    rows = sorted(whole.rows, key=lambda row: row.rect.top())
    bands: list[list[Row]] = []
    for row in rows:
        if bands and row.rect.center().y() < max(one.rect.bottom() for one in bands[-1]):
            bands[-1].append(row)
        else:
            bands.append([row])
    tops = [whole.top, *(min(row.rect.top() for row in band) for band in bands[1:]), whole.bottom]
    for band, (top, bottom) in zip(bands, pairwise(tops), strict=True):
        is_last = bottom == whole.bottom
        yield Piece(top, bottom, tuple(band), head=whole.head, rule=whole.rule if is_last else None)


def _cell_rows(cell: QTextTableCell) -> tuple[Row, ...]:
    return rows_of(cell.firstCursorPosition().block())

"""A document that follows its summary: only what changed is written again, so that a year of it costs no frame.

The document is always what :func:`write` makes of the summary. Each part of the summary begins at the start of a text
block; what changed is written on a paper of its own, and put in the place of what stood there.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)

from kat_journal.domain.summary import Paragraph, Section, Summary, Table
from kat_journal.gui.share.paper import Ink, write
from kat_journal.gui.share.parts import Hunk, Part, hunks, parts_of, widened

MUCH = 150
"""Cells of tables that are written in one go, a block of words counting as some; more would outlast a frame."""

_A_BLOCK = 4

_MARK = Paragraph("-")
_DONE = object()


@dataclass(frozen=True, slots=True)
class _Dress:
    """The looks of a text block."""

    block: QTextBlockFormat
    letters: QTextCharFormat

    @classmethod
    def of(cls, block: QTextBlock) -> "_Dress":
        return cls(block.blockFormat(), block.charFormat())

    def put_on(self, cursor: QTextCursor) -> None:
        cursor.setBlockFormat(self.block)
        cursor.setBlockCharFormat(self.letters)


class KeptPaper:
    """Keeps one document in step with a summary.

    Attributes:
        document: Whoever shows it holds the painting until the steps are done.
    """

    def __init__(self, document: QTextDocument, ink: Ink) -> None:
        self.document = document
        self._ink = ink
        self._parts: list[Part] = []
        self._starts: list[int] = []

    def fill(self, summary: Summary) -> Iterator[None]:
        """Write all of it into the empty document."""
        self._starts = yield from _written(self.document, summary, self._ink)
        self._parts = parts_of(summary)

    def change(self, summary: Summary) -> bool:
        """Write again what is other in this summary.

        Returns:
            Whether it was done. What would take long, or changes the first or the last words, is left to
            :meth:`fill`, in a new document.
        """
        new = parts_of(summary)
        found = hunks(self._parts, new) if self._parts else None
        if found is None:
            return False
        found = widened(found, self._parts)
        if not self._is_little(found):
            return False
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for hunk in reversed(found):
            self._put(cursor, hunk)
        cursor.endEditBlock()
        self._parts = new
        return True

    def _is_little(self, found: Sequence[Hunk]) -> bool:
        blocks = [one.block for hunk in found for one in hunk.parts]
        work = sum(len(one.rows) * len(one.header) if isinstance(one, Table) else _A_BLOCK for one in blocks)
        return work <= MUCH and all(hunk.first > 0 and hunk.last < len(self._parts) for hunk in found)

    def _put(self, cursor: QTextCursor, hunk: Hunk) -> None:
        follows = self.document.findBlockByNumber(self._starts[hunk.last])
        dress = _Dress.of(follows)
        begin = self.document.findBlockByNumber(self._starts[hunk.first]).position()
        cursor.setPosition(begin)
        cursor.setPosition(follows.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        piece = _Piece(hunk.parts, self._ink)
        cursor.insertFragment(piece.fragment)
        dress.put_on(cursor)  # joined to another block for a moment, it took over its looks
        if hunk.parts:
            cursor.setPosition(begin)
            piece.dress.put_on(cursor)
        self._move_starts(hunk, piece.starts)

    def _move_starts(self, hunk: Hunk, starts: Sequence[int]) -> None:
        """``starts`` are those of the new parts, counted from the first of them, and of what follows them."""
        base = self._starts[hunk.first]
        grown = base + starts[-1] - self._starts[hunk.last]
        self._starts[hunk.first :] = [
            *(base + one for one in starts[:-1]),
            *(one + grown for one in self._starts[hunk.last :]),
        ]


class _Piece:
    """Parts on a paper of their own, between two marks.

    Attributes:
        starts: The text block at which each part begins, counted from the first, and then that of the second mark.
        dress: Looks of the first text block.
    """

    def __init__(self, parts: Sequence[Part], ink: Ink) -> None:
        document = QTextDocument()
        found = _at_once(_written(document, _marked(parts), ink))
        self.starts = [one - found[1] for one in found[1:]]
        first, last = (document.findBlockByNumber(number) for number in (found[1], found[-1]))
        self.dress = _Dress.of(first)
        cursor = QTextCursor(first)
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        self.fragment = QTextDocumentFragment(cursor)


def _marked(parts: Sequence[Part]) -> Summary:
    """A summary that writes these parts after a mark, and another mark after them."""
    heads = [number for number, part in enumerate(parts) if part.headings]
    bounds = [*heads, len(parts)]
    sections = tuple(
        Section(parts[begin].headings[-1], tuple(part.block for part in parts[begin:end]))
        for begin, end in pairwise(bounds)
    )
    return Summary("", (_MARK, *(part.block for part in parts[: bounds[0]])), sections, (_MARK,))


def _written(document: QTextDocument, summary: Summary, ink: Ink) -> Generator[None, None, list[int]]:
    """Write the summary block by block, each laid out by itself; returns the text blocks at which they begin."""
    cursor = QTextCursor(document)
    steps: Iterator[object] = write(document, summary, ink)
    starts: list[int] = []
    waits = True  # an empty text block, as every empty document has, and as a table leaves behind itself
    for part in parts_of(summary):
        starts.append(document.blockCount() - waits)
        waits = part.is_table
        cursor.beginEditBlock()
        next(steps, None)
        cursor.endEditBlock()
        yield
    for _ in steps:
        yield
    return starts


def _at_once(steps: Generator[None, None, list[int]]) -> list[int]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return list(end.value)

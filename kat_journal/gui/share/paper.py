"""A summary set on paper: a text document made of plain words only, so that nothing typed can act as markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Summary, Table
from kat_journal.gui.widgets.plain import folded

_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc]")
_TITLE, _HEADING = 2.0, 1.2
"""Sizes of headings, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours and lettering of the paper; the font's size is in pixels."""

    font: QFont
    ink: QColor
    muted: QColor
    line: QColor


def lines_of(words: str) -> list[str]:
    """A person's words line by line, in every notation of a line break; what cannot be shown becomes U+FFFD."""
    return [_UNSHOWN.sub("\ufffd", line) for line in folded(words).split("\n")]


def write(document: QTextDocument, summary: Summary, ink: Ink) -> Iterator[None]:
    """Write the summary into an empty document, pausing after each block so that the window stays awake."""
    document.setDefaultFont(ink.font)
    document.setUndoRedoEnabled(False)
    pen = _Pen(QTextCursor(document), ink)
    pen.heading(summary.title, 1)
    yield from _blocks(pen, summary.opening)
    for section in summary.sections:
        pen.heading(section.heading, 2)
        yield from _blocks(pen, section.blocks)
    yield from _blocks(pen, summary.closing)


def _blocks(pen: "_Pen", blocks: Sequence[Block]) -> Iterator[None]:
    for block in blocks:
        match block:
            case Paragraph(text):
                pen.paragraph(text)
            case Quote(words, caption):
                pen.quote(words, caption)
            case Numbered(items):
                pen.numbered(items)
            case Table():
                pen.table(block)
        yield


class _Pen:
    """Writes block after block at the end of a document; every word goes in as plain text."""

    def __init__(self, cursor: QTextCursor, ink: Ink) -> None:
        self._cursor = cursor
        self._ink = ink
        self._fresh = True

    def heading(self, text: str, level: int) -> None:
        """A heading of ours."""
        block = _block(above=0 if level == 1 else 20, below=8)
        block.setHeadingLevel(level)
        letters = self._letters(self._ink.ink)
        size = self._ink.font.pixelSize() * (_TITLE if level == 1 else _HEADING)
        letters.setProperty(QTextFormat.Property.FontPixelSize, round(size))
        if level > 1:
            letters.setFontWeight(QFont.Weight.Bold)
        self._lines([text], block, letters)

    def paragraph(self, text: str) -> None:
        """A sentence of ours."""
        self._lines(lines_of(text), _block(below=8), self._letters(self._ink.ink))

    def quote(self, words: str, caption: str) -> None:
        """The person's own words, set in, under the date and question they answer."""
        if caption:
            self._lines(lines_of(caption), _block(above=6), self._letters(self._ink.muted))
        block = _block(left=20, below=2)
        self._lines(lines_of(words), block, self._letters(self._ink.ink))
        self._cursor.setBlockFormat(_block(left=20, below=12))

    def numbered(self, items: Sequence[str]) -> None:
        """Own words with a number before each; a second line stands under the first."""
        for number, item in enumerate(items, 1):
            first, *rest = lines_of(item)
            self._lines([f"{number}. {first}"], _block(left=20, below=4), self._letters(self._ink.ink))
            if rest:
                self._lines(rest, _block(left=40, below=4), self._letters(self._ink.ink))

    def table(self, table: Table) -> None:
        """A table of short texts, as wide as the paper."""
        layout = QTextTableFormat()
        layout.setBorder(1)
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        layout.setBorderBrush(self._ink.line)
        layout.setBorderCollapse(True)
        layout.setCellPadding(6)
        layout.setCellSpacing(0)
        layout.setTopMargin(4)
        layout.setBottomMargin(12)
        layout.setHeaderRowCount(1)
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        rows = (table.header, *table.rows)
        self._open(QTextBlockFormat())
        grid = self._cursor.insertTable(len(rows), max(len(table.header), 1), layout)
        for y, row in enumerate(rows):
            letters = self._letters(self._ink.ink)
            if y == 0:
                letters.setFontWeight(QFont.Weight.Bold)
            for x, cell in enumerate(row):
                grid.cellAt(y, x).firstCursorPosition().insertText(" ".join(lines_of(cell)), letters)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # a table leaves an empty block behind itself

    def _lines(self, lines: Sequence[str], block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        for line in lines:
            self._open(block)
            self._cursor.insertText(line, letters)

    def _open(self, block: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._fresh = False
        else:
            self._cursor.insertBlock(block)

    @staticmethod
    def _letters(colour: QColor) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setForeground(colour)
        return letters


def _block(*, left: int = 0, above: int = 0, below: int = 0) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLeftMargin(left)
    block.setTopMargin(above)
    block.setBottomMargin(below)
    block.setLineHeight(110, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block

"""A summary set on paper: a text document made of plain words only, so that nothing typed can act as markup.

The preview, the PDF, the printer and the whole screen all show what is written here. Every measure is in sizes of the
text, so the same document fits a pane, a sheet and a screen.
"""

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
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Summary, Table
from kat_journal.gui.widgets.plain import folded

STAYS: int = QTextFormat.Property.UserProperty.value + 1
"""Property of a block that is never parted from the next one: a heading, and the question above an answer."""

PADDING = 0.22
"""Around the words of a table's cell."""

_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffe\uffff]")
_TITLE, _HEADING = 1.6, 1.2
_INDENT, _TAB = 1.2, 4.0
_AS_TYPED = ("liga", "clig", "calt")
"""Features of a font that draw other characters than were typed: an arrow for "->", one letter for two."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours and lettering of the paper; the font's size is in pixels.

    Attributes:
        air: How much room stands between blocks; 1 on a screen.
        leading: Height of a line in percent of the font's own.
    """

    font: QFont
    ink: QColor
    muted: QColor
    line: QColor
    air: float = 1.0
    leading: int = 110


def lines_of(words: str) -> list[str]:
    """A person's words line by line, in every notation of a line break; what cannot be shown becomes U+FFFD."""
    return [_UNSHOWN.sub("\ufffd", line) for line in folded(words).split("\n")]


def write(document: QTextDocument, summary: Summary, ink: Ink) -> Iterator[None]:
    """Write the summary into an empty document, pausing after each block so that the window stays awake."""
    document.setDefaultFont(as_typed(ink.font))
    document.setUndoRedoEnabled(False)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # no word is wider than the paper
    option.setTabStopDistance(_TAB * ink.font.pixelSize())
    document.setDefaultTextOption(option)
    pen = _Pen(QTextCursor(document), ink)
    pen.heading(summary.title, 1)
    yield from _blocks(pen, summary.opening)
    for section in summary.sections:
        pen.heading(section.heading, 2)
        yield from _blocks(pen, section.blocks)
    yield from _blocks(pen, summary.closing)


def as_typed(font: QFont) -> QFont:
    """The font, drawing what was typed and nothing nicer."""
    plain = QFont(font)
    for feature in _AS_TYPED:
        plain.setFeature(QFont.Tag(feature), 0)
    return plain


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
        self._size = ink.font.pixelSize()
        self._fresh = True

    def heading(self, text: str, level: int) -> None:
        """A heading of ours."""
        block = self._block(above=0 if level == 1 else 1.2, below=0.4 if level == 1 else 0.35, stays=True)
        block.setHeadingLevel(level)
        letters = self._letters(self._ink.ink)
        size = self._size * (_TITLE if level == 1 else _HEADING)
        letters.setProperty(QTextFormat.Property.FontPixelSize, round(size))
        if level > 1:
            letters.setFontWeight(QFont.Weight.Bold)
        self._lines([text], block, letters)

    def paragraph(self, text: str) -> None:
        """A sentence of ours."""
        self._lines(lines_of(text), self._block(below=0.4), self._letters(self._ink.ink))

    def quote(self, words: str, caption: str) -> None:
        """The person's own words, set in, under the date and question they answer."""
        if caption:
            block = self._block(above=0.2, below=0.05, stays=True)
            self._lines(lines_of(caption), block, self._letters(self._ink.muted))
        self._lines(lines_of(words), self._block(left=_INDENT, below=0.05), self._letters(self._ink.ink))
        self._cursor.setBlockFormat(self._block(left=_INDENT, below=0.6))

    def numbered(self, items: Sequence[str]) -> None:
        """Own words with a number before each; a second line stands under the first."""
        for number, item in enumerate(items, 1):
            first, *rest = lines_of(item)
            block = self._block(left=_INDENT, below=0.2)
            self._lines([f"{number}. {first}"], block, self._letters(self._ink.ink))
            if rest:
                self._lines(rest, self._block(left=2 * _INDENT, below=0.2), self._letters(self._ink.ink))

    def table(self, table: Table) -> None:
        """A table of short texts, as wide as the paper, with a line under each row."""
        rows = (table.header, *table.rows)
        self._open(_lowest())  # Qt wants a block before a table
        grid = self._cursor.insertTable(len(rows), max(len(table.header), 1), self._layout())
        under = QTextTableCellFormat()
        under.setBottomBorder(1)
        under.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        under.setBottomBorderBrush(self._ink.line)
        for y, row in enumerate(rows):
            letters = self._letters(self._ink.ink)
            if y == 0:
                letters.setFontWeight(QFont.Weight.Bold)
            for x, words in enumerate(row):
                cell = grid.cellAt(y, x)
                cell.setFormat(under)
                cursor = cell.firstCursorPosition()
                cursor.setBlockFormat(self._block())
                cursor.insertText(" ".join(lines_of(words)), letters)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(_lowest())
        self._fresh = True  # a table leaves an empty block behind itself

    def _layout(self) -> QTextTableFormat:
        layout = QTextTableFormat()
        layout.setBorder(0)
        layout.setBorderCollapse(True)
        layout.setCellPadding(PADDING * self._size)
        layout.setCellSpacing(0)
        layout.setTopMargin(0)
        layout.setBottomMargin(0.6 * self._ink.air * self._size)
        layout.setHeaderRowCount(1)
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return layout

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

    def _block(self, *, left: float = 0, above: float = 0, below: float = 0, stays: bool = False) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLeftMargin(left * self._size)
        block.setTopMargin(above * self._ink.air * self._size)
        block.setBottomMargin(below * self._ink.air * self._size)
        block.setLineHeight(self._ink.leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if stays:
            block.setProperty(STAYS, True)
        return block


def _lowest() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setProperty(STAYS, True)
    return block

"""Sets a paper: black on white, plain words only, so that nothing typed can act as markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from kat_journal.gui.papers.paper import Paper, Part

SMALLEST = 9.0
"""Points; smaller type is not read in a hard hour."""
_STEP = 0.5
_TITLE, _HEADING = 1.7, 1.12
_INDENT = 1.1
"""In sizes of the text."""
_BULLET, _HANGING = "\u2022\u2002", 1.5
_HEIGHT = 125
"""Percent."""


def sizes_of(paper: Paper) -> tuple[float, ...]:
    """The sizes to try, the largest first."""
    steps = round((paper.largest - SMALLEST) / _STEP)
    return tuple(paper.largest - _STEP * step for step in range(steps + 1))


def document_of(paper: Paper, size: float) -> QTextDocument:
    """The paper in that size of type; the size of its page is set where it is painted."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    pen = _Pen(QTextCursor(document), size)
    pen.line(paper.title, _TITLE, bold=True)
    if paper.about:
        pen.line(paper.about, above=0.3)
    for part in paper.parts:
        pen.part(part)
    return document


class _Pen:
    """Writes block after block; every measure is in sizes of the text."""

    def __init__(self, cursor: QTextCursor, size: float) -> None:
        self._cursor = cursor
        self._size = size
        self._is_first = True

    def part(self, part: Part) -> None:
        self.line(part.heading, _HEADING, above=0.95, bold=True)
        for line in part.lines:
            if part.own or part.strong:
                self.line(line, above=0.15, indent=_INDENT, bold=part.strong)
            else:
                self.line(f"{_BULLET}{line}", above=0.2, indent=_INDENT, hanging=_HANGING)

    def line(
        self,
        text: str,
        size: float = 1.0,
        *,
        above: float = 0,
        indent: float = 0,
        hanging: float = 0,
        bold: bool = False,
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above * self._size)
        block.setLeftMargin((indent + hanging) * self._size)
        block.setTextIndent(-hanging * self._size)
        block.setLineHeight(_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._is_first = False
        self._cursor.insertText(text, self._letters(size, bold=bold))

    def _letters(self, size: float, *, bold: bool) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = QFont(QApplication.font())
        font.setPointSizeF(size * self._size)
        font.setBold(bold)
        letters.setFont(font)
        letters.setForeground(Qt.GlobalColor.black)
        return letters

"""A recovery kit set on paper: one page, black on white, the code large."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QApplication

from kat_journal.gui.keys.sheet import GROUPS_IN_A_LINE, Sheet

_TITLE, _CODE, _HEADING, _TEXT, _NUMBER = 22.0, 26.0, 14.0, 11.0, 9.0
"""Points."""


def document_of(sheet: Sheet) -> QTextDocument:
    """The kit as a document; its size is set where it is painted."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    pen = _Pen(QTextCursor(document))
    pen.line(sheet.title, _TITLE, bold=True)
    pen.line(sheet.made_on, _TEXT, above=4)
    pen.groups(sheet.groups)
    pen.line(sheet.steps_title, _HEADING, above=44, bold=True)
    for step in sheet.steps:
        pen.line(step, _TEXT, above=8)
    for place, caution in enumerate(sheet.cautions):
        pen.line(caution, _TEXT, above=8 if place else 30)
    return document


class _Pen:
    """Writes plain text only, so that nothing can act as markup."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._is_first = True

    def line(self, text: str, size: float, *, above: float = 0, bold: bool = False) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        if self._is_first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._is_first = False
        self._cursor.insertText(text, _letters(size, bold=bold))

    def groups(self, groups: tuple[str, ...]) -> None:
        """The code in lines of four, each group under its number."""
        look = QTextTableFormat()
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setTopMargin(36)
        look.setCellPadding(8)
        table = self._cursor.insertTable(len(groups) // GROUPS_IN_A_LINE, GROUPS_IN_A_LINE, look)
        for place, group in enumerate(groups):
            cell = table.cellAt(*divmod(place, GROUPS_IN_A_LINE)).firstCursorPosition()
            cell.insertText(str(place + 1), _letters(_NUMBER))
            cell.insertBlock()
            cell.insertText(group, _letters(_CODE, bold=True))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _letters(size: float, *, bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    font = QFont(QApplication.font())
    font.setPointSizeF(size)
    font.setBold(bold)
    letters.setFont(font)
    letters.setForeground(Qt.GlobalColor.black)
    return letters

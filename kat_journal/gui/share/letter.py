"""The summary as a letter: set in the type of a page, cut into sheets, and painted one sheet after the other.

It is laid out in tenths of a point, whatever the device, so that the same summary is cut at the same places on every
printer and in every PDF.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCursor, QTextDocument

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.paper import Ink, as_typed, write
from kat_journal.gui.share.sheets import Piece, Placed, Row, cut, pieces_of

UNIT = 0.1
"""Points."""
SIZE = 9.5
"""Points of the text; nothing is smaller but the line at the foot."""
MARGINS = QMarginsF(17, 14, 17, 11)
"""Millimetres."""
_FOOT, _FOOT_SIZE = 20.0, 8.0
"""Points: the room for the line at the foot of each sheet, and its letters."""
_BLACK, _GREY, _LINE = QColor("#000000"), QColor("#333333"), QColor("#999999")
_FAMILIES = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans CJK SC", "Noto Color Emoji")

DrawRow = Callable[[QPainter, Row, QPointF], None]


def draw_row(painter: QPainter, row: Row, origin: QPointF) -> None:
    """Paint a line of text; what a device needs beside it is added by whoever paints on that device."""
    row.line.draw(painter, origin)


class Letter:
    """A summary on sheets of one size. Walk through :meth:`steps`, then paint each sheet.

    Attributes:
        sheets: What stands on each sheet, once all steps are done.
    """

    def __init__(self, summary: Summary, room: QSizeF) -> None:
        """Set a summary; ``room`` is what the margins leave of a sheet, in points."""
        self.sheets: list[list[Placed]] = []
        self._summary = summary
        self._width = room.width() / UNIT
        self._height = room.height() / UNIT
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUseDesignMetrics(True)
        self._document.setTextWidth(self._width)

    def steps(self) -> Iterator[None]:
        """Set the summary and cut it into sheets, a little at a time."""
        yield from write(self._document, self._summary, Ink(_font(SIZE), _BLACK, _GREY, _LINE, air=0.7, leading=100))
        self._set_off_closing()
        room = self._height - _FOOT / UNIT
        pieces: list[Piece] = []
        for some in pieces_of(self._document, room):
            pieces += some
            yield
        self.sheets = cut(pieces, room)

    def paint(self, painter: QPainter, number: int, draw: DrawRow = draw_row) -> None:
        """Paint a sheet; a tenth of a point must be one unit of the painter."""
        for placed in self.sheets[number]:
            lift = placed.top - placed.piece.top
            for row in placed.piece.rows:
                draw(painter, row, row.origin + QPointF(0, lift))
            if placed.piece.rule is not None:
                painter.setPen(QPen(_LINE, 0.5 / UNIT))
                painter.drawLine(placed.piece.rule.translated(0, lift))
        self._paint_foot(painter, number)

    def _set_off_closing(self) -> None:
        """Leave room before our last words, which end no answer."""
        block = self._document.lastBlock()
        for _ in range(len(self._summary.closing) - 1):
            block = block.previous()
        looks = block.blockFormat()
        looks.setTopMargin(looks.topMargin() + SIZE / UNIT)
        QTextCursor(block).setBlockFormat(looks)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        """Which sheet of how many it is, and from the second on of what: sheets get apart."""
        painter.setFont(_font(_FOOT_SIZE))
        painter.setPen(_GREY)
        foot = QRectF(0, 0, self._width, self._height)
        words = QCoreApplication.translate("Letter", "Page {0} of {1}").format(number + 1, len(self.sheets))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)
        if number:
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._summary.title)


def _font(points: float) -> QFont:
    font = QFont(list(_FAMILIES))
    font.setPixelSize(round(points / UNIT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return as_typed(font)

"""The quiet control under a ticked line that puts it under "Please look at first"."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.wrapping import text_width


class FirstLook(Button):
    """A small check button that stands under its line; the mark says that it is checked, not the colour alone."""

    def __init__(self, key: str, about: str, name: str, parent: QWidget | None = None) -> None:
        """Show it for the line of that key, and say ``about`` which line it is."""
        super().__init__("", "on-line", name, parent)
        self.key = key
        self.setText(self.tr("Look at first"))
        self.setAccessibleName(f"{self.text()}: {about}")
        self.setCheckable(True)

    def heightForWidth(self, width: int) -> int:
        """As high as its words, with room to be hit."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing() + 2 * self._above()

    def sizeHint(self) -> QSize:
        """All words in one line."""
        width = text_width(self.text(), self.font()) + self._around()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(self.sizeHint().width(), 6 * self.fontMetrics().averageCharWidth() + self._around()), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a small box, a tick in it where it is checked, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, mirrored = self.fontMetrics(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, above = metrics.ascent() * 0.9, self._above()
        edge = metrics.height() * 0.25
        box = QRectF(self.width() - edge - side if mirrored else edge, above + metrics.height() * 0.12, side, side)
        colour = self.palette().buttonText().color()
        painter.setPen(QPen(colour, 1.2))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(colour, 2))
            points = ((0.2, 0.55), (0.42, 0.76), (0.8, 0.26))
            painter.drawPolyline([QPointF(box.x() + side * x, box.y() + side * y) for x, y in points])
        painter.setPen(colour)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        before, after = metrics.height() * 3 // 2, metrics.height() // 2
        place = self.rect().adjusted(after if mirrored else before, above, -(before if mirrored else after), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading, "\n".join(self._lines(self.width())))
        if self.shows_ring():
            self._paint_ring(painter)

    def _around(self) -> int:
        return 2 * self.fontMetrics().height()

    def _above(self) -> int:
        return self.fontMetrics().height() // 3

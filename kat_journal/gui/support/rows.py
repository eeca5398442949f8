"""Small arrangements that only the Support page uses."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import Text

LETTERS_FOR_TWO = 76
"""Average letters that fit beside each other before two columns are comfortable."""


class Rows(QWidget):
    """A column that is filled anew whenever what it shows has changed."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)

    def clear(self) -> None:
        """Take every row away."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


def pair(what: Text, number: Text, parent: QWidget | None = None) -> QWidget:
    """A name and its number: side by side, or close above each other, so that no number seems to be another's."""
    both = QWidget(parent)
    what.setContentsMargins(0, 0, 12, 0)
    flow = FlowLayout(both, 0)
    flow.addWidget(what)
    flow.addWidget(number)
    return both


class SideBySide(QWidget):
    """Two cards beside each other, or one above the other where there is little room."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for card in (first, second):
            self._row.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits the new width."""
        super().resizeEvent(event)
        fits = self.width() >= LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()

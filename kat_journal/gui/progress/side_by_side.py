"""A chart beside its table; over it where there is little room, or a long time to show."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

LETTERS_FOR_TWO: Final = 72
"""Average letters that fit beside each other before both are comfortable."""


class SideBySide(QWidget):
    """Two parts that are read one after the other."""

    def __init__(
        self, first: QWidget, second: QWidget, parent: QWidget | None = None, *, stacked: bool = False
    ) -> None:
        """Hold two parts; ``stacked`` ones get the whole width each, whatever it is."""
        super().__init__(parent)
        self._stacked = stacked
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        both = not self._stacked and self.width() >= LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.LeftToRight if both else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

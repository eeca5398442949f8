"""The tick list in its own scrolling column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kat_journal.gui.share.tick_list import TickList


class ListPane(QScrollArea):
    """Scrolls up and down only, and follows the keyboard."""

    def __init__(self, ticks: TickList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(ticks)
        column.addStretch()
        self.setWidget(content)
        ticks.moved.connect(self._on_moved)

    def _on_moved(self, tick: QWidget) -> None:
        self.ensureWidgetVisible(tick)

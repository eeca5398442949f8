"""What to share beside what would leave; one at a time, under two tabs, where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.share.list_pane import ListPane
from kat_journal.gui.widgets.choices import Choices

LETTERS_FOR_TWO = 76
"""Average letters that fit beside each other before two panes are comfortable."""
LEAST_LINES = 11


class Panes(QWidget):
    """Two panes.

    Signals:
        turned: The pane that is shown alone has changed, or both are shown.
    """

    turned = Signal()

    def __init__(self, left: ListPane, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = left
        self._panes = {"list": left, "preview": right}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        options = (("list", self.tr("What to share")), ("preview", self.tr("The file")))
        self._tabs = Choices("tab", self.tr("Show"), options, self)
        self._tabs.set_key("list")
        self._tabs.chosen.connect(self._arrange)
        column.addWidget(self._tabs)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(left, 5)
        row.addWidget(right, 8)
        column.addLayout(row, 1)
        self._arrange()

    def shows_both(self) -> bool:
        """Whether there is room for two."""
        return self.width() >= LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()

    def show_preview(self) -> None:
        """Turn to the file."""
        self._tabs.set_key("preview")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.shows_both()
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        self._tabs.setVisible(not both)
        self._list.show_whole(not both)
        for key, pane in self._panes.items():
            pane.setVisible(both or self._tabs.key() == key)
        self.turned.emit()

"""What to share beside what would leave; one at a time, under two tabs, where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import choice
from kat_journal.gui.widgets.flow import FlowLayout

LETTERS_FOR_TWO = 84
"""Average letters that fit beside each other before two panes are comfortable."""
LEAST_LINES = 14


class Panes(QWidget):
    """Two panes.

    Signals:
        turned: The pane that is shown alone has changed, or both are shown.
    """

    turned = Signal()

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = (left, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._tabs = QWidget(self)
        flow = FlowLayout(self._tabs)
        self._group = QButtonGroup(self)
        texts = ((self.tr("What to share"), "tab-list"), (self.tr("The file"), "tab-preview"))
        for number, (text, name) in enumerate(texts):
            button = choice(text, name)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._arrange)
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
        self._group.button(1).setChecked(True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.shows_both()
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        self._tabs.setVisible(not both)
        for number, pane in enumerate(self._panes):
            pane.setVisible(both or self._group.checkedId() == number)
        self.turned.emit()

"""What to share beside what would leave; one at a time, under two tabs, where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.share.copying import CopyPane
from kat_journal.gui.share.list_pane import ListPane
from kat_journal.gui.widgets.choices import Choices

LETTERS_FOR_TWO = 76
"""Average letters that fit beside each other before two panes are comfortable."""
LEAST_LINES = 15


class Panes(QWidget):
    """Two panes: on the left the tick list, or what stands in its place; on the right a notice and the preview.

    Signals:
        turned: There is room for both now, or no longer.
    """

    turned = Signal()

    def __init__(self, left: ListPane, notice: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = left
        self._left: ListPane | CopyPane = left
        self._notice = notice
        self._right = QWidget(self)
        self._both: bool | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        options = (("list", self.tr("What to share")), ("preview", self.tr("The file")))
        self._tabs = Choices("tab", self.tr("Show"), options, self)
        self._tabs.set_key("list")
        self._tabs.chosen.connect(self._arrange)
        column.addWidget(self._tabs)
        self._row = row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(left, 5)
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(right, 1)
        self._beside = beside
        row.addWidget(self._right, 8)
        column.addLayout(row, 1)
        self._arrange()

    def shows_both(self) -> bool:
        """Whether there is room for two."""
        return self.width() >= LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()

    def show_preview(self) -> None:
        """Turn to the file."""
        self._tabs.set_key("preview")
        self._arrange()

    def show_left(self, pane: CopyPane | None = None) -> None:
        """Put something in place of the tick list, and turn to it; or the tick list again."""
        new = pane or self._list
        if new is not self._left:
            self._left.hide()
            self._row.removeWidget(self._left)
            self._row.insertWidget(0, new, 5)
            self._left = new
            words = self.tr("What to share") if new is self._list else self.tr("Change names")
            self._tabs.button("list").setText(words)
            self._tabs.set_key("list")
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.shows_both()
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        self._tabs.setVisible(not both)
        self._left.show_whole(not both)
        if both is not self._both:
            self._place_notice(both=both)
        for key, pane in (("list", self._left), ("preview", self._right)):
            pane.setVisible(both or self._tabs.key() == key)
        if both is not self._both:
            self._both = both
            self.turned.emit()

    def _place_notice(self, *, both: bool) -> None:
        """Beside the list it moves no tick from under the finger; above it, where only one pane is shown."""
        if both:
            self._beside.insertWidget(0, self._notice)
        else:
            self._column.insertWidget(0, self._notice)

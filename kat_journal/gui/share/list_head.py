"""What stands above the tick list: tick or untick all of it, and ways to see less of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import Button, link
from kat_journal.gui.widgets.flow import FlowLayout

NONE_KEYS = QKeySequence("Ctrl+Shift+A")


class ListHead(QWidget):
    """A few quiet buttons, and the keys that do the same.

    Signals:
        all_wanted: Whether to tick everything, or to untick it.
        filtered: The person wants to see other lines.
    """

    all_wanted = Signal(bool)
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None, *, after_summary: bool) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._all = link(self.tr("All"), "tick-all")
        self._none = link(self.tr("None"), "tick-none")
        self._only_ticked = self._filter(self.tr("Only ticked"), "only-ticked")
        self._only_new = self._filter(self.tr("New since the last summary"), "only-new")
        self._all.setAccessibleName(self.tr("Tick all"))
        self._none.setAccessibleName(self.tr("Untick all"))
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self._on_none)
        row = QWidget(self)
        flow = FlowLayout(row)
        for button in (self._all, self._none, self._only_ticked, self._only_new):
            flow.addWidget(button)
        self._only_new.setVisible(after_summary)
        column.addWidget(row)
        for button, keys in ((self._all, QKeySequence(QKeySequence.StandardKey.SelectAll)), (self._none, NONE_KEYS)):
            words = keys.toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(words)
            button.setAccessibleDescription(words)

    @property
    def only_ticked(self) -> bool:
        """Whether to leave out what is not ticked."""
        return self._only_ticked.isChecked()

    @property
    def only_new(self) -> bool:
        """Whether to leave out what was there when the last summary was made."""
        return self._only_new.isChecked()

    def heightForWidth(self, width: int) -> int:
        """As high as its rows need."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def _filter(self, words: str, name: str) -> Button:
        button = link(words, name)
        button.setCheckable(True)
        button.clicked.connect(self.filtered)
        return button

    def _on_all(self) -> None:
        self.all_wanted.emit(True)

    def _on_none(self) -> None:
        self.all_wanted.emit(False)

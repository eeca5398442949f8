"""What a new version of a pack would change, a part at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.packs.words import change, more
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body
from kat_journal.services.pack_changes import Change

AT_ONCE = 20
"""Changes that are shown before "more" is asked for."""


class ChangeList(QWidget):
    """Every difference can be seen, however many there are.

    Signals:
        grown: More of them are shown.
    """

    grown = Signal()

    def __init__(self, changes: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._shown = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        self._more = link("", "more-changes", self)
        self._more.clicked.connect(self._on_more)
        column.addLayout(row(self._more))
        self._add()

    def _add(self) -> None:
        for one in self._changes[self._shown : self._shown + AT_ONCE]:
            line = body(change(one), f"pack-change-{self._shown}", self)
            self._lines.addWidget(line)
            line.show()
            self._shown += 1
        rest = len(self._changes) - self._shown
        self._more.setText(more(min(AT_ONCE, rest)))
        self._more.setVisible(rest > 0)

    def _on_more(self) -> None:
        self._add()
        self.grown.emit()

"""The line at the foot of the window that says that something is kept."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.gui.catching.beside import beside
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted

A_WHILE = 12_000
"""Milliseconds; it is only a word that all is well, and stays while it has the focus."""
ROOM, GAP = 8, 18


class Told(QFrame):
    """Says it for a while.

    Signals:
        looked: The person wants to see what they kept.
    """

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "catch")
        self.setObjectName("catch-told")
        self._words = muted("", "catch-told-words")
        self._look = buttons.link(self.tr("See what you kept"), "catch-look")
        self._look.clicked.connect(self.looked)
        column = QVBoxLayout(self)
        column.addLayout(row(self._words, self._look, gap=GAP))
        self._column = column
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(A_WHILE)
        self._timer.timeout.connect(self._on_over)
        self.hide()

    def say(self, words: str, *, leads_on: bool) -> None:
        """Say that it is kept, to screen readers too; ``leads_on`` offers the page of all that was kept."""
        self._words.setText(words)
        self._look.setVisible(leads_on)
        self.show()
        announce(self, words)
        self._timer.start()

    def line_up(self, left: int, widest: int) -> None:
        """Stand under the page's column."""
        start, end = beside(self.width(), left, widest)
        self._column.setContentsMargins(start, ROOM, end, ROOM)

    def _on_over(self) -> None:
        if self._look.hasFocus():
            self._timer.start()
        else:
            self.hide()

"""The last two steps: what is inside, and where everything is once it is in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.buttons import link, primary
from kat_journal.gui.widgets.row import GAP, row
from kat_journal.gui.widgets.texts import Text, body


class Inside(QWidget):
    """What the backup holds, and the button that puts it in place.

    Signals:
        wanted: Put it in place.
        other_asked: The person wants another backup.
    """

    wanted = Signal()
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._lines = [body("", f"restore-inside-{place}") for place in range(3)]
        self._put = primary(self.tr("Put this in place"), "restore-put")
        self._other = link(self.tr("Another backup"), "restore-another-one")
        for line in self._lines:
            column.addWidget(line)
        column.addLayout(row(self._put, self._other, gap=22))
        self._put.clicked.connect(self.wanted)
        self._other.clicked.connect(self.other_asked)

    def show_lines(self, *lines: str) -> None:
        """Say which backup it is, what is in it, and what becomes of the journal that is there."""
        for label, words in zip(self._lines, lines, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self._put.setAccessibleDescription(" ".join(filter(None, lines)))  # heard where the step begins

    def show_busy(self, busy: bool) -> None:
        """While it is being put in place."""
        self._put.setEnabled(not busy)
        self._other.setEnabled(not busy)
        self._put.setText(self.tr("Putting it in place\u2026") if busy else self.tr("Put this in place"))

    def start_focus(self) -> None:
        """Begin at the button."""
        self._put.setFocus()


class InPlace(QWidget):
    """It is done.

    Signals:
        go_on: To the way in.
    """

    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._said = body("", "restore-done")
        self._kept = Text("", "body", "restore-kept", self)
        self._kept.set_selectable()
        self._go = primary(self.tr("Open the journal"), "restore-go-on")
        column.addWidget(self._said)
        column.addWidget(self._kept)
        column.addLayout(row(self._go))
        self._go.clicked.connect(self.go_on)

    def show_done(self, kept: str) -> None:
        """Say where what was replaced is; empty where there was nothing."""
        done = self.tr("The backup is in place. It opens with the passphrase that it was made with.")
        more = self.tr("What was there before is kept as a backup, here:")
        self._said.setText(f"{done} {more}" if kept else done)
        self._kept.setText(kept)
        self._kept.setAccessibleName(self.tr("The backup of what was there before: {0}").format(kept))
        self._kept.setVisible(bool(kept))
        self._go.setAccessibleDescription(self._said.text())  # heard where the step begins

    def start_focus(self) -> None:
        """Begin at the button."""
        self._go.setFocus()

"""One kind of file: what is in it, the button, and beside that how far it is and what came of it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, subheading


class SaveCard(Card):
    """Tells what a file holds, and saves it.

    Signals:
        asked: The person wants it.
        stop_asked: They do not want it any more.
    """

    asked = Signal()
    stop_asked = Signal()

    def __init__(self, name: str, title: str, about: str, button: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name)
        self._button = button
        self._state = muted("", f"{name}-state")
        self._stop = link(self.tr("Stop"), f"{name}-stop")
        self._notice = Notice(self, name=f"{name}-notice")
        self.column.addWidget(subheading(title))
        self.column.addWidget(body(about))
        self.column.addLayout(row(button))
        self.column.addLayout(row(self._state, self._stop, gap=18))
        self.column.addWidget(self._notice)
        button.setAccessibleDescription(about)
        button.clicked.connect(self.asked)
        self._stop.clicked.connect(self.stop_asked)
        self.show_idle()

    def show_begun(self) -> None:
        """Say that the file is being written."""
        self._notice.clear()
        self._state.setText(self.tr("Saving\u2026"))
        self._state.show()
        self._stop.show()
        self._stop.setFocus()
        announce(self, self._state.text())

    def show_progress(self, percent: int) -> None:
        """Say how much of it is written."""
        self._state.setText(self.tr("Saving\u2026 {0} %").format(percent))

    def show_idle(self) -> None:
        """Nothing is being written."""
        focused = self._stop.hasFocus()
        self._state.hide()
        self._button.setEnabled(True)
        if focused:
            self._button.setFocus()
        self._stop.hide()

    def set_waiting(self) -> None:
        """One file at a time."""
        self._button.setEnabled(False)

    def say(self, words: str, buttons: Iterable[QPushButton] = ()) -> None:
        """Say what came of it, or ask something first."""
        self._notice.show_text(words, buttons)

    def clear(self) -> None:
        """Say nothing any more."""
        self._notice.clear()

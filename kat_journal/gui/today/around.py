"""The quiet rows below: what is coming, and what is carried forward."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.row import row

DONE = "practice-done"


class Around(QWidget):
    """Two columns of words.

    Signals:
        done: A practice was done today (its uid).
    """

    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, coming: Sequence[tuple[str, str]], practices: Sequence[tuple[str, str, str]]) -> None:
        """Show what is coming (when, what) and practices (words, last done, uid or empty if done today).

        Where the focus was on a practice, it goes to the next one that is not done.
        """
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused) and focused.hasFocus()
        self._open.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, (when, what) in enumerate(coming):
            self._grid.addWidget(texts.muted(when), line, 0)
            self._grid.addWidget(texts.body(what), line, 1)
        for line, (words, last, uid) in enumerate(practices, start=len(coming)):
            self._grid.addWidget(texts.muted(last), line, 0)
            self._grid.addWidget(self._practice(words, uid), line, 1)
        if had_focus and self._open:
            self._open[0].setFocus()

    def _practice(self, words: str, uid: str) -> QWidget:
        line = row(texts.body(words), gap=18)
        if uid:
            button = buttons.link(self.tr("Done today"), DONE)
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda: self._tell(words, uid))
            line.addWidget(button)
            self._open.append(button)
        practice = QWidget(self)
        practice.setLayout(line)
        practice.show()  # now: what is not shown yet takes no focus
        return practice

    def _tell(self, words: str, uid: str) -> None:
        announce(self, self.tr("Noted as done today: {0}").format(words))  # its button goes
        self.done.emit(uid)

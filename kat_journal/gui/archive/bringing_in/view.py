"""What the page for bringing everything in shows: first the file, then a new passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, primary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import GAP, row
from kat_journal.gui.widgets.texts import body, heading, muted


class BringingInView(Page):
    """Two steps.

    Signals:
        file_asked: The person wants to choose the file.
        chosen: The new passphrase, typed twice.
        stop_asked: They do not want it any more.
        back_asked: Back to the way in.
    """

    file_asked = Signal()
    chosen = Signal(str)
    stop_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="bringing-in-page", narrow=True)
        self.setAccessibleName(self.tr("Bring in everything from a file"))
        self.fields = NewPassphrase()
        self._notice = Notice(self, name="bringing-in-notice")
        self._file = primary(self.tr("Choose the file"), "bringing-in-file")
        self._which = body("", "bringing-in-which")
        self._go = primary(self.tr("Bring it in"), "bringing-in-go")
        self._other = link(self.tr("Another file"), "bringing-in-other")
        self._state = muted("", "bringing-in-state")
        self._stop = link(self.tr("Stop"), "bringing-in-stop")
        self._back = link(self.tr("Back"), "back")
        self._choosing = self._step(body(self._about()), ways=(self._file,))
        hint = muted(self.tr("The journal that is made of it gets a passphrase of its own."))
        self._naming = self._step(self._which, hint, self.fields, ways=(self._go, self._other))
        self._fill_column()
        self._connect()
        self.show_choosing()

    def start_focus(self) -> None:
        """Begin with what the step asks for."""
        if self._naming.isHidden():
            self._file.setFocus()
        else:
            self.fields.start_focus()

    def show_choosing(self, words: str = "") -> None:
        """Ask for the file; say first why another one is needed, if so."""
        self.fields.forget()
        self._show_step(self._choosing, words)

    def show_naming(self, name: str, words: str = "") -> None:
        """Ask for the passphrase of the journal that is made of that file."""
        self._which.setText(self.tr("The file is {0}.").format(name))
        self._show_step(self._naming, words)

    def show_progress(self, percent: int | None = None) -> None:
        """Say that it is being brought in."""
        words = self.tr("Bringing it in\u2026")
        self._state.setText(words if percent is None else self.tr("Bringing it in\u2026 {0} %").format(percent))
        if not self._go.isEnabled():
            return
        self._notice.clear()
        self._state.show()
        self._stop.show()
        self._stop.setFocus()
        announce(self, words)
        self._set_busy(True)

    def flush(self) -> None:
        """What was typed is not kept when the page goes."""
        self.fields.forget()

    def _about(self) -> str:
        return self.tr(
            "This makes a whole journal of a file that \u201cTake everything with you\u201d saved, here or on another "
            "computer. Its name ends in .json. The file stays as it is, and is not encrypted: once the journal is "
            "here, delete the copies that you do not need."
        )

    def _step(self, *parts: QWidget, ways: tuple[QWidget, ...]) -> QWidget:
        step = QWidget(self)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in parts:
            column.addWidget(part)
        column.addLayout(row(*ways, gap=22))
        return step

    def _fill_column(self) -> None:
        self.column.addStretch(2)
        self.column.addWidget(heading(self.tr("Bring in everything from a file"), "bringing-in-heading"))
        self.column.addWidget(self._notice)
        self.column.addWidget(self._choosing)
        self.column.addWidget(self._naming)
        self.column.addLayout(row(self._state, self._stop, gap=18))
        self.column.addLayout(row(self._back))
        self.column.addStretch(3)

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_asked)
        self._other.clicked.connect(self.file_asked)
        self._go.clicked.connect(self._check)
        self.fields.finished.connect(self._check)
        self._stop.clicked.connect(self.stop_asked)
        self._back.clicked.connect(self.back_asked)

    def _show_step(self, step: QWidget, words: str) -> None:
        self._set_busy(False)
        self._state.hide()
        self._stop.hide()
        for one in (self._choosing, self._naming):
            one.setVisible(one is step)
        tab_in_reading_order(self.column)
        self.start_focus()
        if words:
            self._notice.show_text(words)
        else:
            self._notice.clear()

    def _check(self) -> None:
        if not self._go.isEnabled():
            return
        if passphrase := self.fields.passphrase():
            self.chosen.emit(passphrase)
            return
        self._notice.show_text(self.tr("The two are not the same yet. Please type the words once more."))
        self.fields.ask_again()

    def _set_busy(self, busy: bool) -> None:
        for button in (self._go, self._other, self._back):
            button.setEnabled(not busy)
        self.fields.set_read_only(busy)

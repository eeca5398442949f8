"""Second step: a new passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.passphrase.fields import NewPassphrase
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row


class WordsStep(Page):
    """Asks for a new passphrase.

    Signals:
        chosen: The passphrase.
        taken_over: The passphrase, for a journal that may be open on another computer.
        back_asked: Back to the code.
    """

    chosen = Signal(str)
    taken_over = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="recovery-words-page", narrow=True)
        self.fields = NewPassphrase()
        self._notice = Notice(name="recovery-trouble")
        self._open = buttons.primary("", "recover")
        self._back = buttons.link(self.tr("Back to the code"), "back-to-code")
        self._fill_column()
        self.show_ready()
        self.fields.finished.connect(self._give)
        self._open.clicked.connect(self._give)
        self._back.clicked.connect(self.back_asked)

    def start_focus(self) -> None:
        """Begin with the words."""
        self.fields.start_focus()

    def show_ready(self) -> None:
        """Let the passphrase be given."""
        self._open.setText(self.tr("Open my journal"))
        for button in (self._open, self._back):
            button.setEnabled(True)
        self.fields.set_read_only(False)

    def show_busy(self) -> None:
        """Say what is being done."""
        self._notice.clear()
        self._open.setText(self.tr("Opening your journal\u2026"))
        for button in (self._open, self._back):
            button.setEnabled(False)
        self.fields.set_read_only(True)

    def show_trouble(self, words: str) -> None:
        """Say why it did not open; what was typed stays."""
        self.show_ready()
        self._notice.show_text(words)

    def show_elsewhere(self, words: str) -> None:
        """Say who may have it open on another computer, and let it be opened here all the same."""
        self.show_ready()
        anyway = buttons.secondary(self.tr("Open it here all the same"), "take-over")
        anyway.clicked.connect(lambda: self.taken_over.emit(self.fields.passphrase()))
        self._notice.show_text(words, [anyway])
        tab_in_reading_order(self.column)
        anyway.setFocus()

    def _fill_column(self) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("Now a new passphrase"), "recovery-words-heading"))
        add(texts.body(self.tr("Your journal opens with it from now on. The old passphrase no longer opens it.")))
        self.column.addSpacing(8)
        add(self.fields)
        add(self._notice)
        self.column.addLayout(row(self._open, self._back, gap=22))
        self.column.addStretch(2)

    def _give(self) -> None:
        if not self._open.isEnabled():
            return
        if passphrase := self.fields.passphrase():
            self.chosen.emit(passphrase)
            return
        self._notice.show_text(self.tr("The two are not the same yet. Please type the words once more."))
        self.fields.ask_again()

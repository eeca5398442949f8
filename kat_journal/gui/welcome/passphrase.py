"""First step: the words that lock the journal."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row


class PassphraseStep(Page):
    """Offers four words, or takes the person's own; typed once more before anything is made.

    Signals:
        chosen: The passphrase.
        other_words_asked: Four other words, please.
    """

    chosen = Signal(str)
    other_words_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="welcome-passphrase", narrow=True)
        self.words = PassphraseField(name="new-passphrase", accessible=self.tr("New passphrase"))
        self.again = PassphraseField(name="passphrase-again", accessible=self.tr("The same passphrase once more"))
        self._notice = Notice(name="trouble")
        self._go_on = buttons.primary(self.tr("Go on"), "go-on")
        self._other = buttons.link(self.tr("Other words"), "other-words")
        self._own = buttons.link(self.tr("Use my own"), "use-my-own")
        self._label = texts.field_label(self.tr("Four words that you can remember"), self.words)
        self._is_own = False
        self._fill_column()
        self._go_on.clicked.connect(self._check)
        self._other.clicked.connect(self._ask_other)
        self._own.clicked.connect(self._use_own)
        self.words.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._check)

    def show_words(self, words: str) -> None:
        """Offer these words, readable, ready to be typed once more."""
        if self._is_own:
            return  # asked for before the person chose to use their own
        self.words.reveal(True)
        self.words.setText(words)
        self.words.setReadOnly(True)
        self._label.setText(self.tr("Four words that you can remember"))
        self.again.reveal(True)
        self.again.clear()
        self.again.setFocus()
        # What this is stands at the top, however large the text; the layout settles after this.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def show_busy(self) -> None:
        """Say that the journal is being made."""
        self._notice.clear()
        self._go_on.setText(self.tr("Making your journal\u2026"))
        self._go_on.setEnabled(False)

    def show_trouble(self, words: str) -> None:
        """Say why it was not made; what was typed stays."""
        self._go_on.setText(self.tr("Go on"))
        self._go_on.setEnabled(True)
        self._notice.show_text(words)

    def _fill_column(self) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("A notebook for your sessions")))
        add(
            texts.body(
                self.tr(
                    "It stays on this computer, locked with your words. It cannot tell you what is wrong or what to "
                    "take, and nobody reads it unless you hand something over."
                )
            )
        )
        self.column.addSpacing(12)
        add(self._label)
        add(self.words)
        self.column.addLayout(row(self._other, self._own, gap=22))
        add(texts.field_label(self.tr("Type them once more"), self.again))
        add(self.again)
        add(
            texts.muted(
                self.tr(
                    "Please write them down and keep the paper somewhere safe. Without them nobody can open the "
                    "journal, not even us."
                )
            )
        )
        add(self._notice)
        self.column.addLayout(row(self._go_on))
        self.column.addStretch(2)
        add(texts.small(self.tr("Free software. Not a medical device. Not for emergencies.")))

    def _ask_other(self) -> None:
        self._is_own = False
        self.other_words_asked.emit()

    def _use_own(self) -> None:
        self._is_own = True
        self.words.setReadOnly(False)
        self.words.clear()
        self.words.reveal(False)
        self.again.clear()
        self.again.reveal(False)
        self._label.setText(self.tr("Your own passphrase: at least twelve letters"))
        self.words.setFocus()

    def _check(self) -> None:
        if not self._go_on.isEnabled():
            return
        if _same(self.words.text(), self.again.text()):
            self.chosen.emit(self.words.text())
            return
        self.show_trouble(self.tr("The two are not the same yet. Please type the words once more."))
        self.again.setFocus()
        self.again.selectAll()


def _same(first: str, second: str) -> bool:
    return bool(first.strip()) and first == second

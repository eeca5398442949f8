"""The fields for a new passphrase: four words that are offered, or the person's own, typed once more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row


class NewPassphrase(Fields):
    """Offers four words, or takes the person's own; the page around it has the button.

    Signals:
        other_words_asked: Four words, please.
        offered: There are words to look at.
        typed: What the person has typed of their own so far.
        finished: Enter in the last field.
    """

    other_words_asked = Signal()
    offered = Signal()
    typed = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PassphraseField(name="new-passphrase", accessible=self.tr("New passphrase"))
        self.again = PassphraseField(name="passphrase-again", accessible=self.tr("The same passphrase once more"))
        self.is_own = False
        """Whether the person uses their own words instead of those that are offered."""
        self._strength = texts.small("", "passphrase-strength")
        self._told = ""
        self._other = buttons.link(self.tr("Other words"), "other-words")
        self._own = buttons.link(self.tr("Use my own"), "use-my-own")
        self._label = texts.field_label(self.tr("Four words that you can remember"), self.words)
        self._fill()
        self._other.clicked.connect(self._ask_other)
        self._own.clicked.connect(self._use_own)
        self.words.returnPressed.connect(self.again.setFocus)
        self.words.textEdited.connect(self._on_typed)
        self.again.returnPressed.connect(self.finished)

    def show_words(self, words: str) -> None:
        """Offer these words, readable, ready to be typed once more."""
        if self.is_own:
            return  # asked for before the person chose to use their own
        self.words.reveal(True)
        self.words.setText(words)
        self.words.setReadOnly(True)
        self._label.setText(self.tr("Four words that you can remember"))
        self._strength.hide()
        self.again.reveal(True)
        self.again.forget()
        self.again.setAccessibleDescription(self.tr("The four words stand in the field before this one."))
        self.offered.emit()

    def show_strength(self, passphrase: str, words: str) -> None:
        """Say how good a passphrase is, if it still is what stands there."""
        if self.is_own and passphrase == self.words.text():
            self._strength.setText(words)
            self._strength.setVisible(words != "")
            self.words.setAccessibleDescription(words)
            if words and words != self._told:  # at every pause of typing: only what is new is heard
                announce(self.words, words)
            self._told = words or self._told

    def passphrase(self) -> str:
        """What was typed twice in the same way; empty while it was not."""
        first = self.words.text()
        return first if first.strip() and first == self.again.text() else ""

    def set_read_only(self, busy: bool) -> None:
        """Let nothing change while it is put into force."""
        self.words.setReadOnly(busy or not self.is_own)
        self.again.setReadOnly(busy)
        for button in (self._other, self._own):
            button.setEnabled(not busy)

    def ask_again(self) -> None:
        """Put the focus on the second field, ready to be typed afresh."""
        self.again.setFocus()
        self.again.selectAll()

    def forget(self) -> None:
        """Empty every field."""
        self.words.forget()
        self.again.forget()

    def start_focus(self) -> None:
        """Begin where there is something to type."""
        (self.words if self.is_own else self.again).setFocus()

    def _fill(self) -> None:
        column = self.column
        column.addWidget(self._label)
        column.addWidget(self.words)
        column.addWidget(self._strength)
        column.addWidget(KeyboardLine(self.words))
        column.addLayout(row(self._other, self._own, gap=22))
        column.addWidget(texts.field_label(self.tr("Type them once more"), self.again))
        column.addWidget(self.again)
        column.addWidget(KeyboardLine(self.again))
        self._strength.hide()
        tab_in_reading_order(column)

    def _ask_other(self) -> None:
        self.is_own = False
        self.other_words_asked.emit()
        self.again.setFocus()

    def _use_own(self) -> None:
        self.is_own = True
        self._told = ""
        self.words.setReadOnly(False)
        self.forget()
        self.words.reveal(False)
        self.again.reveal(False)
        self.again.setAccessibleDescription("")
        self._strength.hide()
        self._label.setText(self.tr("Your own passphrase: at least twelve letters"))
        self.words.setFocus()

    def _on_typed(self, passphrase: str) -> None:
        self.show_strength(passphrase, "")
        self.typed.emit(passphrase)

"""A card that shows no more than a button, and unfolds into fields that ask for a passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.keys.calm import advise_to_wait
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.notice import Notice


class FoldingCard(Card):
    """Folds and unfolds. A card of its kind fills ``folded`` and says what is ready and what is to be forgotten.

    Signals:
        begun: The person would go on.
        unfolded: The fields are there.
        changed_shape: What the card shows is other than before, so Tab has to learn it.
    """

    begun = Signal()
    unfolded = Signal()
    changed_shape = Signal()

    def __init__(self, name: str, passphrase: PassphraseField, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=f"{name}-card")
        self._name = name
        self._passphrase = passphrase
        self.begin = buttons.secondary("", f"begin-{name}")
        self.cancel = buttons.link("", f"cancel-{name}")
        self.notice = Notice(name=f"{name}-notice")
        self.folded = Fields()
        self.folded.hide()
        self.begin.clicked.connect(self.begun)
        self.cancel.clicked.connect(self.fold)

    def start_focus(self) -> None:
        """Begin with the button."""
        self.begin.setFocus()

    def advise_to_wait(self) -> None:
        """Say that it can wait."""
        advise_to_wait(self.notice, self.unfold, self._name)
        self.changed_shape.emit()

    def unfold(self) -> None:
        """Ask for the passphrase."""
        self.notice.clear()
        self.begin.hide()
        self.folded.show()
        self.show_ready()
        self.unfolded.emit()
        self.changed_shape.emit()
        self._passphrase.setFocus()

    def fold(self) -> None:
        """Show no more than the button, and forget what was typed."""
        self.forget()
        self.notice.clear()
        self.folded.hide()
        self.begin.show()
        self.changed_shape.emit()
        self.begin.setFocus()

    def say(self, words: str) -> None:
        """Say something."""
        self.notice.show_text(words)
        self.changed_shape.emit()

    def show_refused(self, words: str, *, at_passphrase: bool) -> None:
        """Say why it was not done; what was typed stays."""
        self.show_ready()
        self.say(words)
        if at_passphrase:
            self._passphrase.setFocus()
            self._passphrase.selectAll()

    def show_ready(self) -> None:
        """Let the person type and press."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was typed."""
        self._passphrase.forget()

"""The quiet card: one thing that the program would like to say, below the one action."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.today.reminder_words import Said
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.card import Card, Variant
from kat_journal.gui.widgets.row import row


class ReminderCard(Card):
    """Says one thing.

    Signals:
        accepted: The person takes up the offer, or says yes.
        declined: The person says not now, or no.
        looked: The person wants to see what it is about.
    """

    accepted = Signal()
    declined = Signal()
    looked = Signal()

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent, variant=Variant.LOW, name="reminder")
        self.setAccessibleName(said.title)
        self.column.addWidget(texts.subheading(said.title, "reminder-title"))
        self.words = texts.muted(said.words, "reminder-words")
        self.column.addWidget(self.words)
        self.action = buttons.secondary(said.action, "reminder-action")
        self.action.clicked.connect(self.accepted)
        self._buttons = [self.action]
        if said.other:
            other = buttons.secondary(said.other, "reminder-other")
            other.clicked.connect(self.declined)
            self._buttons.append(other)
        if said.look:
            look = buttons.link(said.look, "reminder-look")
            look.clicked.connect(self.looked)
            self._buttons.append(look)
        self.action.setAccessibleDescription(as_sentences(said.title, said.words))
        for button in self._buttons[1:]:
            button.setAccessibleDescription(said.title)
        self.add_rows()

    def add_rows(self) -> None:
        """Add what stands below the words."""
        self.column.addLayout(row(*self._buttons))

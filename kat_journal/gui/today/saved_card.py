"""The card about a summary that is still on the computer after its appointment: let it go, keep it, or not today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import Said
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row


class SavedCard(ReminderCard):
    """Says what came of the answer in its own place.

    Signals:
        kept: The file is to stay where it is.
        list_asked: The page with everything that was shared.
    """

    kept = Signal()
    list_asked = Signal()

    def __init__(self, said: Said, keep_words: str, parent: QWidget | None = None) -> None:
        """Show the card; ``keep_words`` are on the button that leaves the file alone."""
        self._keep_words = keep_words
        super().__init__(said, parent)

    def add_rows(self) -> None:
        """The three answers, the way to the list, and room for what came of it."""
        keep = buttons.secondary(self._keep_words, "saved-keep")
        keep.setAccessibleDescription(self.accessibleName())
        keep.clicked.connect(self.kept)
        self._buttons.insert(1, keep)
        self._outcome = texts.body("", "saved-outcome")
        self._outcome.hide()
        self._list = buttons.link(self.tr("What I have shared"), "saved-list")
        self._list.clicked.connect(self.list_asked)
        self.column.addLayout(row(*self._buttons))
        self.column.addWidget(self._outcome)
        self.column.addLayout(row(self._list))

    def show_refused(self, words: str) -> None:
        """Say why nothing came of it; the answers stay."""
        self._say(words)

    def show_outcome(self, words: str) -> None:
        """Say what came of it; the answers go."""
        if any(button.hasFocus() for button in self._buttons):
            self._list.setFocus()  # before the others go: the focus never stands on something hidden
        for button in self._buttons:
            button.hide()
        self.words.hide()
        self._say(words)
        tab_in_reading_order(self.column)

    def _say(self, words: str) -> None:
        self._outcome.setText(words)
        self._outcome.show()
        announce(self, words)

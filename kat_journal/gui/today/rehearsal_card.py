"""The card that lets the passphrase be tried, in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import Said
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.keyboard import KeyboardLine
from kat_journal.gui.widgets.line import PassphraseField
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row


class RehearsalCard(ReminderCard):
    """Asks for the passphrase once, and is content with any outcome.

    Signals:
        tried: What was typed.
        kit_asked: The person wants a recovery kit.
    """

    tried = Signal(str)
    kit_asked = Signal()

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(said, parent)
        self.accepted.connect(self._on_try)
        self.field.returnPressed.connect(self._on_try)

    def add_rows(self) -> None:
        """The field, and room for the outcome."""
        self.field = PassphraseField(name="rehearsal", accessible=self.tr("Your passphrase"))
        self._outcome = texts.body("", "rehearsal-outcome")
        self._kit = buttons.link(self.tr("Make a recovery kit"), "rehearsal-kit")
        self._kit.clicked.connect(self.kit_asked)
        self.column.addWidget(self.field)
        self.column.addWidget(KeyboardLine(self.field))
        super().add_rows()
        self.column.addWidget(self._outcome)
        self.column.addLayout(row(self._kit))
        self._outcome.hide()
        self._kit.hide()

    def outcome(self) -> str:
        """How it went, in words."""
        return self._outcome.text()

    def show_busy(self) -> None:
        """Say that it is being tried."""
        self.action.setText(self.tr("Trying\u2026"))
        for part in (self.action, self.field):
            part.setEnabled(False)

    def show_outcome(self, is_right: bool) -> None:
        """Say how it went; a slip changes nothing."""
        self.field.forget()
        self.field.hide()
        for button in self._buttons:
            button.hide()
        words = (
            self.tr("Yes, that is it.")
            if is_right
            else self.tr("Not this time. That is fine: nothing changed. If you are unsure, make a recovery kit.")
        )
        self._outcome.setText(words)
        self._outcome.show()
        self._kit.setVisible(not is_right)
        tab_in_reading_order(self.column)
        if not is_right:
            self._kit.setFocus()

    def _on_try(self) -> None:
        if self.field.text() and self.action.isEnabled():
            self.tried.emit(self.field.text())
        else:
            self.field.setFocus()

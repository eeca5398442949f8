"""The way to the page of reminders."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, subheading


class RemindersCard(Card):
    """One button.

    Signals:
        asked: The person wants to go there.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="reminders-card")
        self.column.addWidget(subheading(self.tr("Reminders")))
        words = self.tr(
            "See what is coming. If you like, this computer shows a quiet notice, or your own calendar takes in the "
            "times. Both are off until you ask for them."
        )
        self.column.addWidget(muted(words))
        button = secondary(self.tr("Open"), "open-reminders")
        button.setAccessibleName(self.tr("Open reminders"))
        button.clicked.connect(self.asked)
        self.column.addLayout(row(button))

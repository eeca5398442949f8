"""The way to passphrase and recovery kit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, subheading


class KeysCard(Card):
    """One button.

    Signals:
        asked: The person wants to go there.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="keys-card")
        self.column.addWidget(subheading(self.tr("Passphrase and recovery kit")))
        self.column.addWidget(muted(self.tr("Change your passphrase, or make the sheet that helps if you forget it.")))
        button = secondary(self.tr("Open"), "open-keys")
        button.setAccessibleName(self.tr("Open passphrase and recovery kit"))
        button.clicked.connect(self.asked)
        self.column.addLayout(row(button))

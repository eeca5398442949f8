"""The way to the page of packs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, subheading


class PacksCard(Card):
    """One button.

    Signals:
        asked: The person wants to go there.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="packs-card")
        self.column.addWidget(subheading(self.tr("Packs of forms")))
        self.column.addWidget(muted(self.tr("Add forms from a file, such as those of your clinic, or take them away.")))
        button = secondary(self.tr("Packs of forms\u2026"), "packs-open")
        button.clicked.connect(self.asked)
        self.column.addLayout(row(button))

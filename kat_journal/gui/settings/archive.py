"""The way to taking everything along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, subheading


class ArchiveCard(Card):
    """One button.

    Signals:
        asked: The person wants to go there.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="archive-card")
        self.column.addWidget(subheading(self.tr("Take everything with you")))
        about = self.tr("Save all that you wrote as one file, for another program, another computer, or for keeping.")
        self.column.addWidget(muted(about))
        button = secondary(self.tr("Take everything with you\u2026"), "archive-open")
        button.clicked.connect(self.asked)
        self.column.addLayout(row(button))

"""What stands on Today while nothing is planned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row


class PlanCard(Card):
    """Leads to where sessions are planned; nothing hurries.

    Signals:
        asked: The person would plan now.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="plan-first")
        about = self.tr("Note it, and the right page waits for you here at the right time. Writing needs no plan.")
        plan = buttons.secondary(self.tr("Plan your sessions"), "plan-sessions")
        plan.setAccessibleDescription(about)
        self.column.addWidget(texts.subheading(self.tr("When is your next session?")))
        self.column.addWidget(texts.muted(about))
        self.column.addLayout(row(plan))
        plan.clicked.connect(self.asked)

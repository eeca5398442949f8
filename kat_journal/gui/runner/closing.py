"""The quiet end of the words after a session."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.runner.cards import AdviceCard
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.services.advice import Card


class ClosingView(QWidget):
    """Says that it is kept, and nothing that asks for an answer.

    Signals:
        lock_asked: Lock the journal.
        today_asked: Go to Today.
        plan_asked: The plan for hard hours.
        numbers_asked: The line of the Support page to show; empty for its top.
    """

    lock_asked = Signal()
    today_asked = Signal()
    numbers_asked = Signal(str)
    plan_asked = Signal()

    def __init__(self, cards: Sequence[Card], *, wrote: bool, parent: QWidget | None = None) -> None:
        """Close; ``wrote`` is whether there is anything that is kept."""
        super().__init__(parent)
        self.setObjectName("closing")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="closing-page")
        frame.addWidget(page)
        page.column.addStretch(1)
        kept = self.tr("What you wrote is kept.") if wrote else self.tr("Nothing needs to be written.")
        page.column.addWidget(heading(kept, "closing-heading"))
        tonight = self.tr("Nothing has to be decided today. Water, something warm, and rest are enough.")
        page.column.addWidget(muted(tonight, "closing-line"))
        self.setAccessibleName(" ".join((kept, tonight, *(card.text for card in cards))))
        for card in cards:
            shown = AdviceCard(card, closes=False, parent=self)
            shown.numbers_asked.connect(self.numbers_asked)
            shown.plan_asked.connect(self.plan_asked)
            page.column.addWidget(shown)
        self._lock = buttons.primary(self.tr("Lock"), "lock", self)
        self._lock.clicked.connect(self.lock_asked)
        today = buttons.secondary(self.tr("Today"), "today", self)
        today.clicked.connect(self.today_asked)
        page.column.addLayout(row(self._lock, today))
        support = buttons.link(self.tr("Support"), "support", self)
        support.clicked.connect(self._on_support)
        page.column.addWidget(support)
        page.column.addStretch(2)

    def title(self) -> str:
        """What a screen reader says of it: all there is to read."""
        return self.accessibleName()

    def start_focus(self) -> None:
        """Leave the focus on the page itself: a stray Enter locks nothing."""
        self.setFocus()

    def _on_support(self) -> None:
        self.numbers_asked.emit("")

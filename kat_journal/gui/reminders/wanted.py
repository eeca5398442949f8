"""What a person wants to be reminded of, and how long before; the notices and the calendar file go by it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.texts import body, muted, subheading
from kat_journal.services.ahead import AheadKind
from kat_journal.services.notices import LEADS, NoticeChoice


class WantedCard(Card):
    """Two rows of choices.

    Signals:
        kinds_chosen: The kinds, as a tuple.
        lead_chosen: Minutes before a session or appointment.
    """

    kinds_chosen = Signal(tuple)
    lead_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="wanted")
        kinds = {
            AheadKind.SESSION: self.tr("Sessions"),
            AheadKind.APPOINTMENT: self.tr("Appointments"),
            AheadKind.OPEN: self.tr("When a page opens"),
        }
        leads = dict(zip(LEADS, (self.tr("1 hour"), self.tr("3 hours"), self.tr("1 day")), strict=True))
        of, before = self.tr("Remind me of"), self.tr("How long before a session or appointment")
        self._kinds = Choices("kinds", of, [(str(kind), text) for kind, text in kinds.items()], self, several=True)
        self._leads = Choices("lead", before, [(str(lead), text) for lead, text in leads.items()], self)
        self._kinds.chosen.connect(self._on_kinds)
        self._leads.chosen.connect(self._on_lead)
        self.column.addWidget(subheading(self.tr("What to remind you of")))
        self.column.addWidget(muted(self.tr("This holds for notices and for the calendar file.")))
        for words, choices in ((of, self._kinds), (before, self._leads)):
            self.column.addWidget(body(words))
            self.column.addWidget(choices)

    def show_choice(self, choice: NoticeChoice) -> None:
        """Show what is wanted."""
        self._kinds.set_keys(str(kind) for kind in choice.kinds)
        self._leads.set_key(str(choice.lead))

    def _on_kinds(self) -> None:
        self.kinds_chosen.emit(tuple(AheadKind(key) for key in self._kinds.keys()))  # noqa: SIM118 - not a mapping

    def _on_lead(self, lead: str) -> None:
        self.lead_chosen.emit(int(lead))

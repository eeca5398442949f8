"""The readable card as words: the same on the locked page, and wherever it is looked at before."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.gui.support.rows import Rows, pair
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.texts import body, muted, quote, small, subheading


class CardWords(Rows):
    """Shows a card as plain text, people first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty one; the names of its parts begin with that name."""
        super().__init__(parent, gap=10)
        self._name = name

    def show_card(self, card: ReadableCard) -> None:
        """Show exactly what is on the card."""
        self.clear()
        for number, person in enumerate(card.people):
            self.column.addWidget(self._person(person, f"{self._name}-person-{number}"))
        for number, part in enumerate(card.plan):
            self.column.addWidget(self._part(part, f"{self._name}-plan-{number}"))
        if card.line.strip():
            self.column.addWidget(quote(card.line, f"{self._name}-line"))

    def _person(self, person: ReadablePerson, name: str) -> QWidget:
        who = body(person.name or self.tr("Clinic"), f"{name}-name")
        return pair(who, body(person.number, f"{name}-number"), self)

    def _part(self, part: ReadablePart, name: str) -> QWidget:
        rows = Rows(self, gap=2)
        rows.column.addWidget(small(part.heading))
        rows.column.addWidget(quote(folded(part.words).strip(), name))
        return rows


class ReadableView(Card):
    """What the person chose to keep readable, on the locked page."""

    def __init__(self, card: ReadableCard, parent: QWidget | None = None) -> None:
        """Show the card."""
        super().__init__(parent, name="readable")
        self.column.addWidget(subheading(self.tr("Kept readable by you")))
        words = CardWords("readable", self)
        words.show_card(card)
        self.column.addWidget(words)
        self.column.addWidget(muted(self.tr("Anyone at this computer can read this, and can change it.")))

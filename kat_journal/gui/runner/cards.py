"""Advice cards: one under an answer, or those that wait for the end of a form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.card import Card as CardBox
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, heading
from kat_journal.services.advice import Card


class AdviceCard(CardBox):
    """A calm text with its next step.

    Signals:
        numbers_asked: The line of the Support page that says the same.
        plan_asked: The plan for hard hours.
        closed: Item and advice id, when the person goes on.
    """

    numbers_asked = Signal(str)
    plan_asked = Signal()
    closed = Signal(str, str)

    def __init__(self, card: Card, *, closes: bool, parent: QWidget | None = None) -> None:
        """Show a card; one that closes has "Go on writing"."""
        name = f"card-{card.item}-{card.advice.id}"
        super().__init__(parent, variant="warm", name=name)
        self.card = card
        self.column.addWidget(body(card.text, f"{name}-text", self))
        self.see = buttons.secondary(self.tr("See all numbers"), f"{name}-numbers", self)
        self.see.setAccessibleDescription(card.text)
        self.see.clicked.connect(self._on_numbers)
        parts = [self.see]
        if card.advice.plan:
            plan = buttons.secondary(self.tr("My plan for hard hours"), f"{name}-plan", self)
            plan.clicked.connect(self.plan_asked)
            parts.insert(0, plan)
        if closes:
            go_on = buttons.secondary(self.tr("Go on writing"), f"{name}-close", self)
            go_on.setAccessibleDescription(card.text)
            go_on.clicked.connect(self._on_closed)
            parts.append(go_on)
        self.column.addLayout(row(*parts))

    @Slot()
    def _on_numbers(self) -> None:
        self.numbers_asked.emit(self.card.advice.line)

    @Slot()
    def _on_closed(self) -> None:
        self.closed.emit(self.card.item, self.card.advice.id)


class CardSlot(QWidget):
    """The place under an answer where its cards stand.

    Signals:
        numbers_asked: See :class:`AdviceCard`.
        plan_asked: See :class:`AdviceCard`.
        closed: See :class:`AdviceCard`.
    """

    numbers_asked = Signal(str)
    plan_asked = Signal()
    closed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, AdviceCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def has_cards(self) -> bool:
        """Whether any card stands here."""
        return bool(self._cards)

    def add(self, card: Card) -> None:
        """Show a card, once."""
        if card.advice.id in self._cards:
            return
        shown = AdviceCard(card, closes=True, parent=self)
        shown.numbers_asked.connect(self.numbers_asked)
        shown.plan_asked.connect(self.plan_asked)
        shown.closed.connect(self._on_closed)
        self._cards[card.advice.id] = shown
        self._column.addWidget(shown)
        self.show()
        announce(shown, card.text, at_once=True)

    @Slot(str, str)
    def _on_closed(self, item: str, advice: str) -> None:
        shown = self._cards.pop(advice)
        self._column.removeWidget(shown)
        shown.setParent(None)  # out of the tree at once, so that a new card is the only one of its name
        shown.deleteLater()
        self.setVisible(bool(self._cards))
        self.closed.emit(item, advice)


class CardsView(QWidget):
    """What is worth knowing at the end of a form; the person goes on from here.

    Signals:
        numbers_asked: See :class:`AdviceCard`.
        plan_asked: See :class:`AdviceCard`.
        ground_me_asked: The person wants the grounding steps.
        went_on: The person has read it.
    """

    numbers_asked = Signal(str)
    plan_asked = Signal()
    ground_me_asked = Signal()
    went_on = Signal()

    def __init__(self, cards: Sequence[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="cards-page")
        frame.addWidget(page)
        self._heading = heading(self.tr("Kept. Please read this before you go on."), "cards-heading", self)
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = " ".join((self._heading.text(), *(card.text for card in cards)))
        page.column.addWidget(self._heading)
        for card in cards:
            shown = AdviceCard(card, closes=False, parent=self)
            shown.numbers_asked.connect(self.numbers_asked)
            shown.plan_asked.connect(self.plan_asked)
            page.column.addWidget(shown)
        ground = buttons.link(self.tr("Ground me"), "ground-me", self)
        ground.clicked.connect(self.ground_me_asked)
        self._go_on = buttons.primary(self.tr("Go on"), "go-on", self)
        self._go_on.clicked.connect(self.went_on)
        line = QHBoxLayout()
        line.addWidget(ground)
        line.addStretch(1)
        line.addWidget(self._go_on)
        page.column.addLayout(line)
        page.column.addStretch(1)

    def title(self) -> str:
        """What a screen reader says of it: all there is to read."""
        return self._title

    def start_focus(self) -> None:
        """Begin with the words: a stray Enter passes nothing over."""
        self._heading.setFocus()

"""One question with its answer, and what belongs under it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Item, ItemType
from kat_journal.gui.runner.cards import CardSlot
from kat_journal.gui.runner.fields import make_field
from kat_journal.gui.runner.fields.text import TextField
from kat_journal.gui.widgets.texts import Text, body, muted, small, subheading
from kat_journal.services.advice import Card

GAP = 8


class ItemBox(QWidget):
    """Stands on a page among others, or alone as the one question asked.

    Signals:
        changed: Item id, and whether it was a tap.
        numbers_asked: A line of the Support page.
        plan_asked: The plan for hard hours.
        card_closed: Item and advice id.
    """

    changed = Signal(str, bool)
    numbers_asked = Signal(str)
    plan_asked = Signal()
    card_closed = Signal(str, str)

    def __init__(self, item: Item, *, alone: bool = False, fills: bool = False, parent: QWidget | None = None) -> None:
        """Make a box; one that stands alone leaves the question to the page, one that fills takes all the height."""
        super().__init__(parent)
        self.item = item
        self.field = make_field(item, self, fills=fills)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        if not alone:
            self._add_question()
        self._add_field(fills=fills)
        self._previous = small("", f"item-{item.id}-previous", self)
        self._previous.hide()
        self._column.addWidget(self._previous)
        self._cards = CardSlot(self)
        self._cards.numbers_asked.connect(self.numbers_asked)
        self._cards.plan_asked.connect(self.plan_asked)
        self._cards.closed.connect(self._on_card_closed)
        self._column.addWidget(self._cards)
        if fills and not isinstance(self.field, TextField):
            self._column.addStretch(1)

    def add_below(self, widget: QWidget) -> None:
        """Put something right under the answer."""
        self._column.insertWidget(self._column.indexOf(self._previous), widget)

    def show_previous(self, line: str) -> None:
        """Show last time's answer."""
        self._previous.setText(line)
        self._previous.show()

    @property
    def cards(self) -> CardSlot:
        """Where advice cards stand."""
        return self._cards

    @property
    def has_cards(self) -> bool:
        """Whether an advice card stands under the answer."""
        return self._cards.has_cards

    def show_card(self, card: Card) -> None:
        """Show an advice card under the answer."""
        self._cards.add(card)

    def focus(self, caret: int = 0) -> None:
        """Let the person answer here."""
        if self.field is not None:
            self.field.target().setFocus()
            self.field.set_caret(caret)

    def _add_question(self) -> None:
        item, field = self.item, self.field
        texts: list[Text] = []
        if field is None or not field.asks_itself:
            texts.append(_question(item, self))
        if item.hint:
            texts.append(muted(item.hint, f"item-{item.id}-hint", self))
        if field is None or not field.stand_beside(texts):
            for text in texts:
                self._column.addWidget(text)
        for text in reversed(texts):
            text.lower()  # a screen reader walks through parts as they are stacked: the question before its answer

    def _add_field(self, *, fills: bool) -> None:
        if self.field is None:
            return
        self.field.changed.connect(self._on_changed)
        if self.item.hint:
            self.field.describe(self.item.hint)
        if fills and isinstance(self.field, TextField):
            self._column.addWidget(self.field, 1)
        else:
            self._column.addWidget(self.field)

    @Slot(str, str)
    def _on_card_closed(self, item: str, advice: str) -> None:
        """Go back to the question: the button that had the focus is gone."""
        self.focus(self.field.caret() if self.field is not None else 0)
        self.card_closed.emit(item, advice)

    @Slot(bool)
    def _on_changed(self, tapped: bool) -> None:
        self.changed.emit(self.item.id, tapped)


def _question(item: Item, parent: QWidget) -> Text:
    name = f"item-{item.id}-ask"
    if item.type is ItemType.TEXT and item.lines > 1:
        return subheading(item.ask, name, parent)
    return body(item.ask, name, parent)

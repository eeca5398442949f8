"""One question: the words that stand there now, and below them those that stood there before."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.clock import local_day
from kat_journal.gui.dates import clock_time, long_day
from kat_journal.gui.widgets.buttons import Button, link, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, quote, small, subheading
from kat_journal.services.versions import Earlier, QuestionVersions

AT_ONCE = 5
"""How many versions are shown before a person asks for older ones."""

CARD_GAP = 12


class QuestionPart(QWidget):
    """A question with its versions, the newest first.

    Signals:
        bring_back_asked: Id of a version.
        grown: Older versions are shown.
    """

    bring_back_asked = Signal(int)
    grown = Signal()

    def __init__(self, question: QuestionVersions, zone: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._today = today
        self._name = question.item_id
        self._waiting = list(question.earlier)
        self._buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(CARD_GAP)
        self._column.addWidget(subheading(question.ask or self.tr("A question of another time")))
        self._column.addWidget(self._present(question))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(CARD_GAP)
        self._column.addLayout(self._cards)
        self._older = link(self.tr("Show older ones"), f"older-{self._name}")
        self._older.clicked.connect(self._on_older)
        self._column.addLayout(row(self._older))
        self._show_more()

    def _present(self, question: QuestionVersions) -> Card:
        card = Card(name=f"present-{self._name}", variant="low")
        card.column.addWidget(small(self.tr("As it is now")))
        if question.present:
            card.column.addWidget(quote(question.present, f"present-{self._name}-words"))
        else:
            card.column.addWidget(muted(self.tr("Nothing stands here now.")))
        return card

    def _show_more(self) -> None:
        for earlier in self._waiting[:AT_ONCE]:
            card = self._card(earlier)
            self._cards.addWidget(card)
            card.show()
        del self._waiting[:AT_ONCE]
        self._older.setVisible(bool(self._waiting))

    def _card(self, earlier: Earlier) -> Card:
        card = Card(name=f"version-{earlier.id}", variant="low")
        when = self._when(earlier.written_at)
        card.column.addWidget(small(when))
        card.column.addWidget(quote(earlier.words, f"version-{earlier.id}-words"))
        button = secondary(self.tr("Bring this back"), f"bring-back-{earlier.id}")
        button.setAccessibleDescription(when)
        button.setProperty("version", earlier.id)
        button.clicked.connect(self._on_chosen)
        self._buttons.append(button)
        card.column.addLayout(row(button))
        return card

    def _when(self, instant: datetime) -> str:
        day = local_day(instant, self._zone)
        year = "" if day.year == self._today.year else f" {day.year}"
        return f"{long_day(day)}{year}, {clock_time(instant, self._zone)}"

    def _on_chosen(self) -> None:
        self.bring_back_asked.emit(self.sender().property("version"))

    def _on_older(self) -> None:
        first = len(self._buttons)
        self._show_more()
        self.grown.emit()
        self._buttons[first].setFocus()

"""What is open besides the one action: a quiet list, each with whom it belongs to and its own time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kat_journal.domain.messages import Messages
from kat_journal.gui.today.offer_card import MOST_OFFERS
from kat_journal.gui.today.sentences import whose
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.emptying import empty
from kat_journal.services.offers import Offer
from kat_journal.services.today import TodayView

AT_FIRST = 2
"""Rows, where there are more than one more of them."""
ACROSS = 24
"""Pixels between the two columns."""


class AlsoOpen(QWidget):
    """A few rows, and the rest at request; hidden while there are none.

    Signals:
        taken: The offer to open.
        unfolded: More rows are there now.
    """

    taken = Signal(object)
    unfolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("also-open")
        self._folded: list[QWidget] = []
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(0)
        self._rows.setHorizontalSpacing(ACROSS)
        self._rows.setColumnStretch(1, 1)
        self._more = buttons.link(self.tr("Show the rest"), "show-also-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(texts.small(self.tr("Also open")))
        column.addLayout(self._rows)
        column.addWidget(self._more)
        self._more.clicked.connect(self._unfold)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], view: TodayView, messages: Messages) -> None:
        """Show other offers, in their order."""
        empty(self._rows)
        at_first = AT_FIRST if len(offers) > AT_FIRST + 1 else len(offers)
        self._folded = []
        for place, offer in enumerate(offers):
            line = self._line(offer, whose(offer, view, messages), place)
            if place >= at_first:
                self._folded += line
        for widget in self._folded:
            widget.hide()
        self._more.setVisible(bool(self._folded))
        self.setVisible(bool(offers))

    def _line(self, offer: Offer, words: str, place: int) -> tuple[QWidget, QWidget]:
        button = buttons.link(offer.title, f"also-open-{place}")
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.taken.emit(offer))
        about = texts.muted(words)
        self._rows.addWidget(button, place, 0)
        self._rows.addWidget(about, place, 1)
        return button, about

    def _unfold(self) -> None:
        folded, self._folded = self._folded, []
        for widget in folded:
            widget.show()
        self._more.hide()
        self.unfolded.emit()
        folded[0].setFocus()


def rest_of(view: TodayView) -> tuple[Offer, ...]:
    """What the card has no room for, then what belongs to something else; nothing while the page has a question."""
    return () if view.ask_about is not None else (*view.sitting[MOST_OFFERS:], *view.also_open)

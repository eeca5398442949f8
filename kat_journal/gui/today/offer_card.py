"""The card with the one action, and the card that asks whether a session took place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.clock import local_day
from kat_journal.domain.form import Phase
from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import long_day
from kat_journal.gui.today.sentences import action, invitation
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.services.offers import Offer
from kat_journal.services.today import TodayView

MOST_OFFERS = 3
"""On the card; what else is open stands in the quiet list below it."""


class OfferCard(Card):
    """Offers the first open form; the others are quieter buttons beside it.

    Signals:
        taken: The offer to open.
        put_off: The first offer, to be left alone for today.
        card_asked: The card for the person who will be there.
    """

    taken = Signal(object)
    put_off = Signal(object)
    card_asked = Signal()

    def __init__(self, view: TodayView, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="offer")
        first = view.sitting[0]
        self._main = buttons.primary(action(first), "take-offer")
        self._main.setAccessibleDescription(first.title)
        not_now = buttons.secondary(self.tr("Not now"), "not-now")
        not_now.setAccessibleDescription(first.title)
        self.column.addWidget(texts.subheading(first.title, "offer-title"))
        self.column.addWidget(texts.muted(invitation(first, view)))
        also = [self._also(offer) for offer in view.sitting[1:MOST_OFFERS]]
        if first.phase is Phase.BEFORE and first.session_id is not None:
            card = buttons.secondary(self.tr("Card for the person with me"), "sitter-card")
            card.clicked.connect(self.card_asked)
            also.append(card)
        self.column.addLayout(row(self._main, *also, not_now))
        self._main.clicked.connect(lambda: self.taken.emit(first))
        not_now.clicked.connect(lambda: self.put_off.emit(first))

    def start_focus(self) -> None:
        """Put the focus on the one action."""
        self._main.setFocus()

    def _also(self, offer: Offer) -> QWidget:
        button = buttons.secondary(offer.title, f"also-{offer.form_id.partition(':')[2]}")
        button.clicked.connect(lambda: self.taken.emit(offer))
        return button


class AskCard(Card):
    """Asks once whether a planned session took place.

    Signals:
        held: It did (its id).
        moved: It was moved (its id).
        cancelled: It did not happen (its id).
    """

    held = Signal(int)
    moved = Signal(int)
    cancelled = Signal(int)

    def __init__(self, view: TodayView, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="ask")
        session = view.ask_about
        assert session is not None  # noqa: S101 - shown only where there is one to ask about
        start = session.start
        assert start is not None  # noqa: S101 - only sessions with a time are asked about
        question = self.tr("Did your {0} session take place?").format(messages.ordinal(view.ask_number))
        self.column.addWidget(texts.subheading(question, "ask-title"))
        day = long_day(local_day(start, session.zone))
        planned = self.tr("It was planned for {0}.").format(day)
        self.column.addWidget(texts.muted(planned))
        self._yes = buttons.primary(self.tr("Yes"), "ask-yes")
        moved = buttons.secondary(self.tr("It was moved"), "ask-moved")
        no = buttons.secondary(self.tr("No"), "ask-no")
        for answer in (self._yes, moved, no):
            answer.setAccessibleDescription(f"{question} {planned}")
        self.column.addLayout(row(self._yes, moved, no))
        self._yes.clicked.connect(lambda: self.held.emit(session.id))
        moved.clicked.connect(lambda: self.moved.emit(session.id))
        no.clicked.connect(lambda: self.cancelled.emit(session.id))

    def start_focus(self) -> None:
        """Put the focus on the first answer."""
        self._yes.setFocus()

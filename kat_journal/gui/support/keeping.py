"""What of the person's own can be read while the journal is locked: nothing, unless they say so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.domain.support_card import CardOffer, CardState
from kat_journal.gui.support.choosing import Choosing
from kat_journal.gui.support.readable import CardWords
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.texts import body, subheading


class KeepingCard(Card):
    """Shows how the readable card stands, and lets it be changed or turned off.

    Attributes:
        choosing: Where it is changed.

    Signals:
        turned_off: Nothing may be readable any more.
        changed_shape: Other controls are shown.
        look_wanted: Whether something about it needs a look.
    """

    turned_off = Signal()
    changed_shape = Signal()
    look_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="keeping")
        self._offer: CardOffer | None = None
        self._calm = False
        self.column.addWidget(subheading(self.tr("Readable while locked")))
        self._state = body("", "readable-state")
        self._words = CardWords("kept", self)
        self._notice = Notice(self, name="readable-notice")
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons, 10)
        self._choose = secondary(self.tr("Choose what stays readable"), "readable-choose")
        self._choose.clicked.connect(self._on_choose)
        self._off = secondary(self.tr("Turn it off"), "readable-off")
        self._off.clicked.connect(self.turned_off)
        flow.addWidget(self._choose)
        flow.addWidget(self._off)
        self.choosing = Choosing(self)
        self.choosing.hide()
        self.choosing.left.connect(self._on_left)
        self.choosing.changed.connect(self.changed_shape)
        for one in (self._state, self._words, self._notice, self._buttons, self.choosing):
            self.column.addWidget(one)

    def show_offer(self, offer: CardOffer, *, calm: bool) -> None:
        """Show how it stands; a choice that is going on is left alone."""
        self._offer, self._calm = offer, calm
        is_on = offer.state is not CardState.OFF
        self._state.setText(self._said(offer.state))
        self._words.show_card(offer.card)
        self._words.setVisible(is_on and not offer.card.is_empty)
        self._choose.setText(self.tr("Look and change") if is_on else self.tr("Choose what stays readable"))
        self._off.setVisible(is_on)
        self.changed_shape.emit()
        self.look_wanted.emit(offer.state in {CardState.CHANGED, CardState.NOT_OURS})

    def say(self, words: str) -> None:
        """Say what was done, and fold the choice away."""
        self._on_left()
        self._notice.show_text(words)

    def show_problem(self, words: str) -> None:
        """Say what went wrong; the choice stays as it is."""
        self._notice.show_text(words)

    def begin(self) -> None:
        """Put the focus where it can be changed."""
        self._choose.setFocus()

    def _on_choose(self) -> None:
        if self._offer is not None:
            self._notice.clear()
            self._buttons.hide()
            self.choosing.begin(self._offer.card, self._offer.people, self._offer.plan, calm=self._calm)
            self.changed_shape.emit()

    def _on_left(self) -> None:
        self.choosing.hide()
        self._buttons.show()
        self._choose.setFocus()
        self.changed_shape.emit()

    def _said(self, state: CardState) -> str:
        said = {
            CardState.OFF: self.tr(
                "While your journal is locked, nothing of yours is on this page. If you like, you can keep a few "
                "things readable: people to ring, parts of your plan, a line of your own."
            ),
            CardState.AS_SEEN: self.tr("While your journal is locked, anyone at this computer can read this here:"),
            CardState.CHANGED: self.tr(
                "Your people or your plan have changed since you chose this. While locked, this page still says what "
                "stands here. What you took out altogether goes when you lock. Anything new waits until you look."
            ),
            CardState.NOT_OURS: self.tr(
                "What is readable while locked is not what you chose: its file is gone, or was changed. A restored "
                "backup, a program that syncs or somebody at this computer can do that. Look and keep it again, or "
                "turn it off."
            ),
        }
        return said[state]

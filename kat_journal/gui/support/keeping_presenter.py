"""Keeps what the person chose readable, and nothing that they did not see."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kat_journal.domain.support_card import CardOffer, ReadableCard
from kat_journal.gui.failures import plain_words
from kat_journal.gui.support.keeping import KeepingCard

if TYPE_CHECKING:
    from kat_journal.gui.context import PageContext


class KeepingPresenter(QObject):
    """Decides what the card about the readable card shows."""

    def __init__(self, card: KeepingCard, context: "PageContext") -> None:
        super().__init__(card)
        self._card = card
        self._context = context
        card.choosing.kept.connect(self._on_kept)
        card.turned_off.connect(self._on_turned_off)

    def load(self) -> None:
        """Look, at first and anew: people and plan may have changed."""
        self._do(lambda: None, "")

    def _do(self, work: Callable[[], None], said: str) -> None:
        service, calm = self._context.journal.support_card, self._context.journal.calm_hours

        def do_and_look() -> tuple[CardOffer, bool]:
            work()
            return service.offer(), calm.active()

        def then(found: tuple[CardOffer, bool]) -> None:
            self._card.show_offer(found[0], calm=found[1])
            if said:
                self._card.say(said)

        self._context.tasks.journal(do_and_look, context=self, then=then, failed=self._on_failed)

    def _on_kept(self, card: ReadableCard) -> None:
        keep = self._context.journal.support_card.keep
        self._do(lambda: keep(card), self.tr("Kept. It stands on Support while your journal is locked."))

    def _on_turned_off(self) -> None:
        turn_off = self._context.journal.support_card.turn_off
        self._do(turn_off, self.tr("The file was overwritten and removed. Nothing of yours is readable while locked."))

    def _on_failed(self, error: Exception) -> None:
        self._card.show_problem(plain_words(error))

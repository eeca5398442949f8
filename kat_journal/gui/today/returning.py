"""Keeps what the person says of something that has come back, and takes it back again."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.ids import Uid
from kat_journal.domain.practice import LaterState
from kat_journal.gui.context import PageContext
from kat_journal.gui.today.later_card import LaterCard
from kat_journal.services.reminders import Reminder

T = TypeVar("T")


class Returning(QObject):
    """Lives with its card."""

    def __init__(
        self, card: LaterCard, reminder: Reminder, context: PageContext, failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(card)
        self._card = card
        self._uid = reminder.uid or Uid("")
        self._words = reminder.detail
        self._context = context
        self._failed = failed
        self._question: Uid | None = None
        card.settled.connect(self._on_settled)
        card.step_asked.connect(self._on_step)
        card.again_asked.connect(self._on_again)
        card.undo_asked.connect(self._on_undo)

    @Slot(object)
    def _on_settled(self, state: LaterState) -> None:
        def told(question: Uid | None) -> None:
            self._question = question
            self._card.show_settled(state)

        self._call(partial(self._context.journal.returning.answer, self._uid, state), told)

    @Slot()
    def _on_step(self) -> None:
        self._call(partial(self._context.journal.practices.add, self._words), lambda _: self._card.show_step())

    @Slot()
    def _on_again(self) -> None:
        again = partial(self._context.journal.practices.park_again, self._uid)
        self._call(again, lambda _: self._card.show_parked())

    @Slot()
    def _on_undo(self) -> None:
        undo = partial(self._context.journal.returning.take_back, self._uid, self._question)
        self._call(undo, lambda _: self._card.show_question())

    def _call(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._failed)

"""Does with the files of a summary what the person answers on Today."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today.saved_card import SavedCard
from kat_journal.gui.today.saved_words import kept_words, outcome_words
from kat_journal.services.reminders import Reminder
from kat_journal.services.shared import Deletion

T = TypeVar("T")
Failed = Callable[[Exception], None]


class LettingGo(QObject):
    """Lives as long as its card. Only those files are touched that the card speaks of."""

    def __init__(self, card: SavedCard, reminder: Reminder, context: PageContext, failed: Failed) -> None:
        super().__init__(card)
        self._card = card
        self._records = reminder.records
        self._context = context
        self._failed = failed
        self._is_busy = False
        card.accepted.connect(self._on_delete)
        card.kept.connect(self._on_keep)
        card.list_asked.connect(self._on_list)

    @Slot()
    def _on_delete(self) -> None:
        self._answer(partial(self._context.journal.shared.delete, self._records), self._tell)

    @Slot()
    def _on_keep(self) -> None:
        kept = kept_words(len(self._records))
        keep = partial(self._context.journal.shared.keep, self._records)
        self._answer(keep, lambda _: self._card.show_outcome(kept))

    @Slot()
    def _on_list(self) -> None:
        self._context.navigator.go(Place(PageName.SHARED))

    def _answer(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Take one answer at a time: a second press must not be told that the file is gone."""
        if self._is_busy:
            return
        self._is_busy = True

        def told(outcome: T) -> None:
            self._is_busy = False
            then(outcome)

        self._context.tasks.journal(work, context=self, then=told, failed=self._on_failed)

    def _tell(self, outcome: Deletion) -> None:
        words = outcome_words(len(outcome.deleted), len(outcome.untouched))
        if outcome.reason is not None:
            self._records = outcome.refused
            self._card.show_refused(f"{words} {plain_words(outcome.reason)}".strip())
        else:
            self._card.show_outcome(words)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._failed(error)

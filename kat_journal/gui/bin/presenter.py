"""Reads the bin, takes things out of it, and deletes for good what a person has said yes to."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.ids import Uid
from kat_journal.gui.bin.view import BinView
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.services.bin import Binned

T = TypeVar("T")


class BinPresenter(QObject):
    """Decides what the bin's page does."""

    def __init__(self, view: BinView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.restored.connect(self._on_restored)
        view.purge_asked.connect(self._on_purge_asked)
        view.purged.connect(self._on_purged)
        view.empty_asked.connect(self._on_empty_asked)
        view.emptied.connect(self._on_emptied)
        view.back_asked.connect(context.navigator.back)
        self._call(self._context.journal.bin.trashed, self._view.show_rows)

    @Slot(object)
    def _on_restored(self, row: Binned) -> None:
        self._change(partial(self._context.journal.bin.restore, row.uid), lambda: self._view.say_restored(row))

    @Slot(str)
    def _on_purge_asked(self, uid: str) -> None:
        self._call(self._context.journal.calm_hours.active, lambda calm: self._view.ask_to_purge(Uid(uid), calm=calm))

    @Slot(str)
    def _on_purged(self, uid: str) -> None:
        self._change(partial(self._context.journal.bin.purge, Uid(uid)), self._view.say_purged)

    @Slot()
    def _on_empty_asked(self) -> None:
        self._call(self._context.journal.calm_hours.active, lambda calm: self._view.ask_to_empty(calm=calm))

    @Slot()
    def _on_emptied(self) -> None:
        self._change(self._context.journal.bin.empty, self._view.say_purged)

    def _change(self, work: Callable[[], None], say: Callable[[], None]) -> None:
        """Change the bin, then show what is left of it and say what was done."""
        trashed = self._context.journal.bin.trashed

        def changed() -> tuple[Binned, ...]:
            work()
            return trashed()

        def show(rows: tuple[Binned, ...]) -> None:
            self._view.show_rows(rows)
            say()

        self._call(changed, show)

    def _call(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))

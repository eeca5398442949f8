"""Reads the lists, does what a person asks for, and takes it back again."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot

from kat_journal.gui.carry import acting, shown
from kat_journal.gui.carry.shown import Shown
from kat_journal.gui.carry.view import CarryPage
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.services.practices import PracticeService


class CarryPresenter(QObject):
    """Decides what the page does. What can be taken back is held here, and goes with the page."""

    def __init__(self, view: CarryPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._undo: acting.Undo | None = None
        view.acted.connect(self._on_acted)
        view.forced.connect(self._act)
        view.changed.connect(self._on_changed)
        view.undo_asked.connect(self._on_undo)
        view.something_kept.connect(self._load)
        view.back_asked.connect(context.navigator.back)
        self._load()

    @property
    def _practices(self) -> PracticeService:
        return self._context.journal.practices

    @Slot()
    def _load(self) -> None:
        self._call(partial(_read, self._practices), self._view.show_lists)

    @Slot(object, str)
    def _on_acted(self, row: Shown, key: str) -> None:
        if key == "away":
            calm = self._context.journal.calm_hours.active
            self._call(calm, lambda calm: self._view.ask_to_wait(row, key) if calm else self._act(row, key))
        else:
            self._act(row, key)

    @Slot(object, str)
    def _act(self, row: Shown, key: str) -> None:
        self._change(partial(acting.act, self._practices, row, key), shown.done(key))

    @Slot(object, str)
    def _on_changed(self, row: Shown, words: str) -> None:
        self._change(partial(acting.change, self._practices, row, words), shown.done("change"))

    @Slot()
    def _on_undo(self) -> None:
        if self._undo is not None:
            self._change(partial(_take_back, self._undo), "")

    def _change(self, work: Callable[[], acting.Undo | None], words: str) -> None:
        """Do something, show what is there now, say what was done."""
        practices = self._practices

        def changed() -> Any:
            undo = work()
            return undo, _read(practices)

        def show(result: Any) -> None:
            self._undo, lists = result
            self._view.show_lists(lists)
            self._view.say(words, undo=self._undo is not None)

        self._call(changed, show)

    def _call(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))


def _read(practices: PracticeService) -> Any:
    return shown.listed(practices.carried(), practices.today())


def _take_back(undo: acting.Undo) -> None:
    undo()

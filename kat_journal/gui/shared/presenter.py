"""Reads what left, looks whether the files are still there, and does with them what a person says."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.shared.view import SharedView
from kat_journal.gui.shared.words import tr
from kat_journal.services.shared import Deletion, file_states

T = TypeVar("T")


class SharedPresenter(QObject):
    """Decides what the page does. Files are looked at beside the journal: a slow drive holds up neither."""

    def __init__(self, view: SharedView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._shared = context.journal.shared
        view.shown.connect(self._on_shown)
        view.inside_asked.connect(self._on_inside)
        view.delete_asked.connect(self._on_delete)
        view.keep_asked.connect(self._on_keep)
        view.forget_asked.connect(self._on_forget_asked)
        view.forgotten.connect(self._on_forgotten)
        view.share_asked.connect(self._on_share)
        view.back_asked.connect(context.navigator.back)
        self._call(self._shared.records, view.show_records)

    @Slot(object)
    def _on_shown(self, records: Sequence[ShareRecord]) -> None:
        self._context.tasks.pool(
            partial(file_states, tuple(records)), context=self, then=self._view.show_states, failed=self._on_failed
        )

    @Slot(object)
    def _on_inside(self, record: ShareRecord) -> None:
        self._call(partial(self._shared.contents, record), partial(self._view.show_contents, record))

    @Slot(object)
    def _on_delete(self, record: ShareRecord) -> None:
        self._call(partial(self._shared.delete, (record,)), partial(self._tell, record))

    @Slot(object)
    def _on_keep(self, record: ShareRecord) -> None:
        words = tr("It stays where it is. This program has forgotten where that is, and does not offer to delete it.")
        keep = partial(self._shared.keep, (record,))
        self._call(keep, lambda _: self._view.show_let_go(record, words))

    @Slot(object)
    def _on_forget_asked(self, record: ShareRecord) -> None:
        self._call(self._context.journal.calm_hours.active, lambda calm: self._view.ask_to_forget(record, calm=calm))

    @Slot(object)
    def _on_forgotten(self, record: ShareRecord) -> None:
        shared = self._shared

        def forgotten() -> tuple[ShareRecord, ...]:
            shared.forget(record.uid)
            return shared.records()

        def show(records: tuple[ShareRecord, ...]) -> None:
            self._view.show_records(records)
            self._view.say_forgotten()

        self._call(forgotten, show)

    @Slot()
    def _on_share(self) -> None:
        self._context.navigator.go(Place(PageName.SHARE))

    def _tell(self, record: ShareRecord, outcome: Deletion) -> None:
        if outcome.deleted:
            self._view.show_let_go(record, tr("The file is deleted. Copies that went elsewhere stay where they are."))
        elif outcome.reason is not None:
            self._view.say(record, plain_words(outcome.reason))
        else:
            self._view.say(
                record,
                tr("The file was changed or moved since you saved it. It was left alone, and nothing was deleted."),
            )
            self._on_shown((record,))

    def _call(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))

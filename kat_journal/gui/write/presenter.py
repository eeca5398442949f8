"""Reads the list of what was written, opens it, and moves it to the bin and back."""

from functools import partial

from PySide6.QtCore import QObject

from kat_journal.domain.ids import FormId, ResponseId, Uid
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.write.model import PAGE
from kat_journal.gui.write.view import WriteView
from kat_journal.services.written import Written

FREE_PAGE = FormId("core:free-page")


class WritePresenter(QObject):
    """Decides what the Write page does."""

    def __init__(self, view: WriteView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.new_wanted.connect(self._on_new)
        view.opened.connect(self._on_opened)
        view.versions_wanted.connect(self._on_versions)
        view.bin_wanted.connect(self._on_bin)
        view.shelf_wanted.connect(self._on_shelf)
        view.trashed.connect(self._on_trashed)
        view.restored.connect(self._on_restored)
        view.more_wanted.connect(self._on_more)
        self._load()

    def _load(self) -> None:
        newest = self._context.journal.written.newest
        self._context.tasks.journal(
            partial(newest, PAGE), context=self, then=self._view.show_rows, failed=self._on_failed
        )

    def _on_more(self, last: ResponseId) -> None:
        newest = self._context.journal.written.newest
        self._context.tasks.journal(
            partial(newest, PAGE, last), context=self, then=self._view.append_rows, failed=self._on_failed
        )

    def _on_new(self) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, form_id=FREE_PAGE))

    def _on_opened(self, uid: str) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, response_uid=Uid(uid)))

    def _on_versions(self, uid: str) -> None:
        self._context.navigator.go(Place(PageName.VERSIONS, response_uid=Uid(uid)))

    def _on_bin(self) -> None:
        self._context.navigator.go(Place(PageName.BIN))

    def _on_shelf(self) -> None:
        self._context.navigator.go(Place(PageName.SHELF))

    def _on_trashed(self, row: Written) -> None:
        self._context.tasks.journal(
            partial(self._context.journal.responses.trash, row.uid),
            context=self,
            then=lambda _: self._view.show_trashed(row),
            failed=self._on_move_failed,
        )

    def _on_restored(self, uid: str) -> None:
        self._context.tasks.journal(
            partial(self._context.journal.responses.restore, Uid(uid)),
            context=self,
            then=lambda _: self._load(),
            failed=self._on_move_failed,
        )

    def _on_move_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))
        self._load()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))

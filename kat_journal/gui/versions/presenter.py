"""Reads the earlier words of a page, and brings them back."""

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.clock import local_day
from kat_journal.domain.ids import Uid
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.versions.view import VersionsView
from kat_journal.services.versions import History


class VersionsPresenter(QObject):
    """Decides what the page of earlier versions does."""

    def __init__(self, view: VersionsView, context: PageContext, uid: Uid) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._uid = uid
        self._busy = False
        view.bring_back_asked.connect(self._on_bring_back)
        view.back_asked.connect(context.navigator.back)
        versions = context.journal.versions
        context.tasks.journal(lambda: versions.versions(uid), context=self, then=self._show, failed=self._on_failed)

    def _show(self, history: History | None) -> None:
        if history is None:
            self._view.show_missing()
            return
        zone = self._context.clock.zone()
        self._view.show_history(history, zone, local_day(self._context.clock.now(), zone))

    @Slot(int)
    def _on_bring_back(self, version_id: int) -> None:
        if self._busy:
            return  # a second click on the same button
        self._busy = True
        versions, uid = self._context.journal.versions, self._uid

        def work() -> tuple[int | None, History | None]:
            return versions.bring_back(uid, version_id), versions.versions(uid)

        self._context.tasks.journal(work, context=self, then=self._on_back, failed=self._on_failed)

    def _on_back(self, result: tuple[int | None, History | None]) -> None:
        self._busy = False
        undo, history = result
        self._show(history)
        self._view.say_back(undo)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._view.show_problem(plain_words(error))

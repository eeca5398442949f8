"""Changes the passphrase."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from kat_journal.errors import WrongPassphraseError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.keys.view import KeysView
from kat_journal.gui.passphrase.presenter import NewPassphrasePresenter
from kat_journal.services.backup_run import Done, Run

T = TypeVar("T")


class Changing(QObject):
    """Decides what the card for the passphrase does."""

    def __init__(self, view: KeysView, context: PageContext) -> None:
        super().__init__(view)
        self._card = view.change
        self._context = context
        words = NewPassphrasePresenter(view.change.fields, context.tasks, context.offer_words)
        self._card.begun.connect(self._on_begun)
        self._card.unfolded.connect(words.offer)
        self._card.given.connect(self._on_given)
        self._card.backup_asked.connect(self._on_backup)

    @Slot()
    def _on_begun(self) -> None:
        def told(calm: bool) -> None:
            if calm:
                self._card.advise_to_wait()
            else:
                self._card.unfold()

        self._call(self._context.journal.calm_hours.active, told)

    @Slot(str, str)
    def _on_given(self, current: str, new: str) -> None:
        self._card.show_busy()
        self._call(
            partial(self._context.journal.keys.change_passphrase, current, new), lambda _: self._card.show_changed()
        )

    @Slot()
    def _on_backup(self) -> None:
        self._card.say(self.tr("Making a backup\u2026"))
        self._call(partial(self._context.journal.backups.begin, anyway=True), self._finish)

    def _finish(self, run: Run) -> None:
        """The long part, which needs no journal."""

        def made(done: Done) -> None:
            self._context.tasks.journal(partial(self._context.journal.backups.note, done), context=self)
            self._card.say(self.tr("A new backup was made. It opens with the new passphrase."))

        self._context.tasks.pool(run.finish, context=self, then=made, failed=self._on_failed)

    def _call(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.tasks.journal(work, context=self, then=then, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._card.show_trouble(plain_words(error), at_current=isinstance(error, WrongPassphraseError))

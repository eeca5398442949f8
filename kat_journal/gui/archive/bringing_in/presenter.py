"""Leads from a file to an open journal. Nothing is made before the last step, and then all of it or nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kat_journal.errors import CommonPassphraseError, UnusablePassphraseError
from kat_journal.gui.archive.bringing_in.view import BringingInView
from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.passphrase.presenter import NewPassphrasePresenter
from kat_journal.gui.tasks import Tasks
from kat_journal.services.archive_in import GivenUp, look
from kat_journal.services.backup_run import Watch

if TYPE_CHECKING:
    from kat_journal.services.journal import OpenJournal

LOOKED_EVERY = 200
"""Milliseconds from look to look at how far it is."""


class BringingInPresenter(QObject):
    """Looks at the file on the pool; the journal is made and opened on its own thread."""

    def __init__(
        self,
        view: BringingInView,
        gate: Gate,
        tasks: Tasks,
        dialogs: Dialogs,
        on_open: Callable[..., None],
        on_back: Callable[..., None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._dialogs = dialogs
        self._on_open = on_open
        self._on_back = on_back
        self._path = Path()
        self._size = 0
        self._watch = Watch()
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self._look)
        view.file_asked.connect(self._on_file)
        view.chosen.connect(self._on_chosen)
        view.stop_asked.connect(self._on_stop)
        view.back_asked.connect(lambda: on_back())
        self._offer = NewPassphrasePresenter(view.fields, tasks, gate.offer_words).offer

    @Slot()
    def _on_file(self) -> None:
        title, filters = self.tr("Choose the file with everything"), self.tr("Everything (*.json)")
        chosen = self._dialogs.open_file(self._view, title, Path.home(), filters)
        if chosen is not None:
            self._path = chosen
            self._tasks.pool(partial(look, chosen), context=self, then=self._on_looked, failed=self._on_refused)

    def _on_looked(self, size: int) -> None:
        self._size = size
        self._view.show_naming(self._path.name)
        if not self._view.fields.is_own:
            self._offer()

    def _on_refused(self, error: Exception) -> None:
        self._view.show_choosing(plain_words(error))

    @Slot(str)
    def _on_chosen(self, passphrase: str) -> None:
        self._watch = Watch()
        self._view.show_progress()
        self._timer.start()
        work = partial(self._gate.bring_in, self._path, passphrase, self._watch)
        self._tasks.journal(work, context=self, then=self._on_made, failed=self._on_failed)

    @Slot()
    def _on_stop(self) -> None:
        self._watch.stopped = True

    def _look(self) -> None:
        self._view.show_progress(min(99, 100 * self._watch.handled // max(1, self._size)))

    def _on_made(self, journal: "OpenJournal") -> None:
        self._timer.stop()
        self._view.fields.forget()
        self._on_open(journal)

    def _on_failed(self, error: Exception) -> None:
        self._timer.stop()
        if isinstance(error, GivenUp):
            self._view.show_naming(self._path.name, self.tr("Stopped. Nothing was made."))
        elif isinstance(error, CommonPassphraseError | UnusablePassphraseError):
            self._view.show_naming(self._path.name, plain_words(error))
        elif self._gate.has_journal():  # it is there, and could not be opened
            self._on_back(plain_words(error))
        else:
            self._view.show_choosing(plain_words(error))

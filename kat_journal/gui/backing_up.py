"""Automatic backups: begun at a quiet moment after unlocking, and given up at once when anybody needs the journal."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.tasks import ignore
from kat_journal.services.backup_run import Done, Run, Watch
from kat_journal.services.backups import GivenUp

FIRST = 20_000
EVERY = 600_000
AGAIN = 30_000
"""Milliseconds: after unlocking, from question to question, and after somebody needed the journal."""


class BackingUp(QObject):
    """Lives from unlock to lock. Says nothing: Settings tells how old the newest backup is."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._backups = context.journal.backups
        self._watch = Watch()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.ask)
        # The lock waits for nobody: what runs on the pool is told that it is not wanted any more.
        self.destroyed.connect(partial(_stop, self._watch))
        self._timer.start(FIRST)

    def ask(self) -> None:
        """See whether a backup is to be made, and make it."""
        self._tasks.journal(self._backups.due, context=self, then=self._on_due, failed=self._on_failed)

    def _on_due(self, due: bool) -> None:
        if not due:
            self._timer.start(EVERY)
            return
        begin = partial(self._backups.begin, self._tasks.is_wanted)
        self._tasks.journal(begin, context=self, then=self._on_begun, failed=self._on_failed)

    def _on_begun(self, run: Run) -> None:
        self._tasks.pool(partial(run.finish, self._watch), context=self, then=self._on_done, failed=self._on_failed)

    def _on_done(self, done: Done) -> None:
        self._tasks.journal(partial(self._backups.note, done), context=self, failed=ignore)
        self._timer.start(EVERY)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, GivenUp):
            self._timer.start(AGAIN)
            return
        plain_words(error)  # which logs what nobody expected
        self._timer.start(EVERY)


def _stop(watch: Watch) -> None:
    watch.stopped = True

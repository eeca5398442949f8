"""Makes a backup because the person asked for one, and tells how far it is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kat_journal.gui.tasks import Tasks
from kat_journal.services.backup_run import Done, Run, Watch
from kat_journal.services.backups import BackupService, GivenUp

LOOKED_EVERY = 200
"""Milliseconds from look to look at how far it is."""


class Making(QObject):
    """One backup at a time.

    Signals:
        moved: How far it is, in percent.
        made: What came of it.
        stopped: The person stopped it; nothing is left of it.
        failed: It could not be made.
    """

    moved = Signal(int)
    made = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, backups: BackupService, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._backups = backups
        self._watch = Watch()
        self._total = 0
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; the journal's thread is left to whoever needs it, and asked for again behind them."""
        self._watch = Watch()
        self._begin()

    def cancel(self) -> None:
        """Stop it where it is."""
        self._watch.stopped = True

    def _begin(self) -> None:
        begin = partial(self._backups.begin, _either(self._tasks.is_wanted, self._watch), anyway=True)
        self._tasks.journal(begin, context=self, then=self._on_begun, failed=self._on_failed)

    def _on_begun(self, run: Run) -> None:
        self._total = run.total
        self._timer.start()
        work = partial(run.finish, self._watch)
        self._tasks.pool(work, context=self, then=self._on_finished, failed=self._on_failed)

    def _on_finished(self, done: Done) -> None:
        self._timer.stop()
        note = partial(self._backups.note, done)
        self._tasks.journal(note, context=self, then=lambda _: self.made.emit(done), failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._timer.stop()
        if not isinstance(error, GivenUp):
            self.failed.emit(error)
        elif self._watch.stopped:
            self.stopped.emit()
        else:
            self._begin()

    def _look(self) -> None:
        self.moved.emit(min(99, 100 * self._watch.handled // max(1, self._total)))


def _either(wanted: Callable[[], bool], watch: Watch) -> Callable[[], bool]:
    """Asked on the journal's thread; holds no QObject."""
    return lambda: watch.stopped or wanted()

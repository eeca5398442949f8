"""The daily check of a large journal: at a quiet moment after unlocking, on the pool, while the journal stays free."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from kat_journal.gui.context import PageContext
from kat_journal.gui.tasks import ignore
from kat_journal.services.checks import Check, Found

FIRST = 60_000
"""Milliseconds after unlocking: by then a backup has been begun, and the person is reading or writing."""


class Checking(QObject):
    """Lives from unlock to lock. Says nothing: Today does, where something was found."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = context.tasks
        self._checks = context.journal.checks
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.ask)
        self._timer.start(FIRST)

    def ask(self) -> None:
        """See whether a check is to be made, and make it."""
        self._tasks.journal(self._checks.begin, context=self, then=self._on_begun, failed=ignore)

    def _on_begun(self, check: Check | None) -> None:
        if check is not None:
            # The lock waits for nobody: what runs on the pool is told that it is not wanted any more.
            self.destroyed.connect(partial(_stop, check))
            self._tasks.pool(check.run, context=self, then=self._on_found, failed=ignore)

    def _on_found(self, found: Found) -> None:
        self._tasks.journal(partial(self._checks.keep, found), context=self, failed=ignore)


def _stop(check: Check) -> None:
    check.stopped = True

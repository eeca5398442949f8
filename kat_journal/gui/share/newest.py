"""Keeps only the newest of many wishes: while one job runs, the next to run is the last that was asked for."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

Work = Callable[[], Any]
Run = Callable[..., None]


class Newest(QObject):
    """Runs jobs one at a time; those overtaken while waiting are never run, and those overtaken since tell nothing.

    So a person can tick as fast as they like: the preview follows, and work never piles up.
    """

    def __init__(
        self, run: Run, then: Callable[[Any], None], failed: Callable[[Exception], None], parent: QObject
    ) -> None:
        """Run them by ``Tasks.pool`` or ``Tasks.journal``."""
        super().__init__(parent)
        self._run = run
        self._then = then
        self._failed = failed
        self._running = False
        self._next: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._running

    def ask(self, work: Work) -> None:
        """Run this job as soon as the present one has ended, instead of any that waits."""
        self._next = work
        self._start()

    def _start(self) -> None:
        if self._running or self._next is None:
            return
        work, self._next = self._next, None
        self._running = True
        self._run(work, context=self, then=self._on_done, failed=self._on_failed)

    def _on_done(self, result: Any) -> None:
        self._running = False
        if self._next is None:
            self._then(result)
        self._start()

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if self._next is None:
            self._failed(error)
        self._start()

"""Looks at a pack beside the window, and tells how far it is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kat_journal.gui.tasks import Tasks
from kat_journal.services.packs import PackService

LOOKED_EVERY = 100
"""Milliseconds from look to look at how far it is."""


class _Count:
    """How many forms were read, written on another thread and read on this one; holds no QObject."""

    def __init__(self) -> None:
        self.now = (0, 0)

    def tell(self, done: int, total: int) -> None:
        self.now = (done, total)


class Looking(QObject):
    """One pack at a time.

    Signals:
        moved: How many forms were read, and of how many; 0 of 0 at first.
        found: The pack, which may be added.
        refused: Why it cannot.
    """

    moved = Signal(int, int)
    found = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, packs: PackService, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("looking")
        self._tasks = tasks
        self._packs = packs
        self._count = _Count()
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self._tell)

    def start(self, path: Path) -> None:
        """Begin; nothing is changed."""
        self._count = _Count()
        self._tell()
        self._timer.start()
        work = partial(self._packs.look, path, self._count.tell)
        self._tasks.pool(work, context=self, then=self._on_found, failed=self._on_refused)

    def _on_found(self, offered: object) -> None:
        self._timer.stop()
        self._tell()
        self.found.emit(offered)

    def _on_refused(self, error: Exception) -> None:
        self._timer.stop()
        self.refused.emit(error)

    def _tell(self) -> None:
        self.moved.emit(*self._count.now)

"""Says when a window was first usable, and what it has cost until then."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

MARK = "READY"


class FirstPaint(QWidget):
    """A speck in a corner that calls back in the first turn of the event loop after the window was first painted.

    Not an event filter: one of those makes Qt's binding load half its classes, which takes as long as a start.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        self.resize(1, 1)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None


def say_ready() -> None:
    """Print the mark, the instant in nanoseconds, the memory in KiB and the modules."""
    print(MARK, time.monotonic_ns(), memory(), ",".join(sorted(sys.modules)), flush=True)


def memory() -> int:
    """What of this process is in memory, in KiB.

    On a machine where no other window is open that is its proportional share (PSS) too; where some are, that share
    would say as much of them as of this one.
    """
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:"))


def say_ready_and_quit() -> None:
    """The whole life of a window whose start is measured."""
    say_ready()
    QApplication.quit()

"""Says when a window was first usable, and what it has cost until then."""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

MARK = "READY"


class FirstPaint(QObject):
    """Calls back in the first turn of the event loop after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def say_ready(**more: object) -> None:
    """Print the mark, the instant, and the memory and modules of now."""
    now = time.monotonic_ns()
    print(MARK, now, json.dumps({"pss": pss(), "modules": sorted(sys.modules), **more}), flush=True)


def pss() -> int:
    """This process's share of the memory in KiB, pages that it shares with others counted in part."""
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def say_ready_and_quit() -> None:
    """The whole life of a window whose start is measured."""
    say_ready()
    QApplication.quit()

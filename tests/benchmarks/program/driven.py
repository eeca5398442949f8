"""The command ``kat-journal run`` with somebody in front of it who is quick and patient: waits, unlocks, goes on."""

import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kat_journal import app, cli
from tests.benchmarks.corpus import PASSPHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget


TYPING = 1.5
"""Seconds in which a quick typist gives a passphrase of four words."""


class Driver:
    """Unlocks after as long as the passphrase takes to type, then calls back when a widget is ready.

    Attributes:
        unlocked: Nanoseconds at which the passphrase was given.
    """

    def __init__(self, name: str, ready: "Callable[[QWidget], bool]", then: "Callable[[QWidget, int], None]") -> None:
        self._name = name
        self._ready = ready
        self._then = then
        self.warm = threading.Event()
        self.unlocked = 0

    def take(self, window: "QMainWindow") -> None:
        from PySide6.QtCore import QTimer

        self._window = window
        self._since = time.monotonic()
        self._timer = QTimer(window, interval=1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        from PySide6.QtWidgets import QWidget

        widget = self._window.findChild(QWidget, self._name if self.unlocked else "passphrase")
        if widget is None or not widget.isVisible():
            return
        if self.unlocked:
            if self._ready(widget):
                self._timer.stop()
                self._then(widget, self.unlocked)
        elif self.warm.is_set() and time.monotonic() - self._since > TYPING:
            self._unlock(widget)

    def _unlock(self, field: "QWidget") -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClicks(field, PASSPHRASE)
        self.unlocked = time.monotonic_ns()
        QTest.keyClick(field, Qt.Key.Key_Return)


def drive(driver: Driver) -> int:
    """Run the command on the folder that the command line names."""

    class DrivenApp(app.App):
        def warm_up(self) -> None:
            super().warm_up()
            driver.warm.set()

        def window(self, *parts: object) -> "QMainWindow":
            window = super().window(*parts)
            driver.take(window)
            return window

    cli.App = DrivenApp
    return cli.main(["--journal", sys.argv[1], "run"])

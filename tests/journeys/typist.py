"""A real window in a process of its own, in which somebody types until the process is killed.

    typist.py FOLDER PASSPHRASE

Prints ``READY`` and the process's number, then ``typed N NANOSECONDS`` after each key, and ``held MICROSECONDS``
whenever the GUI thread was held longer than ever before between two turns of its loop. NANOSECONDS is of the monotonic
clock.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.tasks import ThreadTasks
from kat_journal.gui.theme import Theme

KEY_EVERY = 20  # milliseconds: a fast typist
LOOK_EVERY = 5


def letter(place: int) -> str:
    """The letter typed at that place: numbered words, so that every missing or doubled key shows."""
    word, inside = divmod(place, 7)
    return f"{word:06} "[inside]


class Typist(QObject):
    """Unlocks, opens a free page and types."""

    def __init__(self, window: QWidget, passphrase: str) -> None:
        super().__init__(window)
        self._window = window
        self._passphrase = passphrase
        self._typed = 0
        self._turn = 0
        self._longest = 0
        self._steps = [("passphrase", self._unlock), ("write-freely", self._open_page), ("item-words", self._begin)]
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        self._looking.start()
        self._typing = QTimer(self, interval=KEY_EVERY)
        self._typing.timeout.connect(self._type)

    def _look(self) -> None:
        if self._steps:
            widget = self._window.findChild(QWidget, self._steps[0][0])
            if widget is not None and widget.isVisible():
                _, step = self._steps.pop(0)
                step(widget)
            return
        now = time.monotonic_ns()
        held = (now - self._turn) // 1_000 - LOOK_EVERY * 1_000 if self._turn else 0
        self._turn = now
        if held > self._longest:
            self._longest = held
            print("held", held, flush=True)

    def _unlock(self, field: QWidget) -> None:
        QTest.keyClicks(field, self._passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _open_page(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _begin(self, words: QWidget) -> None:
        self._words = words
        print("READY", os.getpid(), flush=True)
        self._typing.start()

    def _type(self) -> None:
        QTest.keyClick(self._words, letter(self._typed))
        self._typed += 1
        print("typed", self._typed, time.monotonic_ns(), flush=True)


def main() -> None:
    """Type until killed."""
    folder, passphrase = Path(sys.argv[1]), sys.argv[2]
    resources = resources_folder()
    application = QApplication([])
    app = App(Config(folder, resources, Preferences(folder.parent / "config.toml")))
    theme = Theme(resources / "styles", resources / "fonts", application)
    window = app.window(ThreadTasks(application), SystemDialogs(), theme)
    window.show()
    Typist(window, passphrase)
    application.exec()


if __name__ == "__main__":
    main()

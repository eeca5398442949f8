"""Saves the open page again and again; prints how long each save held the window at most. autosaves.py FOLDER"""

import sys
import time
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.gui.page_view import PageView
from kat_journal.gui.runner.autosave import Autosave
from tests.benchmarks.keys import say
from tests.benchmarks.program.driven import Driver, drive

SAVES = 200
A_REST = 0.001


def when_open(field: QWidget, _unlocked: int) -> None:
    page = field
    while not isinstance(page, PageView):
        page = page.parentWidget()
    autosave = page.findChild(Autosave)
    say([held_most(field, page, autosave) for _ in range(SAVES + 5)][5:])


def held_most(field: QWidget, page: PageView, autosave: Autosave) -> float:
    """The longest turn of the event loop, in milliseconds, from handing over the words until they are in the file."""
    saved: list[bool] = []
    resting = Event()
    note = autosave.caught_up.connect(lambda: saved.append(True))
    QTest.keyClick(field, Qt.Key.Key_A)
    QApplication.processEvents()
    saved.clear()
    longest = _turn(page.flush)
    while not saved:
        resting.wait(A_REST)  # as a window rests between events; without, it would fight the journal thread for turns
        longest = max(longest, _turn(QApplication.processEvents))
    autosave.disconnect(note)
    return longest


def _turn(step: Callable[[], object]) -> float:
    began = time.perf_counter()
    step()
    return (time.perf_counter() - began) * 1e3


if __name__ == "__main__":
    sys.exit(drive(Driver("item-words", lambda _: True, when_open)))

"""A person in front of the real window, in a process of its own: what it writes and remembers is seen from outside."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kat_journal.app import App
from kat_journal.config import Config, Preferences, default_preferences
from kat_journal.content.locate import resources_folder
from kat_journal.storage.keys import KdfParameters
from tests.helpers.dialogs import FakeDialogs
from tests.journeys.conftest import Person

FAST = KdfParameters(8192, 1, 1)
TURN = 20  # milliseconds


class Bot:
    """The part of pytest-qt's bot that a person needs, without pytest."""

    def mouseClick(self, *how):
        """See QTest."""
        QTest.mouseClick(*how)

    def keyClick(self, *how):
        """See QTest."""
        QTest.keyClick(*how)

    def keyClicks(self, *how):
        """See QTest."""
        QTest.keyClicks(*how)

    def addWidget(self, widget):
        """Nobody tidies up: the process ends."""

    def waitUntil(self, ready, timeout):
        """Let the window live until something is so."""
        end = time.monotonic() + timeout / 1000
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain at {sys._getframe(1).f_code.co_name}")
            live_on()


def live_on():
    """One turn of the window's life; what was to be deleted is, as in the program's own loop."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, TURN)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sit_down(folder: Path, clock=None, *, afresh=True) -> Person:
    """A person in front of the window on that folder; locking starts the process afresh unless told otherwise."""
    application = QApplication([])
    preferences = Preferences(default_preferences(), look="light", country="GB")
    person = None

    def restart():
        person.restarts += 1

    app = App(Config(folder, resources_folder(), preferences), clock, None if afresh else restart, FAST)
    person = Person(Bot(), app, FakeDialogs(), application)
    return person

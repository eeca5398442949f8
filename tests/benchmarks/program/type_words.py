"""Types into the open page of the real runner, while it saves by itself. type_words.py FOLDER"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.benchmarks.keys import say, typed
from tests.benchmarks.program.driven import Driver, drive

SETTLED = 300
"""Milliseconds in which a long text has been laid out to its end, as the bare field's has."""


def when_open(field: QWidget, _unlocked: int) -> None:
    QTimer.singleShot(SETTLED, lambda: say(typed(field)))


if __name__ == "__main__":
    sys.exit(drive(Driver("item-words", lambda _: True, when_open)))

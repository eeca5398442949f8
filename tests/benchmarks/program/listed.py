"""From the passphrase to the list of what was written: prints milliseconds and KiB. listed.py FOLDER"""

import sys
import time

from PySide6.QtWidgets import QApplication, QListView, QWidget

from tests.benchmarks.program.driven import Driver, drive
from tests.benchmarks.ready import FirstPaint, memory

ROWS = 50


def has_rows(rows: QWidget) -> bool:
    return isinstance(rows, QListView) and rows.model().rowCount() >= ROWS


def when_painted(rows: QWidget, unlocked: int) -> None:
    def say() -> None:
        print((time.monotonic_ns() - unlocked) / 1e6, memory(), flush=True)
        QApplication.quit()

    FirstPaint(rows, say).show()


if __name__ == "__main__":
    sys.exit(drive(Driver("write-list", has_rows, when_painted)))

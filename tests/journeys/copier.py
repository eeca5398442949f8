"""Copies a line of the journal and marks another, then locks. Says what both clipboards hold, before and after.

copier.py FOLDER PASSPHRASE
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.journeys.alone import sit_down

WORDS = "a heron by the sluice"
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def main():
    """Copy, mark, lock."""
    person = sit_down(Path(sys.argv[1]), afresh=False)
    person.unlock(sys.argv[2])
    person.click("write-freely")
    person.type("item-words", WORDS)
    person.wait_saved()
    field = person.see("item-words", QTextEdit)
    field.activateWindow()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        person.press(key, modifier=Qt.KeyboardModifier.ControlModifier)
    clipboard = QApplication.clipboard()
    person.qtbot.waitUntil(lambda: all(clipboard.text(mode) == WORDS for mode in MODES), timeout=20_000)
    before = [clipboard.text(mode) for mode in MODES]
    person.lock()
    print(json.dumps([before, [clipboard.text(mode) for mode in MODES]]), flush=True)
    person.leave()
    person.tasks.finish()


if __name__ == "__main__":
    main()

"""Unlocks a journal, types what the standard input says into a free page, and locks, for real.

    locker.py FOLDER

The input holds the passphrase and the words, a line each. The words are copied to the clipboard as well. Prints
``typed`` once they are saved. Then ``lock`` locks by the shortcut, and ``live`` waits for whatever else may lock. The
process is a fresh one from then on.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.alone import live_on, sit_down


def main():
    """Type, and lock when told to."""
    passphrase, words = (sys.stdin.readline().rstrip("\n") for _ in range(2))
    person = sit_down(Path(sys.argv[1]))
    person.unlock(passphrase)
    person.click("write-freely")
    person.type("item-words", words)
    person.wait_saved()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        person.press(key, modifier=Qt.KeyboardModifier.ControlModifier)
    person.qtbot.waitUntil(lambda: person.window._desktop is not None, timeout=60_000)
    print("typed", flush=True)
    if sys.stdin.readline() == "lock\n":
        person.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    while True:
        live_on()


if __name__ == "__main__":
    main()

"""Unlocks a journal, types what the standard input says into a free page, and locks, for real.

    locker.py FOLDER

The input holds the passphrase and the words, a line each. Prints ``typed`` once the words are saved, and locks when
another line comes. The process is a fresh one from then on.
"""

import sys
from pathlib import Path

from tests.journeys.alone import sit_down


def main():
    """Type, and lock when told to."""
    passphrase, words = (sys.stdin.readline().rstrip("\n") for _ in range(2))
    person = sit_down(Path(sys.argv[1]))
    person.unlock(passphrase)
    person.click("write-freely")
    person.type("item-words", words)
    person.wait_saved()
    print("typed", flush=True)
    sys.stdin.readline()
    person.window.lock()
    person.qtbot.waitUntil(lambda: False, timeout=60_000)


if __name__ == "__main__":
    main()

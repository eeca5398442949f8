"""Hands over to the next one until the fourth, which waits for a line and ends with 7. Each says who it is.

successors.py NUMBER [--handover=PIPE]
"""

import os
import select
import sys
from pathlib import Path

from kat_journal.handover import OPTION, Successor, leave, say_it_stands

LAST = "4"


def main():
    """Arrive, then go on."""
    number, *more = sys.argv[1:]
    print(number, os.getpid(), *sorted(int(one.name) for one in Path("/proc/self/fd").iterdir()), flush=True)
    for option in more:
        say_it_stands(int(option.removeprefix(f"{OPTION}=")))
    if number == LAST:
        sys.stdin.readline()
        sys.exit(7)
    successor = Successor([sys.executable, "-m", "tests.helpers.successors", str(int(number) + 1)])
    select.select([successor.pipe], [], [])
    assert successor.stands()
    leave(came_by_handover=bool(more))


if __name__ == "__main__":
    main()

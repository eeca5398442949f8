"""Ticks lines of a year, one by one, and shows each file. Prints milliseconds: first the lines of words, then, for as
many lines of every kind, how long the window was held. previewed.py"""

import sys
import time
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from kat_journal.gui.share.preview import Composed, Preview
from tests.benchmarks.keys import say
from tests.benchmarks.year import SIZE, Year, look, read

TICKS = 10


def composed(year: Year, *left_out: str) -> Composed:
    return Composed(year.without(*left_out), b"", "", 0)


def shown(preview: Preview, made: Composed) -> tuple[float, float]:
    """Until it is painted, and the longest that the window was held meanwhile."""
    began = time.perf_counter()
    preview.show_composed(made)
    longest = time.perf_counter() - began
    while not preview.is_ready:
        turn = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - turn)
    turn = time.perf_counter()
    preview.repaint()
    ended = time.perf_counter()
    return (ended - began) * 1e3, max(longest, ended - turn) * 1e3


def ticked(preview: Preview, year: Year, keys: Sequence[str]) -> list[tuple[float, float]]:
    """Each line is unticked, and ticked again."""
    took = []
    for key in keys:
        for made in (composed(year, key), composed(year)):
            QApplication.processEvents()
            took.append(shown(preview, made))
    return took


def main() -> int:
    """As a person would, with everything ticked."""
    application = QApplication([])
    theme = look(application)
    year = read()
    preview = Preview(theme)
    preview.resize(*SIZE)
    preview.show()
    shown(preview, composed(year))
    words = [one.key for one in year.candidates if not one.memory][-TICKS:]
    every = [year.candidates[place * len(year.candidates) // TICKS].key for place in range(TICKS)]
    took = [one[0] for one in ticked(preview, year, words)] + [one[1] for one in ticked(preview, year, every)]
    say(took)
    return 0


if __name__ == "__main__":
    sys.exit(main())

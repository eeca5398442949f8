"""Draws a chart of 500 places; prints milliseconds, the first drawing and then each one after it. charted.py"""

import sys
import time

from PySide6.QtWidgets import QApplication

from kat_journal.content.locate import resources_folder
from kat_journal.gui.theme import LookChoice, Theme
from kat_journal.gui.widgets.chart import Chart
from kat_journal.gui.widgets.plot import Dot, Label, Plot
from tests.benchmarks.keys import say

PLACES, DRAWINGS = 500, 60
SIZE = (900, 260)


def value(place: int) -> int:
    return (place * 7) % 11


def main() -> int:
    """As Progress shows a year and a half of daily numbers with a session a week."""
    application = QApplication([])
    theme = Theme(resources_folder() / "styles", resources_folder() / "fonts", application)
    theme.apply(LookChoice.LIGHT, 100)
    dots = tuple(Dot(place + 0.5, value(place), joined=place > 0) for place in range(PLACES))
    marks = tuple(Label(float(day), str(day // 7 + 1)) for day in range(0, PLACES, 7))
    began = time.perf_counter()
    chart = Chart("chart", "Mood")
    chart.show_plot(Plot(PLACES, 0, 10, "lowest", "highest", dots, marks), "Five hundred places")
    chart.resize(*SIZE)
    chart.show()
    application.processEvents()
    took = [(time.perf_counter() - began) * 1e3]
    for drawing in range(DRAWINGS):
        began = time.perf_counter()
        chart.point_at(PLACES - 1 - drawing % 40)
        chart.viewport().repaint()
        took.append((time.perf_counter() - began) * 1e3)
    say(took)
    return 0


if __name__ == "__main__":
    sys.exit(main())

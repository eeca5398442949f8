"""The yardstick of a chart: the same places, all of them, and lines by QPainter alone. Prints as ``charted`` does."""

import sys
import time
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.keys import say
from tests.benchmarks.program.charted import DRAWINGS, PLACES, SIZE, value


class Bare(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("white"))
        across, down = self.width() / PLACES, self.height() / 10
        points = [QPointF(place * across, self.height() - value(place) * down) for place in range(PLACES)]
        painter.setPen(QPen(QColor("teal"), 2))
        for last, here in pairwise(points):  # one at a time: a wide line of many that crosses itself takes minutes
            painter.drawLine(last, here)
        painter.setBrush(QColor("teal"))
        for point in points:
            painter.drawEllipse(point, 4, 4)
        painter.end()


def main() -> int:
    """Show it, and draw it again and again."""
    application = QApplication([])
    began = time.perf_counter()
    bare = Bare()
    bare.resize(*SIZE)
    bare.show()
    application.processEvents()
    took = [(time.perf_counter() - began) * 1e3]
    for _ in range(DRAWINGS):
        began = time.perf_counter()
        bare.repaint()
        took.append((time.perf_counter() - began) * 1e3)
    say(took)
    return 0


if __name__ == "__main__":
    sys.exit(main())

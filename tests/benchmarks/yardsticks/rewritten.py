"""The yardstick of the preview: the same document written anew into a bare QTextEdit, each time. rewritten.py"""

import sys
import time

from PySide6.QtGui import QColor, QFont, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from kat_journal.gui.share.paper import Ink, write
from tests.benchmarks.keys import say
from tests.benchmarks.year import SIZE, look, read

TIMES = 10


def main() -> int:
    """Write it, lay it out and paint it."""
    application = QApplication([])
    theme = look(application)
    year = read()
    summary = year.without()
    edit = QTextEdit()
    edit.resize(*SIZE)
    edit.show()
    font = QFont(edit.font())
    font.setPixelSize(theme.size("text"))
    ink = Ink(font, QColor("black"), QColor("gray"), QColor("silver"))
    took = []
    for _ in range(TIMES):
        application.processEvents()
        began = time.perf_counter()
        document = QTextDocument(edit)
        for _ in write(document, summary, ink):
            pass
        edit.setDocument(document)
        edit.repaint()
        took.append((time.perf_counter() - began) * 1e3)
    say(took)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Types into a bare QTextEdit that holds the same text, in a window as large. type_bare.py WORDS"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.benchmarks.corpus import words
from tests.benchmarks.keys import say, typed

SETTLED = 300


def main() -> int:
    """Measure it once."""
    application = QApplication([])
    text = words(int(sys.argv[1]))
    field = QTextEdit()
    field.setPlainText(text)
    cursor = field.textCursor()
    cursor.setPosition(len(text) // 2)
    field.setTextCursor(cursor)
    field.resize(1180, 800)
    field.show()
    field.setFocus()
    field.ensureCursorVisible()
    QTimer.singleShot(SETTLED, lambda: say(typed(field)))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The yardstick of a start: an empty window of the same binding."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.ready import FirstPaint, say_ready_and_quit


def main() -> int:
    """Show it until it is ready."""
    application = QApplication([])
    window = QMainWindow()
    window.resize(1180, 800)
    FirstPaint(window, say_ready_and_quit)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

"""A real window in a process of its own, in which somebody writes without opening the journal, and then rests.

    sealed_typist.py FOLDER WORDS

Prints ``rested`` a second and a half after the last key.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.content.locate import resources_folder
from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.tasks import ThreadTasks
from kat_journal.gui.theme import Theme

KEY_EVERY = 20  # milliseconds
REST = 1500


def main() -> None:
    """Type, rest, and wait to be killed."""
    folder, words = Path(sys.argv[1]), list(sys.argv[2])
    resources = resources_folder()
    application = QApplication([])
    app = App(Config(folder, resources, Preferences(folder.parent / "config.toml")))
    theme = Theme(resources / "styles", resources / "fonts", application)
    window = app.window(ThreadTasks(application), SystemDialogs(), theme)
    window.show()
    window._way_in.lead_to("sealed")
    typing = QTimer(interval=KEY_EVERY)

    def press() -> None:
        field = window.findChild(QWidget, "sealed-words")
        if field is None:
            return
        QTest.keyClick(field, words.pop(0))
        if not words:
            typing.stop()
            QTimer.singleShot(REST, lambda: print("rested", flush=True))

    typing.timeout.connect(press)
    typing.start()
    application.exec()


if __name__ == "__main__":
    main()

"""A page that is read: what is copied out of it is marked as secret, and gone from the clipboard after a minute."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QTextEdit

from kat_journal.gui.clipping import clipping


class LendingPage(QTextEdit):
    """Whatever way its words are copied, they go as plain words, as the button Copy takes them."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is marked, for Qt to put on the clipboard."""
        return clipping().lent(self.textCursor().selection().toPlainText())

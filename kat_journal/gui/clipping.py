"""A person's words on the clipboard: marked as secret where a system knows such a mark, and gone after a minute.

Programs that keep a history of the clipboard leave out what is marked: Klipper of KDE, the history and the cloud of
Windows. Locking takes back whatever was copied from here (:mod:`kat_journal.gui.clearing`).
"""

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

A_MINUTE = 60_000
"""Milliseconds that copied words stay."""

_KDE = ("x-kde-passwordManagerHint", b"secret")
_WINDOWS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
)
_NO = bytes(4)
"""A number of Windows; of the first of these names its mere presence is read."""


class Clipping(QObject):
    """Copies words, and takes them back. There is one in the program, because a page may go before the minute ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("clipping")
        self._words = ""
        self.timer = QTimer(self, interval=A_MINUTE, singleShot=True)
        self.timer.timeout.connect(self.take_back)

    def copy(self, words: str) -> None:
        """Put the words on the clipboard for a minute."""
        QApplication.clipboard().setMimeData(self.lent(words))

    def lent(self, words: str) -> QMimeData:
        """The words as Qt itself may put them on the clipboard, where a field is copied from; for a minute too."""
        self._words = words
        self.timer.start()
        return marked(words)

    @Slot()
    def take_back(self) -> None:
        """Clear the clipboard if it still holds these words; what was copied since stays."""
        words, self._words = self._words, ""
        self.timer.stop()
        if words and QApplication.clipboard().text() == words:
            QApplication.clipboard().clear()


def clipping() -> Clipping:
    """The one of this program."""
    application = QApplication.instance()
    assert application is not None  # noqa: S101 - for the type alone
    found = application.findChild(Clipping, "clipping", Qt.FindChildOption.FindDirectChildrenOnly)
    return found or Clipping(application)


def marked(words: str) -> QMimeData:
    """The words with every mark that some system knows."""
    data = QMimeData()
    data.setText(words)
    data.setData(*_KDE)
    for name in _WINDOWS:
        data.setData(f'application/x-qt-windows-mime;value="{name}"', _NO)
    return data

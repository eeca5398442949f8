"""Windows, macOS and the rest: a notice hangs on a picture beside the clock, which is there only as long as the notice.

Written from Qt's documentation; it was never seen on Windows or macOS.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStyle, QSystemTrayIcon

from kat_journal.gui.desktop.notices import DesktopNotices

STAYS: Final = 60_000
"""Milliseconds until the picture goes again."""


class TrayNotices(DesktopNotices):
    """Uses a picture of the system's own, which says nothing about this program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(self)
        self._tray.setIcon(QApplication.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxInformation))
        self._tray.messageClicked.connect(self._on_clicked)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._tray.hide)

    def tell(self, title: str, text: str) -> None:
        """See :meth:`DesktopNotices.tell`."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            self.refused.emit()
        else:
            self._show(title, text)

    def _show(self, title: str, text: str) -> None:  # pragma: no cover - the tests have no such place
        self._tray.show()
        self._tray.showMessage(title, text, self._tray.icon(), STAYS)
        self._timer.start()
        self.taken.emit()

    def _on_clicked(self) -> None:
        self._tray.hide()
        self.clicked.emit()


def notices(parent: QObject) -> TrayNotices:
    """Use the place beside the clock."""
    return TrayNotices(parent)

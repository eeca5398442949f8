"""Loading what lies behind the unlock page, a piece at a time, while the passphrase is typed."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from kat_journal.gui.pages import PAGES

BETWEEN = 30
"""Milliseconds from piece to piece: keys that were pressed come first."""

_PIECES = (
    "kat_journal.gui.side_bar",
    "kat_journal.gui.workspace",
    "kat_journal.gui.context",
    "kat_journal.gui.desktop",
    PAGES["today"],
    PAGES["runner"],
    PAGES["write"],
)


class Warming(QObject):
    """Loads the pieces on the GUI thread: Qt's binding makes its classes as they are met, and not on two threads.

    Signals:
        ended: Everything is there.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        """Wait for :meth:`start`."""
        super().__init__(parent)
        self._around = parent
        self._pieces = list(_PIECES)
        self._timer = QTimer(self)
        self._timer.setInterval(BETWEEN)
        self._timer.timeout.connect(self._load)

    def start(self) -> None:
        """Begin, a moment from now."""
        self._timer.start()

    def _load(self) -> None:
        if self._pieces:
            import_module(self._pieces.pop(0))
            return
        self._timer.stop()
        # Meeting an object that Qt made by itself, the binding makes every class that it might be of: let it be now.
        self._around.findChildren(QObject)
        self.ended.emit()

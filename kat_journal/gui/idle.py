"""Notices when nobody has touched the window for a while, sleep of the computer included."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
MILLISECONDS = 60_000
SECONDS = 60


class IdleWatch(QObject):
    """Counts the minutes since the last touch.

    Signals:
        idle: The set minutes have passed without a touch.
    """

    idle = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._minutes = 0
        self._ends_at = 0.0
        self._is_extended = False

    @property
    def is_extended(self) -> bool:
        """Whether more time was given since the last touch."""
        return self._is_extended

    def start(self, minutes: int) -> None:
        """Count from now; 0 minutes is never."""
        self.stop()
        self._minutes = minutes
        if minutes > 0:
            # Only while it counts: seeing every event is dear, above all while the program starts.
            self._application.installEventFilter(self)
            self._count(minutes)

    def extend(self, minutes: int) -> None:
        """Wait that much longer, once; the next touch begins anew with the set minutes."""
        self._is_extended = True
        self._count(minutes)

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()
        self._is_extended = False
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew at each touch; never keeps an event from anyone."""
        if self._timer.isActive() and event.type() in _TOUCHES:
            if time.time() >= self._ends_at:  # the computer slept, and Qt's timers with it
                self._timer.stop()
                self.idle.emit()
            else:
                self._is_extended = False
                self._count(self._minutes)
        return False  # without touching `watched`: some of these objects are only half made

    def _count(self, minutes: int) -> None:
        """Wait so many minutes, by the clock on the wall too: Qt's own stands still while the computer sleeps."""
        self._ends_at = time.time() + minutes * SECONDS
        self._timer.start(minutes * MILLISECONDS)

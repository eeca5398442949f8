"""The moment between two processes: the old window stands until the fresh one does."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from kat_journal.handover import Successor

PATIENCE = 5_000
"""Milliseconds in which the fresh window must stand."""
FRONT, BEHIND, MINIMISED = "front", "behind", "minimised"


class Relay(QObject):
    """In the old process: waits for the successor, while the window shows the way in, not to be used yet.

    Calls ``stands`` or ``failed``, once; neither after :meth:`stop`.
    """

    def __init__(
        self, successor: Successor, stands: Callable[[], None], failed: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._successor: Successor | None = successor
        self._stands = stands
        self._failed = failed
        self._notifier = QSocketNotifier(successor.pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_answer)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._on_silence)
        self._timer.start()

    def stop(self) -> None:
        """The window closes: no fresh one is wanted."""
        self._notifier.setEnabled(False)
        self._timer.stop()
        if self._successor is not None:
            self._successor.give_up()
            self._successor = None

    def _on_answer(self) -> None:
        if self._successor is not None and self._successor.stands():
            self._successor = None
            self.stop()
            self._stands()
        else:
            self._on_silence()

    def _on_silence(self) -> None:
        self.stop()
        self._failed()


class Arrival(QObject):
    """In the fresh process: notices that the window is painted."""

    def __init__(self, window: QWidget, arrived: Callable[[], None]) -> None:
        super().__init__(window)
        self._arrived = arrived
        self._is_there = False
        handle = window.windowHandle()
        handle.installEventFilter(self)
        # A window that nobody can see, on another desktop or minimised, is never painted; it stands all the same.
        QTimer.singleShot(0 if window.isMinimized() else PATIENCE // 5, self, self._arrive)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Painting follows an expose at once."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            QTimer.singleShot(0, self, self._arrive)
        return False

    def _arrive(self) -> None:
        if not self._is_there:
            self._is_there = True
            self._arrived()


def state_of(window: QWidget) -> str:
    """Where the fresh window should appear: one that nobody looks at must not come before others."""
    if window.isMinimized():
        return MINIMISED
    return FRONT if window.isActiveWindow() else BEHIND


def show_as(window: QWidget, state: str) -> None:
    """Show a window in that state."""
    if state == MINIMISED:
        window.showMinimized()
    else:
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, state == BEHIND)
        window.show()

"""Windows tells a window of locking and of sleep. Written from its documentation; it was never run there."""

import ctypes
import sys
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication
from PySide6.QtWidgets import QWidget

from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.desktop.watch import DesktopWatch

_WM_POWERBROADCAST = 0x0218
_WM_WTSSESSION_CHANGE = 0x02B1
_PBT_APMSUSPEND = 0x0004
_WTS_SESSION_LOCK = 0x7
_LEAVING = {(_WM_POWERBROADCAST, _PBT_APMSUSPEND), (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK)}


class _Messages(QAbstractNativeEventFilter):  # pragma: no cover - Windows only
    """Sees the window's messages; keeps none from anyone."""

    def __init__(self, watch: "WindowsWatch") -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: Any, message: int) -> Any:
        """Look for the two that matter."""
        if bytes(kind) == b"windows_generic_MSG":
            found = wintypes.MSG.from_address(int(message))
            if (found.message, found.wParam) in _LEAVING:
                self._watch.leaving.emit()
        return False, 0


class WindowsWatch(DesktopWatch):  # pragma: no cover - Windows only
    """Hears the session's lock, where the system lets the window register for it, and every suspend."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hears_lock = False
        if sys.platform == "win32":
            self._hears_lock = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0))
        self._messages = _Messages(self)
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is a window
        application.installNativeEventFilter(self._messages)

    def heard(self) -> Heard:
        """See :meth:`DesktopWatch.heard`."""
        return Heard(lock=self._hears_lock, sleep=True)


def watch(window: QWidget) -> WindowsWatch:  # pragma: no cover - Windows only
    """Listen to the messages of that window."""
    return WindowsWatch(window)

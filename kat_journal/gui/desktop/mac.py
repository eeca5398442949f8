"""macOS: whether the screen is locked is looked up every two seconds. Written from its documentation, never run there.

Its notices of locking and sleep reach a program through Objective-C, which nothing here speaks. A look that comes much
too late means that the computer slept.
"""

import ctypes
import time

from PySide6.QtCore import QObject, Qt, QTimer

from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.desktop.watch import DesktopWatch

_EVERY = 2_000  # milliseconds
_SLEPT = 15  # seconds
_FRAMEWORKS = "/System/Library/Frameworks"
_UTF8 = 0x08000100


class MacWatch(DesktopWatch):  # pragma: no cover - macOS only
    """Notices the lock within two seconds, and a sleep when the computer wakes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._core = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
        self._graphics = ctypes.CDLL(f"{_FRAMEWORKS}/CoreGraphics.framework/CoreGraphics")
        self._graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
        self._core.CFStringCreateWithCString.restype = ctypes.c_void_p
        self._core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        self._core.CFDictionaryContainsKey.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        self._core.CFDictionaryContainsKey.restype = ctypes.c_bool
        self._core.CFRelease.argtypes = [ctypes.c_void_p]
        # The key is there only while the screen is locked.
        self._key = self._core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", _UTF8)
        self._was_locked = False
        self._looked_at = time.time()
        self._timer = QTimer(self, interval=_EVERY, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def heard(self) -> Heard:
        """See :meth:`DesktopWatch.heard`."""
        return Heard(lock=True, sleep=True)

    def _look(self) -> None:
        before, self._looked_at = self._looked_at, time.time()
        was_locked, self._was_locked = self._was_locked, self._is_locked()
        if (self._was_locked and not was_locked) or self._looked_at - before > _SLEPT:
            self.leaving.emit()

    def _is_locked(self) -> bool:
        session = self._graphics.CGSessionCopyCurrentDictionary()
        if not session:
            return False
        locked = bool(self._core.CFDictionaryContainsKey(session, self._key))
        self._core.CFRelease(session)
        return locked


def watch(parent: QObject) -> MacWatch:  # pragma: no cover - macOS only
    """Begin to look."""
    return MacWatch(parent)

"""Whether other programs can take pictures of the window: prevented where the system offers that.

Written from the documentation of Windows and macOS, and never run there. On Linux no such thing exists.
"""

import ctypes
import sys

from PySide6.QtWidgets import QWidget

_NOT_IN_PICTURES = 0x11  # WDA_EXCLUDEFROMCAPTURE; Windows before 10 version 2004 shows a black window instead


def can_hide(platform: str = sys.platform) -> bool:
    """Whether this system can keep a window out of pictures of the screen, as far as it keeps its word."""
    return platform in {"darwin", "win32"}


def hide_from_pictures(window: QWidget, hidden: bool) -> bool:
    """Keep the window out of pictures of the screen, or let it in again; says whether the system agreed."""
    if sys.platform == "win32":  # pragma: no cover - Windows only
        affinity = _NOT_IN_PICTURES if hidden else 0
        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), affinity))
    if sys.platform == "darwin":  # pragma: no cover - macOS only
        return _share_on_mac(int(window.winId()), shared=not hidden)
    return False


def _share_on_mac(view: int, *, shared: bool) -> bool:  # pragma: no cover - macOS only
    """``[[view window] setSharingType:]``: 0 is none, 1 is read-only, which is usual."""
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    send_number = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", objc))
    window = send(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    send_number(window, objc.sel_registerName(b"setSharingType:"), 1 if shared else 0)
    return True

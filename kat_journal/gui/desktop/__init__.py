"""What the desktop around the window tells, and what it can be asked. Each system's part is loaded there alone."""

import sys
from importlib import import_module

from PySide6.QtWidgets import QWidget

from kat_journal.gui.desktop.watch import DesktopWatch

_PARTS = {"darwin": "mac", "linux": "bus", "win32": "windows"}


def watch_desktop(window: QWidget, platform: str = sys.platform) -> DesktopWatch:
    """Begin to listen, on behalf of that window."""
    part = _PARTS.get(platform)
    if part is None:
        return DesktopWatch(window)
    watch: DesktopWatch = import_module(f"kat_journal.gui.desktop.{part}").watch(window)
    return watch

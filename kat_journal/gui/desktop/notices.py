"""Telling the desktop something. Each system's part is loaded there alone, and only for those who want notices."""

import sys
from importlib import import_module

from PySide6.QtCore import QObject, Signal

_PARTS = {"linux": "notices_bus"}
_ELSEWHERE = "notices_tray"


class DesktopNotices(QObject):
    """Shows one notice at a time; a new one takes the place of the one before.

    Signals:
        taken: The desktop has taken a notice.
        refused: The desktop has none of it.
        clicked: The person pressed the notice.
    """

    taken = Signal()
    refused = Signal()
    clicked = Signal()

    def tell(self, title: str, text: str) -> None:
        """Show a notice of these words; by itself, nothing can."""
        del title, text
        self.refused.emit()


def desktop_notices(parent: QObject, platform: str = sys.platform) -> DesktopNotices:
    """What tells this desktop something."""
    part = import_module(f"kat_journal.gui.desktop.{_PARTS.get(platform, _ELSEWHERE)}")
    notices: DesktopNotices = part.notices(parent)
    return notices

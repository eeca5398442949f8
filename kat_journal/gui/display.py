"""Whether there is a screen for the window; asked before Qt is loaded."""

import os
import sys
from collections.abc import Mapping

from kat_journal.errors import NoDisplayError


def check_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> None:
    """Look for a screen before Qt does: it would end the process without a word that a person understands.

    Raises:
        NoDisplayError: There is none, and nothing says how to do without.
    """
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform not in {"darwin", "win32"} and not any(environment.get(name) for name in told):
        raise NoDisplayError("no display")

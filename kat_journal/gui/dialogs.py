"""Questions that the system itself asks: where to save a file. One of the three seams."""

from pathlib import Path
from typing import Protocol

from PySide6 import QtWidgets  # the dialog is dear, and loaded when it is first asked for
from PySide6.QtWidgets import QWidget


class Dialogs(Protocol):
    """Asks the person for a file."""

    def save_file(self, parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
        """Where to save, or None. The page asks before overwriting, not the dialog."""
        ...


class SystemDialogs:
    """The real :class:`Dialogs`."""

    def save_file(self, parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
        """See :meth:`Dialogs.save_file`."""
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(
            parent, title, str(suggested), filters, options=QtWidgets.QFileDialog.Option.DontConfirmOverwrite
        )
        return Path(chosen) if chosen else None

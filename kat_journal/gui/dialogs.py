"""Questions that the system itself asks: for a file, a folder or a printer. One of the three seams."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6 import QtWidgets  # the dialog is dear, and loaded when it is first asked for
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:  # loading it is slow, and most people never print
    from PySide6.QtPrintSupport import QPrinter


class Dialogs(Protocol):
    """Asks the person for a file, a folder or a printer."""

    def save_file(self, parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
        """Where to save, or None. The page asks before overwriting, not the dialog."""
        ...

    def open_file(self, parent: QWidget, title: str, start: Path, filters: str) -> Path | None:
        """Which file to read, or None; ``start`` is the folder to begin in."""
        ...

    def choose_folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Which folder, or None."""
        ...

    def choose_printer(self, parent: QWidget, title: str) -> "QPrinter | None":
        """What to print on, or None."""
        ...


class SystemDialogs:
    """The real :class:`Dialogs`."""

    def save_file(self, parent: QWidget, title: str, suggested: Path, filters: str) -> Path | None:
        """See :meth:`Dialogs.save_file`."""
        dialog = _dialog(parent, title, suggested.parent, filters)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QtWidgets.QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(suggested.name)
        return _answer(dialog)

    def open_file(self, parent: QWidget, title: str, start: Path, filters: str) -> Path | None:
        """See :meth:`Dialogs.open_file`."""
        dialog = _dialog(parent, title, start, filters)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return _answer(dialog)

    def choose_folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """See :meth:`Dialogs.choose_folder`."""
        dialog = _dialog(parent, title, start, "")
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        return _answer(dialog)

    def choose_printer(self, parent: QWidget, title: str) -> "QPrinter | None":
        """See :meth:`Dialogs.choose_printer`."""
        from kat_journal.gui.printing import ask_for_printer  # noqa: PLC0415 - dear, and most people never print

        return ask_for_printer(parent, title)


def _dialog(parent: QWidget, title: str, start: Path, filters: str) -> QtWidgets.QFileDialog:
    # Qt's own dialog writes the folders it was in into a file that every Qt program of this account reads
    # (QtProject.conf). Pointed at a folder that cannot exist, it writes none and leaves that file as it is.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, f"{os.devnull}/none")
    # Not the static functions: their dialog lives on the stack, and locking deletes the page that it belongs to.
    return QtWidgets.QFileDialog(parent, title, str(start), filters)


def _answer(dialog: QtWidgets.QFileDialog) -> Path | None:
    accepted = dialog.exec()
    if not isValid(dialog):  # the journal was locked meanwhile
        return None
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None

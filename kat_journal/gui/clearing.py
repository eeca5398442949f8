"""What locking does to the window before the pages go: letters taken in, dialogs and menus closed, copies cleared."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QTextEdit, QToolTip, QWidget

from kat_journal.gui.clipping import clipping

COVER = "whole-screen"
"""Name of what covers a window with a person's words; there is at most one."""


def take_pre_edit(window: QWidget) -> None:
    """Take letters that an input method still holds into the field where they are seen."""
    QGuiApplication.inputMethod().commit()
    field = window.focusWidget()
    if isinstance(field, QTextEdit) and (letters := field.textCursor().block().layout().preeditAreaText()):
        # The input method did not hand them over, and a field that goes would drop them.
        event = QInputMethodEvent()
        event.setCommitString(letters)
        QCoreApplication.sendEvent(field, event)


def close_dialogs(window: QWidget) -> None:
    """Close what stands before the window: covers, menus, lists, calendars, hints, and dialogs whatever they ask."""
    QToolTip.hideText()
    for cover in window.findChildren(QWidget, COVER, Qt.FindChildOption.FindDirectChildrenOnly):
        cover.close()
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and _belongs_to(other, window):
            if isinstance(other, QDialog):
                other.reject()
                other.deleteLater()  # a name that was typed into it goes too
            else:
                other.close()


def clear_clipboard() -> None:
    """Take back what was copied from here, what is merely marked (on X11) included; leave what others copied."""
    clipping().take_back()  # also where the system does not say whose it is
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    if clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer():  # pragma: no cover - macOS only
        clipboard.clear(QClipboard.Mode.FindBuffer)


def _belongs_to(other: QWidget, window: QWidget) -> bool:
    above = other.parentWidget()
    while above is not None and above is not window:
        above = above.parentWidget()
    return above is window

"""Digits on any keyboard."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_HARMLESS: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""French and Czech keyboards type their digits with Shift."""


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that a key types, in whatever script; None for every other key, and together with Ctrl, Alt or Meta.

    Such a key is not for a line of words, and would come from there to whatever takes digits around it.
    """
    if event.modifiers() & ~_HARMLESS:
        return None
    if text := event.text():
        return int(text) if len(text) == 1 and text.isdecimal() else None
    digit = event.key() - Qt.Key.Key_0
    return digit if 0 <= digit <= 9 else None

"""Whether Caps Lock is on, as the keys tell: Qt has no word for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def caps_lock_after(event: QKeyEvent, before: bool | None) -> bool | None:
    """What is known of Caps Lock once a key was pressed; None is nothing yet.

    A letter tells: a large one without Shift, or a small one with it. The key itself turns what is known.
    """
    if event.key() == Qt.Key.Key_CapsLock:
        return before if before is None or event.isAutoRepeat() else not before
    letter = event.text()
    if not _has_two_sizes(letter) or event.modifiers() & _OTHERS:
        return before
    with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() is not with_shift


def _has_two_sizes(letter: str) -> bool:
    return len(letter) == 1 and letter.upper() != letter.lower() and len(letter.upper()) == len(letter.lower()) == 1

"""Numbers, days and times that are typed or stepped, with the same room before them as every other field."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QSpinBox, QWidget

from kat_journal.gui.widgets.calendar import fit_calendar
from kat_journal.gui.widgets.tokens import Restyled, size_token

_WORD = re.compile(r"\w*")
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Number(QSpinBox, Restyled):
    """A whole number."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size: a style sheet's padding does not reach the text of a spin box."""
        self.lineEdit().setTextMargins(self.pad, 0, 0, 0)


class Day(QDateEdit, Restyled):
    """A day. One stop for the Tab key; left and right lead from part to part, up and down change it."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size."""
        _make_room(self, self.pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from part to part."""
        if not _step_aside(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave the field: Qt would make a stop of each part of it."""
        return QWidget.focusNextPrevChild(self, following)


class When(QDateTimeEdit, Restyled):
    """A day and a time. One stop for the Tab key; left and right lead from part to part, up and down change it."""

    pad = size_token("pad")

    def restyled(self) -> None:
        """Take the room of another text size."""
        _make_room(self, self.pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from part to part."""
        if not _step_aside(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Leave the field: Qt would make a stop of each part of it."""
        return QWidget.focusNextPrevChild(self, following)


def _make_room(field: QDateTimeEdit, pad: int) -> None:
    """Give the text its room; a field that unfolds has it from the style sheet, as a list has."""
    field.lineEdit().setTextMargins(0 if field.calendarPopup() else pad, 0, 0, 0)
    fit_calendar(field)


def _step_aside(field: QDateTimeEdit, event: QKeyEvent) -> bool:
    """Go to the part beside this one, ready to be typed over; False at an end, and where the key is another one."""
    step = 0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _SIDEWAYS.get(Qt.Key(event.key()), 0)
    part = field.currentSectionIndex() + step
    if not step or not 0 <= part < field.sectionCount():
        return False
    field.setCurrentSectionIndex(part)  # puts the caret before the part
    line = field.lineEdit()
    start = line.cursorPosition()
    words = _WORD.match(line.text(), start)
    line.setSelection(start, len(words[0]) if words else 0)
    return True

"""The states that a widget can be in, and putting one in a state without a hand on the mouse."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget


class State(StrEnum):
    """How a widget is met."""

    NORMAL = "normal"
    HOVER = "hover"
    FOCUS = "focus"
    PRESSED = "pressed"
    CHECKED = "checked"
    CHECKED_HOVER = "checked-hover"
    DISABLED = "disabled"
    EMPTY = "empty"
    MARKED = "marked"
    READ_ONLY = "read-only"


PRESSED_AT = (State.NORMAL, State.HOVER, State.FOCUS, State.PRESSED, State.DISABLED)
"""Of a button."""
CHOSEN_AT = (*PRESSED_AT, State.CHECKED, State.CHECKED_HOVER)
"""Of a button that stays chosen."""
WRITTEN_AT = (State.NORMAL, State.FOCUS, State.EMPTY, State.MARKED, State.READ_ONLY)
"""Of a field."""
SET_AT = (State.NORMAL, State.FOCUS, State.DISABLED)
"""Of a number, a day or a list to choose from."""
READ_AT = (State.NORMAL,)
"""Of words."""


def hold(widget: QWidget, state: State) -> None:
    """Put a widget in a state, out of whichever it was held in before."""
    hovered = state in (State.HOVER, State.CHECKED_HOVER)
    widget.setEnabled(state is not State.DISABLED)
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, hovered)
    if state is State.FOCUS:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        widget.clearFocus()  # before a button is held down: it comes up when it loses the focus
    if isinstance(widget, QAbstractButton):
        _point(widget, hovered)
        widget.setDown(state is State.PRESSED)
        if widget.isCheckable():
            widget.setChecked(state in (State.CHECKED, State.CHECKED_HOVER))
    if isinstance(widget, QLineEdit | QTextEdit):
        _hold_field(widget, state)
    widget.update()


def _point(button: QAbstractButton, hovered: bool) -> None:
    """Let a pointer come over a button or leave it: it asks for more than the mark that it is under one."""
    place = QPointF(button.rect().center()) if hovered else QPointF(-button.width(), 0)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, button.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(button, moved)


def _hold_field(field: QLineEdit | QTextEdit, state: State) -> None:
    """Empty a field and give its words back, mark them, or let them only be read."""
    words = field.property("kept") or (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    field.setProperty("kept", words)
    shown = "" if state is State.EMPTY else str(words)
    if isinstance(field, QLineEdit):
        field.setText(shown)
        field.deselect()
    else:
        field.setPlainText(shown)
    field.setReadOnly(state is State.READ_ONLY)
    # Rules that ask whether it can be written in are looked up anew.
    field.style().unpolish(field)
    field.style().polish(field)
    if state is State.MARKED:
        field.selectAll()

"""Where the focus and the caret were, to be given back exactly so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid


class Spot:
    """Remembers one widget and the place in it. Fields of more lines remember their own place."""

    def __init__(self, widget: QWidget | None) -> None:
        self._widget = widget
        self._caret, self._start, self._length = 0, -1, 0
        if isinstance(widget, QLineEdit):
            self._caret, self._start = widget.cursorPosition(), widget.selectionStart()
            self._length = len(widget.selectedText())

    def give_back(self) -> bool:
        """Put the focus back; False where the widget is gone, or cannot take it any more."""
        widget = self._widget
        if widget is None or not isValid(widget) or not widget.isVisible() or not widget.isEnabled():
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.setCursorPosition(self._caret)
            if self._start >= 0:  # marked from the end where the caret stands at the beginning
                back = self._caret == self._start
                begin, length = (self._start + self._length, -self._length) if back else (self._start, self._length)
                widget.setSelection(begin, length)
        return True

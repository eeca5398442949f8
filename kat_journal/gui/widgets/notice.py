"""A calm message in the page itself; never a window that must be closed."""

from collections.abc import Iterable

from PySide6 import QtGui  # its classes for screen readers are dear, and loaded with the first word to say
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.card import Box, Variant
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body


class Notice(Box):
    """Shows a text, with buttons if there is something to do; hidden while it has none.

    A button that goes while it has the focus gives it back to where it was when the notice came.
    """

    def __init__(self, parent: QWidget | None = None, *, variant: str = Variant.WARM, name: str = "") -> None:
        """Make a hidden notice."""
        super().__init__("notice", variant, name, parent)
        self._before: QWidget | None = None
        self._label = body("", f"{name}-text" if name else "", self)
        self.column.addWidget(self._label)
        self._row = QWidget(self)
        self._buttons = FlowLayout(self._row)
        self.column.addWidget(self._row)
        self.clear()

    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def show_text(self, text: str, buttons: Iterable[QPushButton] = ()) -> None:
        """Say something, and let a screen reader say it: at once if the notice is an alert."""
        self._remove_buttons()
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        for button in buttons:
            if not button.accessibleDescription():
                button.setAccessibleDescription(text)  # for whoever comes back to it with Tab
            self._buttons.addWidget(button)
        self._row.setVisible(self._buttons.count() > 0)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Alert))
        announce(self, text, at_once=self.variant is Variant.ALERT)

    def clear(self) -> None:
        """Say nothing any more."""
        self._remove_buttons()
        self._row.hide()
        self._label.setText("")
        self.setAccessibleName("")
        self.hide()

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        super().restyled()
        self._buttons.setSpacing(self.gap)

    def _remove_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                before = self._before
                if widget.hasFocus() and before is not None and isValid(before) and before.isVisible():
                    before.setFocus()
                widget.hide()
                widget.deleteLater()

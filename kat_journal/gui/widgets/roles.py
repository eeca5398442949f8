"""What a screen reader takes the parts of a page for: headings, groups, charts, one of several, a side bar's page."""

from functools import cache

from PySide6 import QtGui  # its classes for screen readers are dear, and loaded with the first window
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

ONE_OF_SEVERAL = "one_of_several"
"""Property of a button that is chosen instead of the others beside it."""


@cache  # for good: Qt asks a factory as long as it runs
def install() -> None:
    """Name the roles from now on; everything without one of its own keeps the role that Qt gives it."""
    QtGui.QAccessible.installFactory(_spoken)


def _spoken(_key: str, thing: QObject) -> QAccessibleWidget | None:
    kind = thing.property("kind") if isinstance(thing, QWidget) else None
    roles = QtGui.QAccessible.Role
    if isinstance(thing, QLabel) and kind in {"heading", "subheading"}:
        return _Words(thing, roles.Heading)
    if isinstance(thing, QAbstractButton):
        if thing.property(ONE_OF_SEVERAL):
            return _Choice(thing, roles.RadioButton)
        return _Choice(thing, roles.PageTab) if kind == "nav" and thing.isCheckable() else None
    if kind in {"chart", "timeline"} and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, roles.Chart)
    return QAccessibleWidget(thing, roles.Grouping) if kind == "rows" and isinstance(thing, QWidget) else None


class _Words(QAccessibleWidget):
    """A label under another role. Qt owns it and drops it with its widget, so it keeps nothing of its own."""

    def text(self, kind: QtGui.QAccessible.Text) -> str:
        """Its words are its name."""
        said = super().text(kind)
        label = self.widget()
        return label.text() if kind is QtGui.QAccessible.Text.Name and not said and isinstance(label, QLabel) else said


class _Choice(QAccessibleWidget):
    """A button that is chosen; a screen reader can press it as before."""

    def state(self) -> QtGui.QAccessible.State:
        """Whether it is chosen."""
        state = super().state()
        button = self.widget()
        if isinstance(button, QAbstractButton):
            state.checkable, state.checked = 1, int(button.isChecked())
            state.selectable, state.selected = 1, int(button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        """Press it, or go to it."""
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it, or go to it."""
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)

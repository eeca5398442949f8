"""Widgets one under another, of which only those are measured again that have changed.

A layout measures all of its widgets whenever one of them shows or hides a part; with hundreds of them that takes
seconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.slices import Slices


@dataclass
class _Part:
    widget: QWidget
    above: int
    height: int = 0


class Stack(QWidget):
    """As high as its widgets, and as wide as it gets.

    Signals:
        settled: Every widget has its place.
    """

    settled = Signal()

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        """Make an empty one; ``gap`` is the room between two widgets."""
        super().__init__(parent)
        self._gap = gap
        self._parts: list[_Part] = []
        self._bottom = 0
        self._slices = Slices(self)

    @property
    def is_settled(self) -> bool:
        """Whether every widget has its place."""
        return not self._slices.is_running

    def clear(self) -> None:
        """Take all of them out."""
        self._slices.stop()
        for part in self._parts:
            part.widget.hide()
            part.widget.deleteLater()
        self._parts.clear()
        self._arrange()

    def go_on(self, steps: Iterator[None]) -> None:
        """Do more, a slice at a time, after what is being done; the steps may call :meth:`add`, but not this."""
        if self.is_settled:
            self._slices.run(steps, self.settled.emit)
        else:
            self._slices.then(steps, self.settled.emit)

    def add(self, widget: QWidget, *, above: int = 0, hidden: bool = False) -> None:
        """Put a widget under the others, with some more room above it."""
        widget.setParent(self)
        part = _Part(widget, self._gap + above)
        self._parts.append(part)
        if hidden:
            return
        part.height = self._height_of(widget)
        top = self._bottom + part.above if self._bottom else 0
        widget.setGeometry(0, top, self.width(), part.height)
        widget.show()
        self._reach(top + part.height)

    def measure(self, *changed: QWidget) -> None:
        """Give room to those that show other parts than before, or that are hidden or shown themselves."""
        for part in self._parts:
            if part.widget in changed:
                part.height = self._height_of(part.widget)
        self._arrange()

    def sizeHint(self) -> QSize:
        """As high as its widgets."""
        return QSize(0, self._bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure everything again in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._measure_all()

    def changeEvent(self, event: QEvent) -> None:
        """Measure everything again in another style or size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            # Not now: the widgets in it are told of the other style after this, in no order, and measured too early.
            QTimer.singleShot(0, self, self._measure_all)

    def _measure_all(self) -> None:
        if self._parts or not self.is_settled:
            self.go_on(self._measuring())

    def _measuring(self) -> Iterator[None]:
        """Everything keeps its place until all are measured: what a person reads does not jump about."""
        for part in tuple(self._parts):
            part.height = self._height_of(part.widget)
            yield
        self._arrange()

    def _arrange(self) -> None:
        top = 0
        for part in self._parts:
            if not part.widget.isHidden():
                top += part.above if top else 0
                part.widget.setGeometry(0, top, self.width(), part.height)
                top += part.height
        self._reach(top)

    def _reach(self, bottom: int) -> None:
        self._bottom = bottom
        self.setMinimumHeight(bottom)

    def _height_of(self, widget: QWidget) -> int:
        for part in (widget, *widget.findChildren(QWidget)):
            part.ensurePolished()
        width = self.width()
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()

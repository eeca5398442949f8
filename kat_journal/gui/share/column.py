"""A long column of widgets that is built and placed in slices, so that the window never stops for it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.slices import Slices

GAP = 8
BESIDE = 12
"""Room at the end of each row, where the scroll bar stands."""


class Column(QWidget):
    """Puts widgets one under another by itself: a layout would measure all of them for each one that is added.

    Signals:
        ready: Every widget has its place.
    """

    ready = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, int]] = []
        self._bottom = 0
        self._slices = Slices(self)

    @property
    def is_ready(self) -> bool:
        """Whether every widget has its place."""
        return not self._slices.is_running

    def fill(self, steps: Iterator[None]) -> None:
        """Begin anew; the steps call :meth:`add`."""
        for widget, _ in self._rows:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._rows.clear()
        self._bottom = 0
        self.setMinimumHeight(0)
        self._slices.run(steps, self.ready.emit)

    def add(self, widget: QWidget, above: int = 0) -> None:
        """Put a widget under the others, with some room above it."""
        self._rows.append((widget, above))
        widget.setParent(self)
        self._place(widget, above)
        widget.show()

    def sizeHint(self) -> QSize:
        """As high as its widgets, and as wide as it gets."""
        return QSize(0, self._bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.place_again()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything again in another style or size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            # Not now: the widgets in it are told of the other style after this, in no order, and measured too early.
            QTimer.singleShot(0, self, self.place_again)

    def place_again(self) -> None:
        """Place everything again, without what is hidden now."""
        if self._rows and self.is_ready:
            self._slices.run(self._replacing(), self.ready.emit)
        elif self._rows:
            self._slices.then(self._replacing())

    def _replacing(self) -> Iterator[None]:
        self._bottom = 0
        for widget, above in tuple(self._rows):
            if not widget.isHidden():
                self._place(widget, above)
            yield

    def _place(self, widget: QWidget, above: int) -> None:
        width = max(0, self.width() - BESIDE)
        for part in (widget, *widget.findChildren(QWidget)):
            part.ensurePolished()
        own = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        top = self._bottom + (GAP + above if self._bottom else 0)
        widget.setMaximumHeight(own)  # a button keeps the height of its former width as its largest
        widget.setGeometry(0, top, width, own)
        self._bottom = top + own
        self.setMinimumHeight(self._bottom)

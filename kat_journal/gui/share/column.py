"""A long column of widgets that is built and placed in slices, so that the window never stops for it."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from kat_journal.gui.share.slices import Slices

GAP = 8
BESIDE = 12
"""Room at the end of each row, where the scroll bar stands."""


class Column(QWidget):
    """Puts widgets one under another by itself: a layout would measure all of them for each one that is added.

    Signals:
        ready: Every widget has its place.
        grown: One widget has another height, and those under it have moved.
    """

    ready = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, int]] = []
        self._bottom = 0
        self._sheet = self._new_sheet()
        self._slices = Slices(self)
        self._gone: deque[QWidget] = deque()
        self._going = Slices(self)

    @property
    def is_ready(self) -> bool:
        """Whether every widget has its place."""
        return not self._slices.is_running

    def fill(self, steps: Iterator[None]) -> None:
        """Begin anew; the steps call :meth:`add`."""
        self._sheet.hide()
        self._gone += [*(widget for widget, _ in self._rows), self._sheet]
        QTimer.singleShot(0, self, self._remove)  # not now: one of them may be telling us of its click
        self._rows = []
        self._sheet = self._new_sheet()
        self._bottom = 0
        self.setMinimumHeight(0)
        self._slices.run(steps, self.ready.emit)

    def add(self, widget: QWidget, above: int = 0, *, shown: bool = True) -> None:
        """Put a widget under the others, with some room above it; one that is not shown takes no room yet."""
        self._rows.append((widget, above))
        widget.setParent(self._sheet)
        if shown:
            self._place(widget, above)
        widget.setVisible(shown)

    def sizeHint(self) -> QSize:
        """As high as its widgets, and as wide as it gets."""
        return QSize(0, self._bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again in another width."""
        super().resizeEvent(event)
        self._sheet.resize(self.size())
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
            self._slices.then(self._replacing(), self.ready.emit)

    def place_one(self, widget: QWidget) -> None:
        """Give one widget its height anew, and move what stands under it; nothing above it moves."""
        number = next((at for at, (row, _) in enumerate(self._rows) if row is widget), None)
        if number is None or not self.is_ready or widget.isHidden():
            self.place_again()
            return
        ended, bottom = self._end_of(widget), self._bottom
        self._bottom = widget.y() - GAP if widget.y() else 0
        self._place(widget, 0)
        moved = self._end_of(widget) - ended
        self._bottom = bottom + moved
        self.setMinimumHeight(self._bottom)
        if moved:
            self._slices.run(self._moving(number + 1, moved), self.grown.emit)

    def _moving(self, first: int, distance: int) -> Iterator[None]:
        for row, _ in self._rows[first:]:
            if not row.isHidden():
                self._move_by(row, distance)
            yield

    def _end_of(self, row: QWidget) -> int:
        return row.y() + row.height()

    def _move_by(self, row: QWidget, distance: int) -> None:
        row.move(row.x(), row.y() + distance)

    def _new_sheet(self) -> QWidget:
        sheet = QWidget(self)
        sheet.resize(self.size())
        sheet.show()
        return sheet

    def _remove(self) -> None:
        if not self._going.is_running:
            self._going.run(self._removing(), self.update)

    def _removing(self) -> Iterator[None]:
        """Take what is no longer in sight from memory too, widget by widget: hundreds at once would be felt."""
        while self._gone:
            delete(self._gone.popleft())
            yield

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

"""A layout that puts widgets side by side and goes on in the next line when there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets, each as wide as it wishes, wrapped to the width there is.

    What comes after a stretch stands at the far end of its row.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        """Lay out the parent's widgets with a gap between them, across and down."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add_stretch(self) -> None:
        """Push what follows to the far end of its row."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it gets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0)) + self._around()

    def minimumSize(self) -> QSize:
        """The largest single item at its smallest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size + self._around()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        top = area.top()
        for row in self._rows(area.width()):
            height = max(size.height() for _, size in row)
            if move:
                self._place(row, QRect(area.left(), top, area.width(), height), rect)
            top += height + self.spacing()
        bottom = max(area.top(), top - self.spacing())
        return bottom - rect.top() + self.contentsMargins().bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        row: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty() and item.spacerItem() is None:
                continue
            size = self._size(item, width)
            if size.width() and used and used + self.spacing() + size.width() > width:
                rows.append(row)
                row, used = [], 0
            row.append((item, size))
            if size.width():
                used += size.width() + (self.spacing() if used else 0)
        if any(size.width() for _, size in row):
            rows.append(row)
        return rows

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        if item.spacerItem() is not None:
            return QSize(0, 0)
        wished = item.sizeHint().expandedTo(item.minimumSize())
        size = QSize(min(wished.width(), width), wished.height())
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size

    def _place(self, row: list[tuple[QLayoutItem, QSize]], line: QRect, rect: QRect) -> None:
        shown = [size.width() for _, size in row if size.width()]
        spare = line.width() - sum(shown) - self.spacing() * (len(shown) - 1)
        left = line.left()
        for item, size in row:
            if item.spacerItem() is not None:
                left, spare = left + max(0, spare), 0
                continue
            place = QRect(QPoint(left, line.top()), QSize(size.width(), line.height()))
            if self._mirrored():
                place.moveRight(rect.right() - (place.left() - rect.left()))
            item.setGeometry(place)
            left += size.width() + self.spacing() if size.width() else 0  # a text without words takes no gap either

    def _mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft

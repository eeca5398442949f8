"""A table to be read: every cell by the arrow keys, and Tab leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QHeaderView, QSizePolicy, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex

MOST_ROWS: Final = 7
"""Rows that are seen at once; the others are scrolled to."""

_PADDING: Final = 12
_MEASURED: Final = 40
"""Different words of a column that are measured, the longest: years of days are a thousand of the same width."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, and what a screen reader says instead where they are a sign; empty says the words."""

    text: str
    said: str = ""


class Rows(Protocol):
    """Rows of cells; they may be made when they are asked for."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def __getitem__(self, place: int, /) -> Sequence[Cell]:
        """The one at a place."""
        ...


class Cells(QAbstractTableModel):
    """Cells under their headings, each row with a name at its side where it has one."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Rows,
        names: Sequence[str] = (),
        measured: Sequence[int] | None = None,
    ) -> None:
        """Hold them.

        Args:
            headings: One for each column.
            rows: The cells of each row.
            names: One for each row, or none.
            measured: Rows that hold the widest words of each column; None is all of them.
        """
        super().__init__()
        self._measured = range(len(rows)) if measured is None else measured
        self._headings = headings
        self._rows = rows
        self._names = names

    def columns(self) -> list[set[str]]:
        """The different words of each column, where they are measured."""
        rows = [self._rows[place] for place in self._measured]
        return [{row[column].text for row in rows} for column in range(len(self._headings))]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.said or cell.text
        return cell.said or None if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading of a column, or the name of a row."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return self._names[section] if self._names else None


class Table(QTableView):
    """Shows cells; as high as its rows, up to a few."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        """Make an empty table; ``words`` is its accessible name."""
        super().__init__(parent)
        self._cells: Cells | None = None
        self._fitted = ""
        self._keeps_newest = False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_cells(self, cells: Cells, *, last_grows: bool = False) -> None:
        """Show other cells; the last column may take the room that is left."""
        cells.setParent(self)
        old, self._cells = self._cells, cells
        named = cells.rowCount() > 0 and cells.headerData(0, Qt.Orientation.Vertical) is not None
        self.verticalHeader().setVisible(named)  # first: one that is seen asks for the name of every row
        self.setModel(cells)
        if old is not None:
            old.deleteLater()
        self.horizontalHeader().setStretchLastSection(last_grows)
        self._fit()

    def show_newest(self) -> None:
        """Begin at the far end, where the newest column stands."""
        self._keeps_newest = True
        self._to_newest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave at least half of the room to the cells."""
        super().resizeEvent(event)
        self.verticalHeader().setMaximumWidth(self.width() // 2)
        if self._keeps_newest:
            self._to_newest()

    def changeEvent(self, event: QEvent) -> None:
        """Take the widths and the height of another font or look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._measure() != self._fitted:
            self._fit()

    def sizeHint(self) -> QSize:
        """As wide as its columns, as high as a few rows."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(12 * self.fontMetrics().averageCharWidth(), self._height())

    def _to_newest(self) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def _measure(self) -> str:
        """What the widths depend on: the font, and the room around a heading, which another look may change alone."""
        return f"{self.font().key()} {_around(self.horizontalHeader())}"

    def _fit(self) -> None:
        """Give each column the width of its widest words: asking the view to do so takes seconds for years of them."""
        self._fitted = self._measure()
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + _PADDING)
        if self._cells is None:
            return
        head = self.horizontalHeader()
        around = _around(head)
        for column, texts in enumerate(self._cells.columns()):
            longest = nlargest(_MEASURED, texts, key=len)
            widest = max((metrics.horizontalAdvance(text) for text in longest), default=0) + 2 * _PADDING
            heading = self._cells.headerData(column, Qt.Orientation.Horizontal) or ""
            self.setColumnWidth(column, max(widest, head.fontMetrics().horizontalAdvance(heading) + around))
        self.updateGeometry()

    def _height(self) -> int:
        rows = min(MOST_ROWS, self._cells.rowCount() if self._cells is not None else 0)
        bar = self.horizontalScrollBar()
        spare = bar.sizeHint().height() if bar.maximum() else 0
        head = self.horizontalHeader().sizeHint().height()
        return head + rows * self.verticalHeader().defaultSectionSize() + spare + 2 * self.frameWidth() + 2


def _around(head: QHeaderView) -> int:
    """What a heading needs beside its words, as the style has it: asked of one, since to ask each takes long."""
    if head.count() == 0:
        return 0
    words = head.model().headerData(0, Qt.Orientation.Horizontal)
    return head.sectionSizeHint(0) - head.fontMetrics().horizontalAdvance(str(words))

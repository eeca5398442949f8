"""Everything written, as a list that grows while a person scrolls."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kat_journal.domain.ids import Uid
from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.services.written import Written

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
ROW = Qt.ItemDataRole.UserRole
SECOND_LINE = Qt.ItemDataRole.UserRole + 1
SHARED_LINE = Qt.ItemDataRole.UserRole + 2


class WrittenModel(QAbstractListModel):
    """Rows of :class:`Written`, newest first.

    Signals:
        more_wanted: The list nears its end; holds the id of the last row.
    """

    more_wanted = Signal(object)

    def __init__(self, describe: Callable[[Written], str], share_words: Callable[[bool], str], parent: QObject) -> None:
        super().__init__(parent)
        self._describe = describe
        self._share_words = share_words
        self._rows: list[Written] = []
        self._complete = False
        self._waiting = False

    def show_rows(self, rows: Sequence[Written]) -> None:
        """Begin again with the newest rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._complete, self._waiting = len(rows) < PAGE, False
        self.endResetModel()

    def append(self, rows: Sequence[Written]) -> None:
        """Add the rows that were asked for."""
        self._waiting = False
        self._complete = len(rows) < PAGE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def remove(self, index: Index) -> None:
        """Take one row out."""
        self.beginRemoveRows(QModelIndex(), index.row(), index.row())
        del self._rows[index.row()]
        self.endRemoveRows()

    def row(self, index: Index) -> Written:
        """The row at that place."""
        return self._rows[index.row()]

    def place_of(self, uid: Uid | None) -> int:
        """Where the row of that response is; the first where it is not listed."""
        return next((place for place, row in enumerate(self._rows) if row.uid == uid), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See QAbstractItemModel."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return as_sentences(row.title, *self._lines(row))
        if role == ROW:
            return row
        return self._describe(row) if role == SECOND_LINE else self._share(row, role)

    def canFetchMore(self, parent: Index) -> bool:
        """See QAbstractItemModel."""
        return not parent.isValid() and bool(self._rows) and not self._complete and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """See QAbstractItemModel."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.more_wanted.emit(self._rows[-1].id)

    def _lines(self, row: Written) -> tuple[str, str, str]:
        return self._describe(row), row.words, self._share_words(row.shared)

    def _share(self, row: Written, role: int) -> object:
        return self._share_words(row.shared) if role == SHARED_LINE else None

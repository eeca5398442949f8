"""The proposed days of a new course, each of which can be changed or taken away before they are kept."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kat_journal.gui.dates import FIELD
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When

MOST_DAYS = 60
BESIDE = 18
"""Pixels between the parts of a row."""
LONGEST = "Wed 30 Nov 2026, 00:00"
_A_WEEK = 7


class _Roomy(When):
    """Wishes for room for the longest day, where Qt counts too little; takes what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """See :class:`When`."""
        words = self.fontMetrics().horizontalAdvance(LONGEST)
        return super().sizeHint().expandedTo(QSize(words + 6 * self.pad, 0))


class DayRow(QWidget):
    """One day and time.

    Signals:
        removed: Not this one.
    """

    removed = Signal()

    def __init__(self, when: QDateTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = _Roomy()
        self.when.setDisplayFormat(FIELD)
        unfold_calendar(self.when)
        self.when.setDateTime(when)
        self.remove = buttons.link(self.tr("Leave out"), "")
        self._number = texts.muted("")
        line = row(self._number, self.when, self.remove, gap=BESIDE)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.remove.clicked.connect(self.removed)

    def count_as(self, number: int) -> None:
        """Say which session it is."""
        self._number.setText(str(number))
        self.when.setObjectName(f"day-{number}")
        self.when.setAccessibleName(self.tr("Day and time of session {0}").format(number))
        self.remove.setObjectName(f"leave-out-{number}")
        self.remove.setAccessibleName(self.tr("Leave out session {0}").format(number))

    def fit(self) -> None:
        """Begin where the fields above and below do."""
        self._number.ensurePolished()
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("00"))


class Days(Fields):
    """A list of days that can grow and shrink; empty is fine.

    Signals:
        filled: Other rows are there: the order of the Tab key is another one now.
    """

    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DayRow] = []
        self._before = QDateTime()
        self._list = QVBoxLayout()
        self._add = buttons.link(self.tr("Add a day"), "add-day")
        self.column.addLayout(self._list)
        self.column.addLayout(row(self._add))
        self._add.clicked.connect(self._on_add)

    def restyled(self) -> None:
        """Take the spacing of another text size."""
        super().restyled()
        self._list.setSpacing(self.gap // 2)
        for line in self._rows:
            line.fit()

    def days(self) -> list[QDateTime]:
        """What stands in the fields."""
        return [line.when.dateTime() for line in self._rows]

    def show_days(self, days: Sequence[QDateTime]) -> None:
        """Show other days; where all are left out, the next one that is added is the first of them."""
        for line in list(self._rows):
            self._take(line)
        self._before = days[0] if days else self._before
        for day in days[:MOST_DAYS]:
            self._append(day)
        self._count()

    def start_focus(self) -> None:
        """Begin with the first day."""
        (self._rows[0].when if self._rows else self._add).setFocus()

    def _append(self, day: QDateTime) -> None:
        line = DayRow(day)
        line.removed.connect(self._on_removed)
        self._rows.append(line)
        self._list.addWidget(line)

    def _take(self, line: DayRow) -> None:
        self._rows.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _count(self) -> None:
        for number, line in enumerate(self._rows, start=1):
            line.count_as(number)
            line.fit()
        self._add.setVisible(len(self._rows) < MOST_DAYS)
        self.filled.emit()

    def _on_add(self) -> None:
        last = self._rows[-1].when.dateTime() if self._rows else self._before.addDays(-_A_WEEK)
        self._append(last.addDays(_A_WEEK))
        self._count()
        self._rows[-1].when.setFocus()

    def _on_removed(self) -> None:
        line = self.sender()
        if isinstance(line, DayRow):
            place = self._rows.index(line)
            self._take(line)
            self._count()
            after = self._rows[place : place + 1] or self._rows[-1:]
            (after[0].remove if after else self._add).setFocus()

"""Which days the summary covers."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.stepping import Day
from kat_journal.gui.widgets.texts import body

SHOWN_AS = "d MMM yyyy"


class BoundaryDay(Day):
    """A day that is typed or stepped through; a turning wheel leaves it alone."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setDisplayFormat(SHOWN_AS)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def day(self) -> date:
        """What it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day without saying that the person chose it."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PeriodChooser(QWidget):
    """Since the last appointment, or two dates.

    Signals:
        since_chosen: The usual period.
        range_chosen: First and last day, both included; never the wrong way round.
    """

    since_chosen = Signal()
    range_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        options = (("since", self.tr("Since the last appointment")), ("range", self.tr("From one day to another")))
        self._kinds = Choices("period", self.tr("Which days"), options, self)
        self._kinds.set_key("since")
        self._kinds.chosen.connect(self._on_kind)
        flow.addWidget(self._kinds)
        self._from = BoundaryDay("from-date", self.tr("From"), self)
        self._to = BoundaryDay("to-date", self.tr("To, included"), self)
        self._dates = QWidget(self)
        dates = FlowLayout(self._dates)
        for text, field in ((self.tr("From"), self._from), (self.tr("to"), self._to)):
            dates.addWidget(body(text))
            dates.addWidget(field)
            field.dateChanged.connect(self._on_dates)
        flow.addWidget(self._dates)
        self._dates.hide()

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return next(iter(self._kinds))

    def show_period(self, starts: date, ends: date) -> None:
        """Show the days that are covered now."""
        self._from.show_day(starts)
        self._to.show_day(ends)

    def show_usual(self, words: str) -> None:
        """Name the usual period: it is the last appointment only where there was one."""
        next(iter(self._kinds)).setText(words)

    def _on_kind(self, kind: str) -> None:
        if kind == "since":
            self._dates.hide()
            self.since_chosen.emit()
            return
        self._dates.show()
        self._from.setFocus()
        self._on_dates()

    def _on_dates(self) -> None:
        first, last = sorted((self._from.day(), self._to.day()))
        self.range_chosen.emit(first, last)

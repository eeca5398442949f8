"""When something that is parked comes back: four plain choices, and a day of one's own."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import Day
from kat_journal.gui.widgets.texts import Text
from kat_journal.services.returning import ReturnDays

TWO_WEEKS, MONTH, BEFORE_SESSION, A_DAY = "two-weeks", "month", "before-session", "a-day"
WHENS = frozenset({TWO_WEEKS, MONTH, BEFORE_SESSION, A_DAY})
DAY_FIELD = "ddd d MMM yyyy"


class Returns(QWidget):
    """A list, and a field for a day that is shown where one is wanted."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = self.tr("Comes back")
        self.list = Chooser(f"{name}-when", asked, self)
        self.day = Day(self)
        self.day.setObjectName(f"{name}-day")
        self.day.setAccessibleName(self.tr("The day on which it comes back"))
        self.day.setDisplayFormat(DAY_FIELD)
        unfold_calendar(self.day)
        self.day.hide()
        self._label = Text(asked, "body", parent=self)
        self._label.setBuddy(self.list)  # some systems take the name of a list from its label alone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._label, self.list, self.day))
        self._days: ReturnDays | None = None
        self._wanted = TWO_WEEKS  # also while the list does not offer it yet
        self.list.addItem(self.tr("in two weeks"), TWO_WEEKS)
        self.list.currentIndexChanged.connect(self._on_chosen)

    def show_days(self, days: ReturnDays) -> None:
        """Offer what can be chosen today; what was chosen stays so."""
        self._days = days
        options = [(self.tr("in two weeks"), TWO_WEEKS), (self.tr("in a month"), MONTH)]
        if days.before_session is not None:
            options.append((self.tr("before my next session"), BEFORE_SESSION))
        options.append((self.tr("on a day of my choice"), A_DAY))
        self.list.blockSignals(True)
        self.list.clear()
        for text, key in options:
            self.list.addItem(text, key)
        self.list.blockSignals(False)
        tomorrow = QDate(days.today.year, days.today.month, days.today.day).addDays(1)
        self.day.setMinimumDate(tomorrow)
        self.set_key(self._wanted)

    def key(self) -> str:
        """What is chosen."""
        return self._wanted

    def set_key(self, key: str) -> None:
        """Choose for the person; two weeks where there is no such choice."""
        self.list.blockSignals(True)
        self.list.setCurrentIndex(max(0, self.list.findData(key)))
        self.list.blockSignals(False)
        self._wanted = key if self._days is None else str(self.list.currentData())
        self.day.setVisible(self._wanted == A_DAY)

    def returns_on(self) -> date | None:
        """The day that is chosen; None for the usual one."""
        if self.key() == A_DAY:
            day = self.day.date()
            return date(day.year(), day.month(), day.day())
        if self._days is None or self.key() == TWO_WEEKS:
            return None
        return self._days.month if self.key() == MONTH else self._days.before_session

    def forget(self) -> None:
        """Begin anew with two weeks."""
        self.set_key(TWO_WEEKS)

    def _on_chosen(self) -> None:
        self._wanted = str(self.list.currentData())
        self.day.setVisible(self._wanted == A_DAY)

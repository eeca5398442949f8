"""Second step: when the next session is, and whose numbers to show."""

from collections.abc import Iterable

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kat_journal.gui.dates import FIELD
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When


class FirstSessionStep(Page):
    """Asks three small things, each of which can wait.

    Signals:
        finished: Next session (QDateTime, or None where it is not known), country code, clinic's number.
    """

    finished = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="welcome-session", narrow=True)
        self.when = When()
        self.when.setObjectName("next-session")
        self.when.setAccessibleName(self.tr("Date and time of your next session"))
        self.when.setDisplayFormat(FIELD)
        unfold_calendar(self.when)
        self.country = QComboBox()
        self.country.setObjectName("country")
        self.country.setAccessibleName(self.tr("Country"))
        self.clinic = Line(name="clinic-number", accessible=self.tr("Your clinic\u2019s urgent number"))
        self._known = buttons.primary(self.tr("Go on"), "go-on-session")
        self._unknown = buttons.secondary(self.tr("I don\u2019t know the date yet"), "no-date")
        self._fill_column()
        self._known.clicked.connect(lambda: self._finish(self.when.dateTime()))
        self._unknown.clicked.connect(lambda: self._finish(None))

    def show_countries(self, countries: Iterable[tuple[str, str]], chosen: str) -> None:
        """Offer countries as code and name; the chosen one first shown."""
        self.country.clear()
        self.country.addItem(self.tr("Not listed"), "")
        for code, name in countries:
            self.country.addItem(name, code)
        self.country.setCurrentIndex(max(0, self.country.findData(chosen)))

    def show_when(self, when: QDateTime) -> None:
        """Suggest a date."""
        self.when.setDateTime(when)

    def start_focus(self) -> None:
        """Begin with the date."""
        self.when.setFocus()

    def _fill_column(self) -> None:
        add = self.column.addWidget
        self.column.addStretch(1)
        add(texts.heading(self.tr("When is your next session?")))
        add(texts.muted(self.tr("So that the right page waits for you. You can change all of this later.")))
        add(texts.field_label(self.tr("Day and time"), self.when))
        add(self.when)
        self.column.addSpacing(12)
        add(texts.field_label(self.tr("Which country are you in? For the numbers on the Support page."), self.country))
        add(self.country)
        self.column.addSpacing(12)
        add(texts.field_label(self.tr("Your clinic\u2019s urgent number, if you have it"), self.clinic))
        add(self.clinic)
        self.column.addSpacing(12)
        self.column.addLayout(row(self._known, self._unknown))
        self.column.addStretch(2)

    def _finish(self, when: QDateTime | None) -> None:
        self._known.setEnabled(False)
        self._unknown.setEnabled(False)
        self.finished.emit(when, self.country.currentData() or "", self.clinic.text().strip())

"""Looking for one's own words: a line to type in, and ways to narrow the list down."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.form import Kind
from kat_journal.domain.ids import SessionId
from kat_journal.domain.seeking import Within
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.stepping import Day
from kat_journal.gui.widgets.texts import field_label

_GROUPS = {
    "pages": frozenset({Kind.PAGE}),
    "reflections": frozenset({Kind.REFLECTION}),
    "check-ins": frozenset({Kind.CHECK_IN}),
    "before": frozenset({Kind.PREPARATION, Kind.INTENTION}),
    "records": frozenset({Kind.RECORD}),
    "sheets": frozenset({Kind.MEASURE}),
}
DAY = "d MMM yyyy"


class CalendarDay(Day):
    """A day with a calendar to choose it from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(DAY)
        unfold_calendar(self)

    def sizeHint(self) -> QSize:
        """Room for the whole day beside the arrow: Qt counts neither the arrow nor the style sheet's padding."""
        hint = super().sizeHint()
        arrow = 2 * self.fontMetrics().height()
        return QSize(hint.width() + arrow + 2 * self.pad, hint.height())


class FindBar(QWidget):
    """What to look for, and where.

    Signals:
        changed: It is another than before; see :meth:`words` and :meth:`within`.
        down_pressed: On to the list.
    """

    changed = Signal()
    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line(
            name="find-words",
            accessible=self.tr("Find words that you have written"),
            placeholder=self.tr("Find your own words"),
        )
        # Never empty: Qt would say the placeholder too, which says what the name says.
        self._line.setAccessibleDescription(self.tr("Down leads to what is found, Escape shows everything again."))
        self._line.setClearButtonEnabled(False)  # a glyph without a name; Escape empties the line
        self._narrow = link("", "narrow-down")
        self._narrow.setCheckable(True)
        self._all = link(self.tr("Show everything"), "show-everything")
        self._fields = Fields(self)
        self._kinds = self._make_kinds()
        self._marks = Choices("find-marks", self.tr("Shared or not"), self._mark_options(), self, taken_back=True)
        self._session = Chooser("find-session", self.tr("Of which session"), self)
        self._time = Choices("find-time", self.tr("Until when"), self._time_options(), self, taken_back=True)
        self._day = CalendarDay(self)
        self._fill()
        self._listen()
        self._unfold(False)

    def words(self) -> str:
        """What to look for; empty for everything."""
        return self._line.text()

    def within(self) -> Within:
        """Where to look."""
        chosen_kinds = self._kinds.keys()
        kinds = frozenset(kind for key in chosen_kinds for kind in _GROUPS[key])
        shown = self._day.date()
        until = date(shown.year(), shown.month(), shown.day()) if self._time.key() else None
        chosen = self._session.currentData()
        return Within(kinds, SessionId(chosen) if chosen else None, until, bool(self._marks.key()))

    def is_at_rest(self) -> bool:
        """Whether nothing is looked for and nothing left out."""
        return not self.words().strip() and self.within() == Within()

    def show_sessions(self, sessions: Sequence[tuple[SessionId, str]]) -> None:
        """Offer these sessions, as they are called."""
        chosen = self._session.currentData()
        self._session.blockSignals(True)
        self._session.clear()
        self._session.addItem(self.tr("Any session, or none"), 0)
        for session_id, words in sessions:
            self._session.addItem(words, session_id)
        self._session.setCurrentIndex(max(0, self._session.findData(chosen)))
        self._session.blockSignals(False)

    def show_days(self, days: Iterable[date], today: date) -> None:
        """Set the days on which something was written apart in the calendar."""
        self._day.blockSignals(True)
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._day.blockSignals(False)
        written = QTextCharFormat()
        written.setFontWeight(700)
        written.setFontUnderline(True)  # weight alone is hard to see
        for day in days:
            self._day.calendarWidget().setDateTextFormat(QDate(day.year, day.month, day.day), written)

    def start_focus(self) -> None:
        """Begin in the line."""
        self._line.setFocus()
        self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows everything again, Down leads into the list."""
        if event.key() == Qt.Key.Key_Escape and not self.is_at_rest():
            self._show_all()
        elif event.key() == Qt.Key.Key_Down and self._line.hasFocus():
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _make_kinds(self) -> Choices:
        options = (
            ("pages", self.tr("Own pages")),
            ("reflections", self.tr("Reflections")),
            ("check-ins", self.tr("Check-ins")),
            ("before", self.tr("Before a session")),
            ("records", self.tr("Session records")),
            ("sheets", self.tr("Score sheets")),
        )
        return Choices("find-kinds", self.tr("Of which kind"), options, self, several=True)

    def _mark_options(self) -> tuple[tuple[str, str], ...]:
        return (("share", self.tr("Only what I may share")),)

    def _time_options(self) -> tuple[tuple[str, str], ...]:
        return (("until", self.tr("Only up to a day")),)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        links = FlowLayout(None, gap=22)
        links.addWidget(self._narrow)
        links.addWidget(self._all)
        column.addLayout(links)
        column.addWidget(self._fields)
        self._day.setObjectName("find-day")
        self._day.setAccessibleName(self.tr("Up to and including this day"))
        inside = self._fields.column
        inside.addWidget(field_label(self.tr("Which kind? None chosen means all of them."), self._kinds))
        inside.addWidget(self._kinds)
        inside.addWidget(field_label(self.tr("Which session?"), self._session))
        inside.addWidget(self._session)
        more = FlowLayout(None)
        for widget in (self._marks, self._time, self._day):
            more.addWidget(widget)
        inside.addLayout(more)
        self.show_sessions(())
        self._all.hide()
        self._day.hide()

    def _listen(self) -> None:
        self._line.textChanged.connect(self._on_changed)
        self._line.returnPressed.connect(self.down_pressed)
        self._narrow.clicked.connect(self._unfold)
        self._all.clicked.connect(self._show_all)
        self._kinds.chosen.connect(self._on_changed)
        self._marks.chosen.connect(self._on_changed)
        self._time.chosen.connect(self._on_changed)
        self._session.currentIndexChanged.connect(self._on_changed)
        self._day.dateChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._day.setVisible(bool(self._time.key()))
        self._all.setVisible(not self.is_at_rest())
        self.changed.emit()

    def _show_all(self) -> None:
        for part in (self._line, self._session):
            part.blockSignals(True)
        self._line.clear()
        self._kinds.set_keys(())
        self._marks.set_keys(())
        self._time.set_keys(())
        self._session.setCurrentIndex(0)
        for part in (self._line, self._session):
            part.blockSignals(False)
        self._line.setFocus()
        self._on_changed()

    def _unfold(self, unfolded: bool) -> None:
        self._narrow.setChecked(unfolded)
        self._narrow.setText(self.tr("Fewer choices") if unfolded else self.tr("Narrow down"))
        self._narrow.setAccessibleName(self.tr("Narrow down"))  # it is heard as a box with a tick, and keeps its name
        self._fields.setVisible(unfolded)

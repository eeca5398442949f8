"""Which days the summary covers; the usual ones need no choice, so the others are folded away."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import SessionId
from kat_journal.gui.share.asked import Asked, HeldSession, Kind
from kat_journal.gui.share.days import short_day
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.stepping import Day
from kat_journal.gui.widgets.texts import body, field_label

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
        if day != self.day():
            with QSignalBlocker(self):
                self.setDate(QDate(day.year, day.month, day.day))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PeriodChooser(QWidget):
    """The usual days, those since the last summary, one session, a range, or everything.

    Signals:
        asked: The :class:`Asked` days.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions: tuple[HeldSession, ...] = ()
        options = (
            (Kind.USUAL, self.tr("Since the last appointment")),
            (Kind.SUMMARY, self.tr("Since the last summary")),
            (Kind.SESSION, self.tr("One session")),
            (Kind.RANGE, self.tr("From one day to another")),
            (Kind.EVERYTHING, self.tr("Everything")),
        )
        self._kinds = Choices("period", self.tr("Which days"), options, self)
        self._kinds.set_key(Kind.USUAL)
        self._kinds.chosen.connect(self._on_kind)
        self._session = Chooser("session-choice", self.tr("Which session"), self)
        self._session.activated.connect(self._on_session)
        self._from = BoundaryDay("from-date", self.tr("From"), self)
        self._to = BoundaryDay("to-date", self.tr("To, included"), self)
        self._one = QWidget(self)
        one = FlowLayout(self._one)
        one.addWidget(field_label(self.tr("Which session"), self._session))
        one.addWidget(self._session)
        self._dates = QWidget(self)
        dates = FlowLayout(self._dates)
        for text, field in ((self.tr("From"), self._from), (self.tr("to"), self._to)):
            dates.addWidget(body(text))
            dates.addWidget(field)
            field.dateChanged.connect(self._on_dates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._kinds, self._one, self._dates):
            column.addWidget(part)
        self._show_kind(Kind.USUAL)

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return self._kinds.first

    def show_offers(self, usual: str, *, after_summary: bool, sessions: Sequence[HeldSession]) -> None:
        """Name the usual days, and offer what there is: a session, the days since a summary."""
        self._kinds.button(Kind.USUAL).setText(usual)
        self._kinds.button(Kind.SUMMARY).setVisible(after_summary)
        self._kinds.button(Kind.SESSION).setVisible(bool(sessions))
        if self._sessions != tuple(sessions):
            self._sessions = tuple(sessions)
            self._session.clear()
            for one in sessions:
                words = self.tr("{0}, session {1}").format(short_day(one.day), one.number)
                self._session.addItem(words, one.id)

    def show_asked(self, asked: Asked, starts: date, ends: date) -> None:
        """Show what the page covers now."""
        self._kinds.set_key(asked.kind)
        self._show_kind(asked.kind)
        self._from.show_day(starts)
        self._to.show_day(ends)
        if asked.session_id is not None:
            self._session.setCurrentIndex(self._session.findData(asked.session_id))

    def _show_kind(self, kind: str) -> None:
        self._one.setVisible(kind == Kind.SESSION)
        self._dates.setVisible(kind == Kind.RANGE)

    def _on_kind(self, kind: str) -> None:
        self._show_kind(kind)
        if kind == Kind.RANGE:
            self._from.setFocus(Qt.FocusReason.TabFocusReason)
            self._on_dates()
        elif kind == Kind.SESSION:
            self._session.setFocus(Qt.FocusReason.TabFocusReason)
            self._on_session(self._session.currentIndex())
        else:
            self.asked.emit(Asked(Kind(kind)))

    def _on_session(self, index: int) -> None:
        self.asked.emit(Asked(Kind.SESSION, session_id=SessionId(self._session.itemData(index))))

    def _on_dates(self) -> None:
        first, last = sorted((self._from.day(), self._to.day()))
        self.asked.emit(Asked(Kind.RANGE, (first, last)))

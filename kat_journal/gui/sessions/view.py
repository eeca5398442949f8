"""What Sessions shows."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.course import Appointment, Course, Session
from kat_journal.domain.ids import SessionId
from kat_journal.domain.messages import Messages
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.sessions.course_card import CourseCard
from kat_journal.gui.sessions.date_form import DateForm
from kat_journal.gui.sessions.rows import AppointmentRow, SessionRow
from kat_journal.gui.widgets import texts
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order


class SessionsPage(PageView):
    """Lists the course's sessions and the appointments; adds both.

    Signals:
        opened: A session to open (its id).
        planned: A new session (QDateTime).
        appointed: A new appointment (QDateTime, with whom).
        appointment_removed: An appointment to take away (its id).
        course_changed: Course name, clinic, planned number (0 for none).
    """

    opened = Signal(int)
    planned = Signal(QDateTime)
    appointed = Signal(QDateTime, str)
    appointment_removed = Signal(int)
    course_changed = Signal(str, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = Page(name="sessions-page", wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._notice = Notice(name="trouble")
        self._course = CourseCard()
        self._sessions = QVBoxLayout()
        self._appointments = QVBoxLayout()
        self.new_session = DateForm("session", self.tr("Add a session"), self.tr("Day and time of the session"))
        self.new_appointment = DateForm(
            "appointment",
            self.tr("Add an appointment"),
            self.tr("Day and time of the appointment"),
            words=self.tr("With whom? You may leave this empty."),
        )
        self._fill_column()
        self.new_session.given.connect(lambda when, _: self.planned.emit(when))
        self.new_appointment.given.connect(self.appointed)
        self._course.changed.connect(self.course_changed)

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.SESSIONS)

    def draft(self) -> dict[str, str]:
        """See :meth:`PageView.draft`."""
        found = {f"course-{name}": text for name, text in self._course.draft().items()}
        for name, form in self._forms():
            if words := form.draft():
                found[name] = words
        return found

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """See :meth:`PageView.take_draft`."""
        course = {name.removeprefix("course-"): text for name, text in draft.items() if name.startswith("course-")}
        if course:
            self._course.take_draft(course)
        for name, form in self._forms():
            if name in draft:
                form.take_draft(draft[name])

    def _forms(self) -> tuple[tuple[str, DateForm], ...]:
        return ("session", self.new_session), ("appointment", self.new_appointment)

    def start_focus(self) -> None:
        """Begin at the top."""
        self._course.start_focus()

    def show_course(self, course: Course | None) -> None:
        """Show the newest course."""
        self._course.show_course(course)

    def show_sessions(
        self, sessions: Sequence[Session], numbers: Mapping[SessionId, int], messages: Messages, today: date
    ) -> None:
        """Show every session, oldest first."""
        _empty(self._sessions)
        for session in sessions:
            row = SessionRow(session, numbers.get(session.id, 0), messages, today)
            row.opened.connect(self.opened)
            self._sessions.addWidget(row)
        if not sessions:
            self._sessions.addWidget(texts.muted(self.tr("No session yet. You can add one below."), "no-session"))

    def show_appointments(self, appointments: Sequence[Appointment]) -> None:
        """Show every appointment, soonest first."""
        _empty(self._appointments)
        for appointment in appointments:
            row = AppointmentRow(appointment)
            row.removed.connect(self.appointment_removed)
            self._appointments.addWidget(row)
        tab_in_reading_order(self._page.column)

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _fill_column(self) -> None:
        column = self._page.column
        column.addWidget(texts.heading(self.tr("Sessions")))
        column.addWidget(self._notice)
        column.addWidget(self._course)
        column.addLayout(self._sessions)
        column.addWidget(self.new_session)
        column.addSpacing(16)
        column.addWidget(texts.subheading(self.tr("Appointments")))
        column.addWidget(
            texts.muted(
                self.tr(
                    "With your therapist or the person who prescribes. A summary covers the time since the last one."
                )
            )
        )
        column.addLayout(self._appointments)
        column.addWidget(self.new_appointment)
        column.addStretch(1)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()

"""What happens on Sessions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QDateTime, QObject, Slot

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Appointment, Course, Session
from kat_journal.domain.ids import AppointmentId, SessionId
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import from_field, to_field
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions.view import SessionsPage
from kat_journal.services.courses import session_numbers

SUGGESTED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Listed:
    course: Course | None
    sessions: tuple[Session, ...]
    appointments: tuple[Appointment, ...]


class SessionsPresenter(QObject):
    """Lists, adds and changes sessions, appointments and the course."""

    def __init__(self, view: SessionsPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._zone = context.clock.zone()
        self._course: Course | None = None
        suggested = to_field(context.clock.now() + SUGGESTED, self._zone)
        view.new_session.suggest(suggested)
        view.new_appointment.suggest(suggested)
        view.opened.connect(self._on_opened)
        view.planned.connect(self._on_planned)
        view.appointed.connect(self._on_appointed)
        view.appointment_removed.connect(self._on_removed)
        view.course_changed.connect(self._on_course)
        self._refresh()

    def _refresh(self) -> None:
        courses = self._context.journal.courses

        def listed() -> _Listed:
            every = courses.courses()
            return _Listed(every[-1] if every else None, courses.sessions(), courses.appointments())

        self._context.tasks.journal(listed, context=self, then=self._show, failed=self._on_failed)

    def _show(self, listed: _Listed) -> None:
        self._course = listed.course
        today = local_day(self._context.clock.now(), self._zone)
        self._view.show_course(listed.course)
        numbers = session_numbers(listed.sessions)
        self._view.show_sessions(listed.sessions, numbers, self._context.journal.messages, today)
        self._view.show_appointments(listed.appointments)

    def _change(self, work: Callable[[], object]) -> None:
        self._context.tasks.journal(work, context=self, then=lambda _: self._refresh(), failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

    @Slot(int)
    def _on_opened(self, session_id: int) -> None:
        self._context.navigator.go(Place(PageName.SESSION, session_id=SessionId(session_id)))

    @Slot(QDateTime)
    def _on_planned(self, when: QDateTime) -> None:
        at = from_field(when, self._zone)
        self._change(lambda: self._context.journal.courses.plan(at))

    @Slot(QDateTime, str)
    def _on_appointed(self, when: QDateTime, who: str) -> None:
        at = from_field(when, self._zone)
        self._change(lambda: self._context.journal.courses.add_appointment(at, who))

    @Slot(int)
    def _on_removed(self, appointment_id: int) -> None:
        self._change(lambda: self._context.journal.courses.delete_appointment(AppointmentId(appointment_id)))

    @Slot(str, str, int)
    def _on_course(self, name: str, clinic: str, number: int) -> None:
        courses, course = self._context.journal.courses, self._course
        if course is None:
            self._change(lambda: courses.begin_course(name, clinic, number or None))
        else:
            changed = replace(course, name=name, clinic=clinic, planned_sessions=number or None)
            self._change(lambda: courses.update_course(changed))

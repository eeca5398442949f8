"""What happens on Sessions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QDateTime, QObject, Slot

from kat_journal.domain.ids import AppointmentId, CourseId, SessionId
from kat_journal.domain.shapes import Shape, moments
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import from_field, to_field
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions.listing import Listing, Stored, list_up
from kat_journal.gui.sessions.routes import routes_of
from kat_journal.gui.sessions.view import SessionsPage
from kat_journal.gui.widgets.announce import announce

SUGGESTED = timedelta(days=7)


class SessionsPresenter(QObject):
    """Lists, adds and changes courses, sessions and appointments."""

    def __init__(self, view: SessionsPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._zone = context.clock.zone()
        self._shown: Listing | None = None
        self._chosen: CourseId | None = None
        self._removed: AppointmentId | None = None
        """Gone from the page, and from the journal once the page is left: until then it can come back whole."""
        suggested = to_field(context.clock.now() + SUGGESTED, self._zone)
        for asked in (view.new_session, view.new_appointment, view.begin):
            asked.suggest(suggested)
        view.offer_routes(routes_of(context.journal.library.forms.values()))
        view.opened.connect(self._on_opened)
        view.planned.connect(self._on_planned)
        view.appointed.connect(self._on_appointed)
        view.appointment_changed.connect(self._on_appointment_changed)
        view.appointment_removed.connect(self._on_removed)
        view.undone.connect(self._on_undone)
        view.leaving.connect(self._on_leaving)
        view.shaped.connect(self._on_shaped)
        view.begun.connect(self._on_begun)
        view.course_changed.connect(self._on_course)
        view.course_chosen.connect(self._on_chosen)
        self._refresh()

    def _refresh(self, then: Callable[[], None] = lambda: None) -> None:
        journal, chosen, removed = self._context.journal, self._chosen, self._removed
        now, zone = self._context.clock.now(), self._zone

        def listing() -> Listing:
            courses = journal.courses
            appointments = tuple(one for one in courses.appointments() if one.id != removed)
            stored = Stored(courses.courses(), courses.sessions(), appointments)
            return list_up(stored, chosen, journal.messages, now, zone)

        def show(shown: Listing) -> None:
            self._shown = shown
            planned = [s.start for s in shown.sessions if s.start is not None and s.start > now]
            if shown.course is None and planned and not self._view.begin.is_unfolded:
                self._view.begin.suggest(to_field(planned[0], zone))
            self._view.show_listing(shown, self._context.clock.now(), zone)
            then()

        self._context.tasks.journal(listing, context=self, then=show, failed=self._on_failed)

    def _change(self, work: Callable[[], object], then: Callable[[], None] = lambda: None) -> None:
        self._context.tasks.journal(work, context=self, then=lambda _: self._show_kept(then), failed=self._on_failed)

    def _show_kept(self, then: Callable[[], None]) -> None:
        announce(self._view, self.tr("Kept."))  # the fields fold, and nothing else tells
        self._refresh(then)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

    @Slot(int)
    def _on_opened(self, session_id: int) -> None:
        self._context.navigator.go(Place(PageName.SESSION, session_id=SessionId(session_id)))

    @Slot(QDateTime)
    def _on_planned(self, when: QDateTime) -> None:
        at, courses, now = from_field(when, self._zone), self._context.journal.courses, self._context.clock.now()
        course = self._shown.course if self._shown is not None else None

        def add() -> None:
            session = courses.plan(at, course.id if course is not None else None)
            if session.end is not None and session.end <= now:  # one that was: nobody adds those that were not
                courses.hold(session.id)

        self._change(add)

    @Slot(QDateTime, str)
    def _on_appointed(self, when: QDateTime, who: str) -> None:
        at = from_field(when, self._zone)
        self._change(lambda: self._context.journal.courses.add_appointment(at, who))

    @Slot(int, QDateTime, str)
    def _on_appointment_changed(self, appointment_id: int, when: QDateTime, who: str) -> None:
        courses, own, at = self._context.journal.courses, AppointmentId(appointment_id), from_field(when, self._zone)
        self._change(
            lambda: courses.move_appointment(own, at, who), lambda: self._view.focus_appointment(appointment_id)
        )

    @Slot(int)
    def _on_removed(self, appointment_id: int) -> None:
        self._on_leaving()
        self._removed = AppointmentId(appointment_id)
        self._refresh(self._view.show_taken_away)

    @Slot()
    def _on_undone(self) -> None:
        brought_back, self._removed = self._removed, None
        self._refresh(lambda: self._view.show_brought_back(brought_back or 0))

    @Slot()
    def _on_leaving(self) -> None:
        """Take away for good what is gone from the page: nothing brings it back now."""
        removed, self._removed = self._removed, None
        if removed is not None:
            courses = self._context.journal.courses
            work = partial(courses.delete_appointment, removed)
            self._context.tasks.journal(work, context=self, then=lambda _: None, failed=self._on_failed)

    @Slot(str, QDateTime)
    def _on_shaped(self, shape: str, first: QDateTime) -> None:
        days = moments(Shape(shape or Shape.FREE), from_field(first, self._zone), self._zone)
        self._view.begin.show_days([to_field(day, self._zone) for day in days])

    @Slot(str, str, str, object)
    def _on_begun(self, name: str, clinic: str, route: str, days: Sequence[QDateTime]) -> None:
        courses = self._context.journal.courses
        planned = sorted({from_field(day, self._zone) for day in days})

        def begin() -> None:
            course = courses.begin_course(name, clinic, len(planned) if len(planned) > 1 else None, planned)
            if route:
                courses.update_course(replace(course, route=route))

        self._chosen = None
        self._change(begin, self._view.forget_begin)

    @Slot(str, str, str, int)
    def _on_course(self, name: str, clinic: str, route: str, number: int) -> None:
        course = self._shown.course if self._shown is not None else None
        if course is not None:
            changed = replace(course, name=name, clinic=clinic, route=route, planned_sessions=number or None)
            self._change(lambda: self._context.journal.courses.update_course(changed))

    @Slot(int)
    def _on_chosen(self, course_id: int) -> None:
        self._chosen = CourseId(course_id)
        self._refresh(self._view.start_focus)

"""Courses, sessions and appointments, as a person plans and holds them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kat_journal.domain.clock import Clock, days_between, days_later, local_day
from kat_journal.domain.course import USUAL_LENGTH, Appointment, Course, Session, SessionStatus
from kat_journal.domain.ids import AppointmentId, CourseId, SessionId
from kat_journal.storage.courses import Courses

JUST_HAD = timedelta(hours=12)
"""How far back "I've just had a session" reaches for the session that is meant."""

EARLY = timedelta(hours=3)
"""How much sooner than planned a session may have been held."""


class CourseService:
    """Plans, moves, holds and cancels."""

    def __init__(
        self, courses: Courses, clock: Clock, before_it_moves: Callable[[Session], None] = lambda _session: None
    ) -> None:
        """Stand on the stored courses.

        Args:
            courses: Where they are stored.
            clock: Tells what lies ahead.
            before_it_moves: Called with a session as it was, in the transaction that gives it other times.
        """
        self._courses = courses
        self._clock = clock
        self._before_it_moves = before_it_moves

    def courses(self) -> tuple[Course, ...]:
        """Every course, oldest first."""
        return self._courses.courses()

    def begin_course(
        self,
        name: str,
        clinic: str = "",
        planned_sessions: int | None = None,
        moments: Sequence[datetime] = (),
    ) -> Course:
        """Begin a course and plan its sessions; those that belong to no course yet join the first one.

        One that joins and is of the same day as one of these moments is that session, at the hour now given: none is
        planned a second time.
        """
        with self._courses.together():
            joining = () if self.courses() else self.sessions()
            course = self._courses.insert_course(name, clinic, "", planned_sessions)
            for session in joining:
                self.update(replace(session, course_id=course.id))
            known = [session for session in joining if session.status is not SessionStatus.CANCELLED]
            for at in moments:
                self._plan_once(at, course.id, known)
        return course

    def _plan_once(self, at: datetime, course_id: CourseId, known: list[Session]) -> None:
        """Plan a session, or give its hour to the known one of that day, which from then on is no longer known."""
        same_day = [one for one in known if one.start and days_between(one.start, at, self._clock.zone()) == 0]
        if not same_day:
            self.plan(at, course_id)
            return
        session = min(same_day, key=lambda one: abs((one.start or at) - at))
        known.remove(session)
        if session.status is SessionStatus.PLANNED and session.start != at:
            self.move(session.id, at)

    def update_course(self, course: Course) -> None:
        """Store changed words or numbers of a course."""
        self._courses.update_course(course)

    def sessions(self) -> tuple[Session, ...]:
        """Every session, oldest first, cancelled ones included."""
        return self._courses.sessions()

    def session(self, session_id: SessionId) -> Session:
        """One session."""
        return self._courses.session(session_id)

    def number_of(self, session_id: SessionId) -> int:
        """Which session it is, counted from 1 without the cancelled ones; 0 for a cancelled one."""
        return self._courses.number_of(session_id)

    def plan(self, at: datetime, course_id: CourseId | None = None) -> Session:
        """Plan a session; without a course it joins the newest one, if there is one."""
        courses = self.courses()
        if course_id is None and courses:
            course_id = courses[-1].id
        return self._courses.insert_session(
            course_id=course_id,
            status=SessionStatus.PLANNED,
            scheduled_at=at,
            started_at=None,
            ended_at=None,
            zone=self._clock.zone(),
        )

    def update(self, session: Session) -> None:
        """Store changed times or status of a session; what was answered keeps the times it was answered in."""
        with self._courses.together():
            earlier = self.session(session.id)
            if (earlier.start, earlier.end) != (session.start, session.end):
                self._before_it_moves(earlier)
            self._courses.update_session(session)

    def move(self, session_id: SessionId, at: datetime) -> Session:
        """Give a session another time, in the zone in force now. One that took place stays so, unless it lies ahead."""
        session = replace(self.session(session_id), scheduled_at=at, zone=self._clock.zone())
        if session.status is SessionStatus.HELD and at <= self._clock.now():
            session = replace(session, started_at=at, ended_at=None)
        else:
            session = replace(session, status=SessionStatus.PLANNED, started_at=None, ended_at=None)
        self.update(session)
        return session

    def set_times(self, session_id: SessionId, started_at: datetime, ended_at: datetime | None) -> Session:
        """Note when a session really began and ended, and with that, that it took place; its day stays in its zone.

        An end before the start is taken for the same time of a later day: sessions run past midnight.
        """
        session = self.session(session_id)
        if ended_at is not None:
            ended_at = _end_after(started_at, ended_at, session.zone)
        session = replace(session, status=SessionStatus.HELD, started_at=started_at, ended_at=ended_at)
        self.update(session)
        return session

    def put_off(self, session_id: SessionId) -> Session:
        """Note that a session will be on another day, and that nobody knows yet which."""
        session = replace(
            self.session(session_id), status=SessionStatus.PLANNED, scheduled_at=None, started_at=None, ended_at=None
        )
        self.update(session)
        return session

    def hold(self, session_id: SessionId) -> Session:
        """Note that a planned session took place."""
        session = replace(self.session(session_id), status=SessionStatus.HELD)
        self.update(session)
        return session

    def cancel(self, session_id: SessionId) -> Session:
        """Note that a session did not happen; its forms are offered no more."""
        session = replace(self.session(session_id), status=SessionStatus.CANCELLED)
        self.update(session)
        return session

    def just_had(self) -> Session:
        """The session that a person has just had: the planned one of these hours, or else a new one."""
        now = self._clock.now()
        near = [session for session in self.sessions() if _could_be(session, now, self._clock.zone())]
        if not near:
            return self._insert_held(now)
        session = min(near, key=lambda session: abs((session.start or now) - now))
        if session.status is SessionStatus.PLANNED:
            started = min(session.start or now, now)
            session = replace(session, status=SessionStatus.HELD, started_at=started, ended_at=now)
            self.update(session)
        return session

    def appointments(self) -> tuple[Appointment, ...]:
        """Every appointment, soonest first."""
        return self._courses.appointments()

    def add_appointment(self, at: datetime, who: str = "") -> Appointment:
        """Note an appointment with a therapist or prescriber."""
        return self._courses.insert_appointment(at, self._clock.zone(), who)

    def move_appointment(self, appointment_id: AppointmentId, at: datetime, who: str) -> Appointment:
        """Give an appointment another time, in the zone in force now, and another name."""
        appointment = replace(self._courses.appointment(appointment_id), at=at, zone=self._clock.zone(), who=who)
        self.update_appointment(appointment)
        return appointment

    def update_appointment(self, appointment: Appointment) -> None:
        """Store a changed time or name."""
        self._courses.update_appointment(appointment)

    def delete_appointment(self, appointment_id: AppointmentId) -> None:
        """Take an appointment away."""
        self._courses.delete_appointment(appointment_id)

    def _insert_held(self, now: datetime) -> Session:
        courses = self.courses()
        return self._courses.insert_session(
            course_id=courses[-1].id if courses else None,
            status=SessionStatus.HELD,
            scheduled_at=now - USUAL_LENGTH,
            started_at=None,
            ended_at=now,
            zone=self._clock.zone(),
        )


def session_numbers(sessions: Sequence[Session]) -> dict[SessionId, int]:
    """Number of each session that was not cancelled, counted from 1 in order of time."""
    counted = [session for session in sessions if session.status is not SessionStatus.CANCELLED]
    return {session.id: number for number, session in enumerate(counted, start=1)}


def _could_be(session: Session, now: datetime, zone: str) -> bool:
    """Whether "just now" can mean this session."""
    if session.status is SessionStatus.CANCELLED or session.start is None or session.end is None:
        return False
    if session.status is SessionStatus.HELD:
        return session.start <= now <= session.end + JUST_HAD
    same_day = local_day(session.start, zone) == local_day(now, zone)
    return (same_day and session.start <= now + EARLY) or (session.start <= now <= session.end + JUST_HAD)


def _end_after(start: datetime, end: datetime, zone: str) -> datetime:
    """The end, or the first time after the start when the clock shows the same."""
    if end >= start:
        return end
    same_day = days_later(end, days_between(end, start, zone), zone)
    return same_day if same_day >= start else days_later(same_day, 1, zone)

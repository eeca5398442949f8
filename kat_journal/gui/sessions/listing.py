"""What Sessions shows, made from what is stored: one course in words and marks, and the names of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.ids import CourseId
from kat_journal.domain.messages import Messages
from kat_journal.gui.ribbon import appointment_marks, session_marks, ticks
from kat_journal.gui.sessions.rows import SessionLine
from kat_journal.gui.sessions.words import about_course, legend, status, title_of, tr, when
from kat_journal.gui.widgets.timeline import Mark, Tick
from kat_journal.services.courses import session_numbers

AROUND = timedelta(days=14)
"""So far before the first and after the last session, appointments stand on the line."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What the journal holds."""

    courses: tuple[Course, ...]
    sessions: tuple[Session, ...]
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class OtherCourse:
    """A course that is not the one shown, in words."""

    id: CourseId
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What the page shows.

    Attributes:
        course: The one shown; None where there is none yet.
        sessions: Those of that course, oldest first.
        ahead: Its sessions to come, soonest first; those without a day come last.
        past: The others, newest first.
        appointments: Those ahead, soonest first.
        earlier: Those that were, newest first.
    """

    course: Course | None
    sessions: tuple[Session, ...]
    about: str
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    legend: str
    ahead: tuple[SessionLine, ...]
    past: tuple[SessionLine, ...]
    appointments: tuple[Appointment, ...]
    earlier: tuple[Appointment, ...]
    others: tuple[OtherCourse, ...]


def list_up(stored: Stored, chosen: CourseId | None, messages: Messages, now: datetime, zone: str) -> Listing:
    """Everything for one course: the chosen one, or else the newest."""
    newest = stored.courses[-1] if stored.courses else None
    course = next((one for one in stored.courses if one.id == chosen), newest)
    sessions = _of(course, stored, newest)
    numbers = session_numbers(stored.sessions)
    marks = _marks(sessions, stored.appointments)
    ahead = [session for session in sessions if _is_ahead(session, now)]
    past = [session for session in reversed(sessions) if not _is_ahead(session, now)]

    def lines(part: Sequence[Session]) -> tuple[SessionLine, ...]:
        return tuple(_line(session, numbers.get(session.id, 0), messages, now) for session in part)

    others = [one for one in reversed(stored.courses) if one is not course]
    return Listing(
        course=course,
        sessions=tuple(sessions),
        about=about_course(sessions, course),
        marks=tuple(marks),
        ticks=tuple(ticks(marks, zone)),
        legend=legend([mark.kind for mark in marks]),
        ahead=lines(ahead),
        past=lines(past),
        appointments=tuple(one for one in stored.appointments if one.at > now),
        earlier=tuple(one for one in reversed(stored.appointments) if one.at <= now),
        others=tuple(_other(one, _of(one, stored, newest)) for one in others),
    )


def _of(course: Course | None, stored: Stored, newest: Course | None) -> list[Session]:
    """The sessions of a course; those that belong to none stand with the newest."""
    own = course.id if course is not None else None
    return [one for one in stored.sessions if one.course_id == own or (one.course_id is None and course is newest)]


def _marks(sessions: Sequence[Session], appointments: Sequence[Appointment]) -> list[Mark]:
    marks = session_marks(sessions)
    if not marks:
        return []
    first, last = marks[0].when - AROUND, marks[-1].when + AROUND
    return sorted([*marks, *appointment_marks(appointments, first, last)], key=lambda mark: mark.when)


def _is_ahead(session: Session, now: datetime) -> bool:
    if session.start is None or session.end is None:
        return session.status is SessionStatus.PLANNED
    return (session.end if session.status is SessionStatus.PLANNED else session.start) > now


def _line(session: Session, number: int, messages: Messages, now: datetime) -> SessionLine:
    year = local_day(session.start, session.zone).year if session.start is not None else None
    return SessionLine(session.id, title_of(number, messages), f"{when(session)}. {status(session, now)}", year)


def _other(course: Course, sessions: Sequence[Session]) -> OtherCourse:
    about = ". ".join(part for part in (course.clinic, about_course(sessions, course)) if part)
    return OtherCourse(course.id, course.name or tr("A course without a name"), about)

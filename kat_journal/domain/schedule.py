"""When forms are offered: everything is computed from sessions and appointments, nothing is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count, takewhile

from kat_journal.domain.clock import days_later, local_day
from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.form import Anchor, Form, Timing
from kat_journal.domain.ids import AppointmentId, CourseId, FormId, Occurrence, SessionId

A_DAY = timedelta(days=1)

_FAR = timedelta(days=4)
"""From here on no calendar of this world calls it the same day or the next."""


class Window(StrEnum):
    """Where an asking stands in time. Nothing is ever late."""

    NOT_YET = "not-yet"
    OPEN = "open"
    WELCOME = "welcome"


@dataclass(frozen=True, slots=True)
class Times:
    """When something is asked, in UTC: the same four as an asking's."""

    opens: datetime
    due: datetime
    closes: datetime
    about: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """One form, asked once.

    Attributes:
        opens: From then on it is offered, in UTC.
        due: End of the time it is meant for, in UTC.
        closes: From then on it is only "still welcome", in UTC.
        about: Whether these times rest on a guessed end of the session.
    """

    form_id: FormId
    occurrence: Occurrence
    opens: datetime
    due: datetime
    closes: datetime
    session_id: SessionId | None = None
    appointment_id: AppointmentId | None = None
    course_id: CourseId | None = None
    about: bool = False

    def window(self, now: datetime) -> Window:
        """Where it stands at that instant."""
        if now < self.opens:
            return Window.NOT_YET
        return Window.OPEN if now < self.closes else Window.WELCOME

    @property
    def times(self) -> Times:
        """When it is asked."""
        return Times(self.opens, self.due, self.closes, self.about)

    def at(self, times: Times) -> "Asking":
        """The same asking at other times."""
        return replace(self, opens=times.opens, due=times.due, closes=times.closes, about=times.about)


def occurrence_of_session(session_id: SessionId) -> Occurrence:
    """The occurrence of forms anchored to a session."""
    return Occurrence(f"session:{session_id}")


def occurrence_of_appointment(appointment_id: AppointmentId) -> Occurrence:
    """The occurrence of forms anchored to an appointment."""
    return Occurrence(f"appointment:{appointment_id}")


def occurrence_of_course(course_id: CourseId, day: date | None) -> Occurrence:
    """The occurrence of one repetition of a form anchored to a course; without a day, of a form asked once."""
    return Occurrence(f"course:{course_id}#{day.isoformat()}" if day is not None else f"course:{course_id}")


def session_askings(forms: Iterable[Form], session: Session) -> tuple[Asking, ...]:
    """What a session asks, soonest first.

    A cancelled session asks nothing. One that is only planned asks what belongs before it: what comes after waits
    until the person has said that it took place.
    """
    if session.status is SessionStatus.CANCELLED or session.start is None or session.end is None:
        return ()
    anchors = {Anchor.SESSION_START: session.start, Anchor.SESSION_END: session.end}
    held = session.status is SessionStatus.HELD
    askings = [
        _asking(form, form.timing, anchors[form.timing.anchor], occurrence_of_session(session.id), session=session)
        for form in forms
        if form.timing is not None and form.timing.anchor in anchors and (held or is_before(form.timing))
    ]
    return tuple(sorted(askings, key=lambda asking: asking.opens))


def appointment_askings(forms: Iterable[Form], appointment: Appointment) -> tuple[Asking, ...]:
    """What an appointment asks, soonest first."""
    occurrence = occurrence_of_appointment(appointment.id)
    askings = [
        _asking(form, form.timing, appointment.at, occurrence, appointment=appointment)
        for form in forms
        if form.timing is not None and form.timing.anchor is Anchor.APPOINTMENT
    ]
    return tuple(sorted(askings, key=lambda asking: asking.opens))


def course_askings(
    forms: Iterable[Form],
    course: Course,
    starts: datetime,
    zone: str,
    now: datetime,
    since: datetime | None = None,
) -> tuple[Asking, ...]:
    """What a course itself asks up to now, soonest first: once, or again every so many local days.

    A repetition is named by the day it counts from: the same name always means the same days, however often the first
    session moves, and what was answered in those days stays their answer.

    Args:
        forms: The forms that may be offered.
        course: The course.
        starts: What it counts from.
        zone: Where its days are counted.
        now: This instant.
        since: Repetitions that had closed by then may be left out, so that years of them cost nothing.
    """
    askings = []
    for form in forms:
        if form.timing is not None and form.timing.anchor is Anchor.COURSE_START:
            for anchor in _repetitions(form.timing, starts, zone, now, since):
                day = local_day(anchor, zone) if form.timing.every is not None else None
                occurrence = occurrence_of_course(course.id, day)
                askings.append(_asking(form, form.timing, anchor, occurrence, course=course))
    return tuple(sorted(askings, key=lambda asking: asking.opens))


def is_beside_a_session(sessions: Iterable[Session], now: datetime, zone: str) -> bool:
    """Whether this is a day of a session or the day after: no time for questions about the last weeks.

    Days are counted where the session is, and where the person is: after a journey across the date line it is one of
    these days if either calendar says so.
    """
    counted = (session for session in sessions if session.status is not SessionStatus.CANCELLED)
    return any(_is_beside(session, now, zone) for session in counted)


def is_before(timing: Timing) -> bool:
    """Whether a form belongs before its anchor."""
    return timing.opens < timedelta(0)


def _is_beside(session: Session, now: datetime, zone: str) -> bool:
    start = session.start
    if start is None:
        return False
    end = session.ended_at or start
    if not start - _FAR <= now <= end + _FAR:  # most sessions of a long course, for next to nothing
        return False
    calendars = ((session.zone, zone), (session.zone, session.zone), (zone, zone))
    return any(
        local_day(start, of_session) <= local_day(now, of_today) <= local_day(end, of_session) + A_DAY
        for of_session, of_today in calendars
    )


def _repetitions(
    timing: Timing, starts: datetime, zone: str, now: datetime, since: datetime | None
) -> Iterator[datetime]:
    """The anchors of each repetition whose window has opened; local days, so that daylight saving moves nothing."""
    if timing.every is None:
        return iter((starts,))
    first = 0 if since is None else max(0, (since - timing.closes - starts).days // timing.every)
    anchors = (days_later(starts, number * timing.every, zone) for number in count(first))
    return takewhile(lambda anchor: anchor + timing.opens <= now, anchors)


def _asking(
    form: Form,
    timing: Timing,
    anchor: datetime,
    occurrence: Occurrence,
    *,
    session: Session | None = None,
    appointment: Appointment | None = None,
    course: Course | None = None,
) -> Asking:
    about = session is not None and timing.anchor is Anchor.SESSION_END and session.end_is_about
    return Asking(
        form_id=form.id,
        occurrence=occurrence,
        opens=anchor + timing.opens,
        due=anchor + timing.due,
        closes=anchor + timing.closes,
        session_id=session.id if session else None,
        appointment_id=appointment.id if appointment else None,
        course_id=course.id if course else None,
        about=about,
    )

"""How sessions, their course and their parts are named."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from kat_journal.domain.clock import local, local_day
from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.messages import Messages
from kat_journal.gui.dates import clock_time, dated, long_day, short_day, weekday
from kat_journal.gui.widgets.timeline import MOST_DOTS, MarkKind
from kat_journal.services.parts import Part, PartState

NOON, EVENING, NIGHT = 12, 17, 22
"""Hours from which it is afternoon, evening and night."""


def tr(text: str) -> str:
    """Translate a string of the session pages."""
    return QCoreApplication.translate("Sessions", text)


def title_of(number: int, messages: Messages) -> str:
    """Such as "Your third session"; one that did not happen has no number."""
    return tr("Your {ordinal} session").format(ordinal=messages.ordinal(number)) if number else tr("A session")


def status(session: Session, now: datetime) -> str:
    """What became of a session, as sentences."""
    if session.status is SessionStatus.CANCELLED:
        return tr("Did not happen.")
    if session.status is SessionStatus.HELD:
        return tr("Took place.")
    passed = session.end is not None and session.end <= now
    return tr("Planned. Did it take place?") if passed else tr("Planned.")


def when(session: Session) -> str:
    """Day and time of a session."""
    return moment(session.start, session.zone) if session.start is not None else tr("Day not known yet")


def from_to(session: Session) -> str:
    """Day and time of a session, with its end where that is known."""
    if session.start is None or session.ended_at is None:
        return when(session)
    return tr("{start} to {end}").format(start=when(session), end=clock_time(session.ended_at, session.zone))


def moment(at: datetime, zone: str) -> str:
    """Such as "Thursday 26 November 2026, 09:30"."""
    day = local_day(at, zone)
    return f"{long_day(day)} {day.year}, {clock_time(at, zone)}"


def about_course(sessions: Sequence[Session], course: Course | None) -> str:
    """How many sessions there are, or are planned, and from when to when."""
    counted = [session for session in sessions if session.status is not SessionStatus.CANCELLED]
    number = max(len(counted), (course.planned_sessions or 0) if course else 0)
    many = tr("{number} sessions").format(number=number) if number > 1 else tr("One session")
    days = [local_day(session.start, session.zone) for session in counted if session.start is not None]
    parts = [many if number else ""]
    if len(days) > 1:
        parts.append(tr("{first} to {last}").format(first=dated(min(days)), last=dated(max(days))))
    return ", ".join(part for part in parts if part)


def legend(kinds: Sequence[MarkKind]) -> str:
    """What the marks on the line mean, of those that are there."""
    if sum(1 for kind in kinds if kind is not MarkKind.APPOINTMENT) > MOST_DOTS:
        return tr("On the line, each stroke is a session. The bar is now.")
    there = set(kinds)
    words = {
        MarkKind.HELD: tr("filled: took place"),
        MarkKind.PLANNED: tr("ring: planned"),
        MarkKind.CANCELLED: tr("struck through: did not happen"),
        MarkKind.APPOINTMENT: tr("diamond: appointment"),
    }
    said = [words[kind] for kind in MarkKind if kind in there]
    return tr("On the line, {marks}. The bar is now.").format(marks=", ".join(said)) if said else ""


def appointment_words(appointment: Appointment) -> str:
    """Day, time and whom it is with."""
    at = moment(appointment.at, appointment.zone)
    return f"{at}  {appointment.who}" if appointment.who else at


def part_state(part: Part, zone: str, now: datetime) -> str:
    """Where a part of a session stands; never late."""
    if part.state is PartState.NOT_YET:
        return tr("Opens {day}").format(day=opens(part.asking.opens, zone, now))
    if part.state is PartState.PAGE:
        return tr("Written {day}").format(day=short_day(local_day(part.asking.opens, zone)))
    if part.state is PartState.ANSWERED and part.days_after:
        return (
            tr("Answered {days} days later").format(days=part.days_after)
            if part.days_after > 1
            else tr("Answered a day later")
        )
    return {
        PartState.OPEN: tr("Open now"),
        PartState.STARTED: tr("Begun"),
        PartState.ANSWERED: tr("Answered"),
        PartState.SKIPPED: tr("Skipped"),
        PartState.WELCOME: tr("Still welcome"),
    }[part.state]


def opens(at: datetime, zone: str, now: datetime) -> str:
    """Such as "at 16:00", "tomorrow morning" or "Tuesday evening"; beyond a week the day, such as "3 Dec"."""
    wall, today = local(at, zone), local_day(now, zone)
    days = (wall.date() - today).days
    if days <= 0:
        return tr("at {time}").format(time=clock_time(at, zone))
    if days >= 7:
        return _day(wall.date(), today)
    day = tr("tomorrow") if days == 1 else weekday(wall.date())
    return f"{day} {_part_of_day(wall.hour)}"


def _day(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else dated(day)


def _part_of_day(hour: int) -> str:
    if hour < NOON:
        return tr("morning")
    if hour < EVENING:
        return tr("afternoon")
    return tr("evening") if hour < NIGHT else tr("night")

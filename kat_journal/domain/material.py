"""What a summary can be made of, and the period that it covers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId, SessionId, Uid
from kat_journal.domain.practice import Practice, Question
from kat_journal.domain.response import Response

RECENT = timedelta(days=29)
"""The last thirty days, today among them."""

SOON = timedelta(days=14)
"""How long after its period an appointment may be for a summary to be for it."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a summary covers, both ends included.

    Attributes:
        label_key: Key of its name in the message catalogue.
    """

    starts: date
    ends: date
    label_key: str = "period.range"

    def covers(self, day: date) -> bool:
        """Whether that day is one of them."""
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True)
class Answered:
    """A response, and the form as it was asked."""

    response: Response
    form: Form

    @property
    def day(self) -> date:
        """The local date that it belongs to."""
        return self.response.day

    @property
    def session_id(self) -> SessionId | None:
        """The session that it is about."""
        return self.response.session_id


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a summary of one period can be made of.

    Attributes:
        made_on: The day on which the summary is made.
        answered: Responses of the period, oldest first.
        earlier: Responses with a score from before the period, so that the first and the previous number can be told.
        sessions: All sessions, oldest first.
        name: The person's name as they typed it; may be empty.
        remembered: Groups of numbers that were ticked last time; never answers.
        appointment: The one that the summary is for, if it is known.
        only: The one session that it is about, if it is about one alone.
    """

    period: Period
    made_on: date
    answered: tuple[Answered, ...] = ()
    earlier: tuple[Answered, ...] = ()
    sessions: tuple[Session, ...] = ()
    practices: tuple[Practice, ...] = ()
    questions: tuple[Question, ...] = ()
    name: str = ""
    remembered: frozenset[str] = frozenset()
    appointment: Appointment | None = None
    only: SessionId | None = None

    def held_in_period(self) -> tuple[Session, ...]:
        """The sessions that took place in the period, oldest first."""
        return tuple(
            session
            for session in self.sessions
            if session.status is SessionStatus.HELD
            and self.only in {None, session.id}
            and (day := session_day(session)) is not None
            and self.period.covers(day)
        )

    def days_of_sessions(self) -> dict[SessionId, date]:
        """The local day of each session whose time is known."""
        days = ((session.id, session_day(session)) for session in self.sessions)
        return {session_id: day for session_id, day in days if day is not None}


def session_day(session: Session) -> date | None:
    """The local day of a session; None while no time is known."""
    return None if session.start is None else local_day(session.start, session.zone)


def possible_periods(
    appointments: Iterable[Appointment],
    sessions: Iterable[Session],
    today: date,
    last_summary: date | None = None,
) -> tuple[Period, ...]:
    """The periods to offer, the usual one first.

    Since the last appointment, that day included: one of today does not count, because a summary may well be made
    while it is going on. Then since the first session that took place, and the last thirty days. Since the day of the
    last summary is the second: the first must not be another one because a summary was made.
    """
    met = [day for one in appointments if (day := local_day(one.at, one.zone)) < today]
    days = [session_day(one) for one in sessions if one.status is SessionStatus.HELD]
    held = [day for day in days if day is not None and day <= today]
    periods = []
    if met:
        periods.append(Period(max(met), today, "period.since-appointment"))
    if held:
        periods.append(Period(min(held), today, "period.since-first-session"))
    periods.append(Period(today - RECENT, today, "period.last-30-days"))
    if last_summary is not None:
        periods.insert(1, Period(min(last_summary, today), today, "period.since-summary"))
    return tuple(periods)


def appointment_for(appointments: Iterable[Appointment], period: Period, made_on: date) -> Appointment | None:
    """The first appointment that is still ahead and comes soon after the period; today's counts."""
    first, last = max(period.ends, made_on), period.ends + SOON
    coming = (one for one in appointments if first <= local_day(one.at, one.zone) <= last)
    return min(coming, key=lambda one: one.at, default=None)


def answer_key(response: Uid, item: ItemId) -> str:
    """Names one answer in a tick list."""
    return f"answer:{response}:{item}"


def effects_key(response: Uid) -> str:
    """Names the unwanted effects of one check-in."""
    return f"effects:{response}"


def score_key(response: Uid, rule: str) -> str:
    """Names one score of one response."""
    return f"score:{response}:{rule}"


def question_key(question: Uid) -> str:
    """Names one question to ask."""
    return f"question:{question}"


def practice_key(practice: Uid) -> str:
    """Names one practice."""
    return f"practice:{practice}"


def session_key(session: Uid) -> str:
    """Names the date of one session."""
    return f"session:{session}"

"""Progress: numbers over time and around sessions, with nothing said about where they go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from kat_journal.content.library import Library
from kat_journal.domain.asked_numbers import asked_numbers
from kat_journal.domain.clock import Clock, local, local_day
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.effects_by_session import EffectCell, EffectRow, effects_by_session
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormDigest, SessionId
from kat_journal.domain.material import Period, session_day
from kat_journal.domain.progress import Filled, Missing, Point, Series, SeriesKind
from kat_journal.domain.series import all_series
from kat_journal.services.courses import CourseService, session_numbers
from kat_journal.services.let_go import let_go
from kat_journal.storage.numbers import NumbersOf, StoredNumbers
from kat_journal.storage.snapshots import Snapshots

__all__ = [
    "EffectCell",
    "EffectRow",
    "Mark",
    "Missing",
    "Point",
    "ProgressService",
    "ProgressView",
    "Series",
    "SeriesKind",
    "Span",
]

BEFORE_A_COURSE: Final = timedelta(days=14)
"""What was noted this long before the first session belongs to the course."""

_MIDDLE_OF_DAY: Final = time(12)


class Span(StrEnum):
    """How far back Progress looks; always up to today."""

    COURSE = "course"
    THREE_MONTHS = "three-months"
    YEAR = "year"
    EVERYTHING = "everything"


_DAYS: Final = {Span.THREE_MONTHS: timedelta(days=91), Span.YEAR: timedelta(days=365)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A session that took place, on the wall clock of its zone."""

    session_id: SessionId
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Everything that Progress shows of one period.

    Attributes:
        ever: Whether any form that asks for numbers was ever filled in.
        effects: Side effects by session; one column for each of :attr:`marks`.
    """

    span: Span
    period: Period
    ever: bool
    marks: tuple[Mark, ...]
    series: tuple[Series, ...]
    effects: tuple[EffectRow, ...]


class ProgressService:
    """Computes Progress from what is stored, each form as it was asked."""

    def __init__(
        self, numbers: StoredNumbers, snapshots: Snapshots, courses: CourseService, library: Library, clock: Clock
    ) -> None:
        self._numbers = numbers
        self._snapshots = snapshots
        self._courses = courses
        self._library = library
        self._clock = clock

    def view(self, span: Span) -> ProgressView:
        """Progress over that time."""
        sessions = self._courses.sessions()
        forms = self._asking_for_numbers()
        today = local_day(self._clock.now(), self._clock.zone())
        period = self._period(span, sessions, today)
        stored = self._numbers.between(period.starts, today, forms)
        marks = tuple(_marks(sessions, period))
        if span not in _DAYS:  # it begins with what there is
            days = [*(one.day for one in stored), *(mark.at.date() for mark in marks), today]
            period = Period(min(days), today)
        filled = [_filled(one, forms[one.form_digest]) for one in stored]
        answered = [(one.form_id, one.occurrence, one.started_at) for one in stored]
        passed = let_go(self._library, self._courses.courses(), _held(sessions), answered, self._clock)
        return ProgressView(
            span=span,
            period=period,
            ever=bool(forms),
            marks=marks,
            series=all_series(filled, (one for one in passed if period.covers(one.at.date()))),
            effects=effects_by_session(filled, [mark.session_id for mark in marks]),
        )

    def _asking_for_numbers(self) -> Mapping[FormDigest, Form]:
        forms = {digest: self._snapshots.form(digest) for digest in self._numbers.digests()}
        return {digest: form for digest, form in forms.items() if asked_numbers(form)}

    def _period(self, span: Span, sessions: Sequence[Session], today: date) -> Period:
        """The days to look at; a course begins with its first session, or a little before."""
        if span in _DAYS:
            return Period(today - _DAYS[span], today)
        if span is Span.COURSE and (courses := self._courses.courses()):
            own = [session for session in _held(sessions) if session.course_id == courses[-1].id]
            if days := [day for session in own if (day := session_day(session)) is not None and day <= today]:
                return Period(min(days) - BEFORE_A_COURSE, today)
        return Period(date.min, today) if span is Span.EVERYTHING else Period(today - _DAYS[Span.THREE_MONTHS], today)


def _held(sessions: Sequence[Session]) -> list[Session]:
    return [session for session in sessions if session.status is SessionStatus.HELD]


def _marks(sessions: Sequence[Session], period: Period) -> Iterator[Mark]:
    numbers = session_numbers(sessions)
    for session in _held(sessions):
        if session.start is not None:
            at = local(session.start, session.zone).replace(tzinfo=None)
            if period.covers(at.date()):
                yield Mark(session.id, numbers[session.id], at)


def _filled(one: NumbersOf, form: Form) -> Filled:
    """With its time of day, where it was written on the day that it belongs to."""
    at = local(one.started_at, one.zone).replace(tzinfo=None)
    if at.date() != one.day:
        at = datetime.combine(one.day, _MIDDLE_OF_DAY)
    return Filled(form, one.day, at, one.occurrence, one.session_id, one.answers)

"""What Today says: where the person is, one thing to do, and what lies around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.domain.form import Kind
from kat_journal.domain.ids import SessionId
from kat_journal.domain.practice import Practice
from kat_journal.services.courses import CourseService, session_numbers
from kat_journal.services.headings import Headings
from kat_journal.services.offers import Offer, OfferService
from kat_journal.services.practices import PracticeService
from kat_journal.services.written import Written, WrittenService

FIRST_HOURS = timedelta(hours=6)
WRITTEN_KINDS = frozenset({Kind.REFLECTION, Kind.PAGE, Kind.RECORD})


class Moment(StrEnum):
    """Where a person is in their course."""

    NOTHING_PLANNED = "nothing-planned"
    BEFORE = "before"
    SESSION_TODAY = "session-today"
    FIRST_HOURS = "first-hours"
    SAME_DAY = "same-day"
    DAY_AFTER = "day-after"
    DAYS_AFTER = "days-after"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Mark:
    """A session on the line, at its time."""

    when: datetime
    held: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """Something ahead: a session with its number, or an appointment with its name."""

    when: datetime
    session_number: int | None
    who: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything that Today shows, computed afresh each time.

    Attributes:
        session: The session that the sentence speaks of.
        number: Which session that is, from 1.
        days: Whole local days from that session to today; negative before it.
        ask_about: A planned session whose time has passed: did it take place?
        offers: What is open, the first one to be shown as the one action.
        last: The newest words of the person.
        carried: What they carry into the session ahead, or carried into the last one; shown before a session.
        carried_now: Whether it is for the session ahead.
    """

    today: date
    zone: str
    moment: Moment
    session: Session | None
    number: int
    days: int
    ask_about: Session | None
    ask_number: int
    offers: tuple[Offer, ...]
    last: Written | None
    carried: str
    carried_now: bool
    marks: tuple[Mark, ...]
    coming: tuple[Coming, ...]
    practices: tuple[Practice, ...]


class TodayService:
    """Composes Today."""

    def __init__(
        self,
        courses: CourseService,
        offers: OfferService,
        written: WrittenService,
        practices: PracticeService,
        headings: Headings,
        clock: Clock,
    ) -> None:
        self._courses = courses
        self._offers = offers
        self._written = written
        self._practices = practices
        self._headings = headings
        self._clock = clock

    def view(self) -> TodayView:
        """Today, as of now."""
        now, zone = self._clock.now(), self._clock.zone()
        today = local_day(now, zone)
        counted = [s for s in self._courses.sessions() if s.status is not SessionStatus.CANCELLED and s.start]
        numbers = session_numbers(counted)
        spoken = _spoken_of(counted, now, zone)
        start = spoken.start if spoken else None
        ask_about = _to_ask_about(counted, now)
        appointments = self._courses.appointments()
        carried, carried_now = self._carried(spoken, counted)
        return TodayView(
            today=today,
            zone=zone,
            moment=_moment(spoken, now, zone),
            session=spoken,
            number=numbers[spoken.id] if spoken else 0,
            days=(today - local_day(start, spoken.zone)).days if spoken and start else 0,
            ask_about=ask_about,
            ask_number=numbers[ask_about.id] if ask_about else 0,
            offers=self._offers.open_now(counted, appointments, now, today),
            last=self._written.last_words(WRITTEN_KINDS),
            carried=carried,
            carried_now=carried_now,
            marks=tuple(Mark(s.start, s.status is SessionStatus.HELD) for s in counted if s.start),
            coming=_coming(counted, appointments, now, numbers),
            practices=self._practices.practices(),
        )

    def _carried(self, spoken: Session | None, sessions: Sequence[Session]) -> tuple[str, bool]:
        """The intention for the session ahead, or else for the last one that was held; nothing after a session."""
        if spoken is None or spoken.status is not SessionStatus.PLANNED:
            return "", False
        if ahead := self._headings.intention_of(spoken.id):
            return ahead, True
        held = [session for session in sessions if session.status is SessionStatus.HELD]
        return (self._headings.intention_of(held[-1].id) if held else ""), False

    def asks(self) -> bool:
        """Whether a question stands on the page, and nothing else should."""
        counted = [s for s in self._courses.sessions() if s.status is not SessionStatus.CANCELLED and s.start]
        return _to_ask_about(counted, self._clock.now()) is not None

    def not_now(self, offer: Offer) -> None:
        """Leave an offer alone for the rest of this day."""
        self._offers.not_now(offer)


def _spoken_of(sessions: Sequence[Session], now: datetime, zone: str) -> Session | None:
    """The session that Today's sentence is about: today's, else tomorrow's, else the last held, else the next."""
    planned = [s for s in sessions if s.status is SessionStatus.PLANNED and s.start and s.start > now]
    held = [s for s in sessions if s.status is SessionStatus.HELD]
    soon = [s for s in planned if s.start and (local_day(s.start, zone) - local_day(now, zone)).days <= 1]
    if held and held[-1].end and now - held[-1].end < FIRST_HOURS:
        return held[-1]
    if soon:
        return soon[0]
    if held:
        return held[-1]
    return planned[0] if planned else None


def _moment(session: Session | None, now: datetime, zone: str) -> Moment:
    if session is None or session.start is None or session.end is None:
        return Moment.NOTHING_PLANNED
    days = (local_day(now, zone) - local_day(session.start, session.zone)).days
    if session.status is SessionStatus.PLANNED:
        return Moment.SESSION_TODAY if days == 0 else Moment.BEFORE
    if now - session.end < FIRST_HOURS:
        return Moment.FIRST_HOURS
    if days == 0:
        return Moment.SAME_DAY
    if days == 1:
        return Moment.DAY_AFTER
    return Moment.DAYS_AFTER if days <= 10 else Moment.BETWEEN


def _to_ask_about(sessions: Sequence[Session], now: datetime) -> Session | None:
    """The latest planned session whose time has passed."""
    passed = [s for s in sessions if s.status is SessionStatus.PLANNED and s.end and s.end <= now]
    return passed[-1] if passed else None


def _coming(
    sessions: Sequence[Session], appointments: Sequence[Appointment], now: datetime, numbers: dict[SessionId, int]
) -> tuple[Coming, ...]:
    ahead = [Coming(s.start, numbers[s.id], "") for s in sessions if s.start and s.start > now]
    ahead += [Coming(appointment.at, None, appointment.who) for appointment in appointments if appointment.at > now]
    return tuple(sorted(ahead, key=lambda coming: coming.when)[:3])

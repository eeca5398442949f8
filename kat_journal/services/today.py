"""What Today says: where the person is, one thing to do, and what lies around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.domain.form import Kind
from kat_journal.domain.ids import SessionId
from kat_journal.domain.practice import Practice
from kat_journal.services.courses import CourseService, session_numbers
from kat_journal.services.headings import Headings
from kat_journal.services.moments import Moment, days_from, moment_of, spoken_of, to_ask_about
from kat_journal.services.offers import Offer, OfferService, sittings
from kat_journal.services.practices import PracticeService
from kat_journal.services.written import Written, WrittenService

__all__ = ["Coming", "Mark", "Moment", "TodayService", "TodayView"]

WRITTEN_KINDS = frozenset({Kind.REFLECTION, Kind.PAGE, Kind.RECORD})


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
        sitting: What is open for one session, appointment or course together, the first of it as the one action.
        also_open: The rest of what is open: one quiet list, each with its own time.
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
    sitting: tuple[Offer, ...]
    also_open: tuple[Offer, ...]
    last: Written | None
    carried: str
    carried_now: bool
    marks: tuple[Mark, ...]
    coming: tuple[Coming, ...]
    practices: tuple[Practice, ...]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Everything that is open."""
        return self.sitting + self.also_open


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
        spoken = spoken_of(counted, now, zone)
        ask_about = to_ask_about(counted, now)
        appointments = self._courses.appointments()
        carried, carried_now = self._carried(spoken, counted)
        sitting, also_open = sittings(self._offers.open_now(counted, appointments, now, today))
        return TodayView(
            today=today,
            zone=zone,
            moment=moment_of(spoken, now, zone),
            session=spoken,
            number=numbers[spoken.id] if spoken else 0,
            days=days_from(spoken, now, zone) if spoken else 0,
            ask_about=ask_about,
            ask_number=numbers[ask_about.id] if ask_about else 0,
            sitting=sitting,
            also_open=also_open,
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
        return to_ask_about(counted, self._clock.now()) is not None

    def not_now(self, offer: Offer) -> None:
        """Leave an offer alone for the rest of this day."""
        self._offers.not_now(offer)


def _coming(
    sessions: Sequence[Session], appointments: Sequence[Appointment], now: datetime, numbers: dict[SessionId, int]
) -> tuple[Coming, ...]:
    planned = (session for session in sessions if session.status is SessionStatus.PLANNED)
    ahead = [Coming(s.start, numbers[s.id], "") for s in planned if s.start and s.start > now]
    ahead += [Coming(appointment.at, None, appointment.who) for appointment in appointments if appointment.at > now]
    return tuple(sorted(ahead, key=lambda coming: coming.when)[:3])

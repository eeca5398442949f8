"""What is open now: forms whose time has come, the first of them to be Today's one action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import Appointment, Session
from kat_journal.domain.form import Kind, Phase
from kat_journal.domain.ids import AppointmentId, CourseId, FormId, Occurrence, SessionId
from kat_journal.domain.schedule import is_beside_a_session
from kat_journal.services.courses import CourseService, session_numbers
from kat_journal.services.measures import MeasureService
from kat_journal.services.open_askings import OpenAsking, OpenAskings
from kat_journal.services.settings import SettingsService

NOT_NOW = "not-now."


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that is open now.

    Attributes:
        started: Whether something was written in it already.
        opens: Since when it is open.
        closes: From then on it is still welcome on its session's page, and no longer offered.
        session_number: Which session it belongs to, from 1; 0 where it belongs to none.
        course_id: The course that asks it, where no session or appointment does.
    """

    form_id: FormId
    title: str
    about: str
    minutes: int
    kind: Kind
    phase: Phase
    started: bool
    opens: datetime
    closes: datetime
    occurrence: Occurrence
    session_id: SessionId | None
    session_number: int
    appointment_id: AppointmentId | None
    course_id: CourseId | None


class OfferService:
    """Finds what is open, and remembers what a person put off."""

    def __init__(
        self, courses: CourseService, askings: OpenAskings, settings: SettingsService, library: Library, clock: Clock
    ) -> None:
        self._courses = courses
        self._askings = askings
        self._settings = settings
        self._measures = MeasureService(settings, library)
        self._library = library
        self._clock = clock

    def not_now(self, offer: Offer) -> None:
        """Leave an offer alone for the rest of this day."""
        today = local_day(self._clock.now(), self._clock.zone())
        self._settings.put(_not_now_key(offer.form_id, offer.occurrence), today.isoformat())

    def open_now(
        self, sessions: Sequence[Session], appointments: Sequence[Appointment], now: datetime, today: date
    ) -> tuple[Offer, ...]:
        """What is open, the first to be shown as the one action.

        Args:
            sessions: Every session that was not cancelled and has a time, oldest first.
            appointments: Every appointment.
            now: This instant.
            today: The date where the person is.
        """
        beside = is_beside_a_session(sessions, now, self._clock.zone())
        on = {measure.form_id for measure in self._measures.available() if measure.on}
        forms = [
            form
            for form in self._library.forms.values()
            if (not form.on_request or form.id in on) and not (beside and form.recall)
        ]
        found = self._askings.at(now, forms, self._courses.courses(), sessions, appointments)
        numbers = session_numbers(sessions)
        waiting = [one for one in found if not self._put_off(one, today)]
        return tuple(_offer(one, numbers) for one in sorted(waiting, key=lambda one: _urgency(one, now)))

    def _put_off(self, one: OpenAsking, today: date) -> bool:
        return self._settings.get(_not_now_key(one.form.id, one.asking.occurrence)) == today.isoformat()


def sittings(offers: Sequence[Offer]) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:
    """What belongs together with the first, that one included, and the rest; both in their order."""
    if not offers:
        return (), ()
    together = _belongs_to(offers[0])
    return (
        tuple(offer for offer in offers if _belongs_to(offer) == together),
        tuple(offer for offer in offers if _belongs_to(offer) != together),
    )


def _belongs_to(offer: Offer) -> tuple[SessionId | None, AppointmentId | None, CourseId | None]:
    return offer.session_id, offer.appointment_id, offer.course_id


def _urgency(one: OpenAsking, now: datetime) -> tuple[bool, bool, bool, timedelta]:
    """The first hours come before all else, their words first; then what is meant for now, soonest to close."""
    form, asking = one.form, one.asking
    return (form.phase is not Phase.FIRST_HOURS, not form.calm, asking.due < now, asking.closes - now)


def _offer(one: OpenAsking, numbers: dict[SessionId, int]) -> Offer:
    form, asking = one.form, one.asking
    return Offer(
        form_id=form.id,
        title=form.title,
        about=form.about,
        minutes=form.minutes,
        kind=form.kind,
        phase=form.phase,
        started=one.started,
        opens=asking.opens,
        closes=asking.closes,
        occurrence=asking.occurrence,
        session_id=asking.session_id,
        session_number=numbers[asking.session_id] if asking.session_id is not None else 0,
        appointment_id=asking.appointment_id,
        course_id=asking.course_id,
    )


def _not_now_key(form_id: FormId, occurrence: Occurrence) -> str:
    return f"{NOT_NOW}{form_id}.{occurrence}"

"""What is open now: forms whose time has come, the first of them to be Today's one action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.course import Appointment, Session
from kat_journal.domain.form import Kind, Phase
from kat_journal.domain.ids import AppointmentId, FormId, Occurrence, SessionId
from kat_journal.domain.schedule import Asking, appointment_askings, is_beside_a_session
from kat_journal.services.courses import CourseService
from kat_journal.services.measures import MeasureService
from kat_journal.services.parts import Part, PartService, is_open
from kat_journal.services.rhythm import askings_of_courses
from kat_journal.services.settings import SettingsService

A_WEEK, A_MONTH = timedelta(days=7), timedelta(days=31)
NOT_NOW = "not-now."


@dataclass(frozen=True, slots=True)
class Offer:
    """A form that is open now."""

    form_id: FormId
    title: str
    about: str
    minutes: int
    kind: Kind
    phase: Phase
    started: bool
    closes: datetime
    occurrence: Occurrence
    session_id: SessionId | None
    appointment_id: AppointmentId | None


class OfferService:
    """Finds what is open, and remembers what a person put off."""

    def __init__(
        self, courses: CourseService, parts: PartService, settings: SettingsService, library: Library, clock: Clock
    ) -> None:
        self._courses = courses
        self._parts = parts
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
        """What is open, the first to be shown as the one action."""
        forms = tuple(form for form in self._library.forms.values() if self._measures.may_offer(form))
        reach = max((form.timing.closes for form in forms if form.timing), default=timedelta()) + A_WEEK
        near = [s for s in sessions if s.start and -reach < s.start - now < A_MONTH]
        parts = [part for session in near for part in self._parts.parts(session)]
        askings = [a for appointment in appointments for a in appointment_askings(forms, appointment)]
        askings += askings_of_courses(forms, self._courses.courses(), sessions, now)
        parts += [self._parts.part(asking) for asking in askings if asking.opens <= now < asking.closes]
        beside = is_beside_a_session(sessions, now, self._clock.zone())
        open_parts = [part for part in parts if is_open(part, part.asking.window(now))]
        open_parts = [part for part in open_parts if not (beside and self._library.form(part.form_id).recall)]
        open_parts.sort(key=lambda part: self._urgency(part, now))
        return tuple(self._offer(part) for part in open_parts if not self._put_off(part.asking, today))

    def _urgency(self, part: Part, now: datetime) -> tuple[bool, bool, bool, timedelta]:
        """The first hours come before all else, their words first; then what is meant for now, soonest to close."""
        form = self._library.form(part.form_id)
        return (form.phase is not Phase.FIRST_HOURS, not form.calm, part.asking.due < now, part.asking.closes - now)

    def _put_off(self, asking: Asking, today: date) -> bool:
        return self._settings.get(_not_now_key(asking.form_id, asking.occurrence)) == today.isoformat()

    def _offer(self, part: Part) -> Offer:
        form = self._library.form(part.form_id)
        return Offer(
            form_id=form.id,
            title=form.title,
            about=form.about,
            minutes=form.minutes,
            kind=form.kind,
            phase=form.phase,
            started=part.uid is not None,
            closes=part.asking.closes,
            occurrence=part.asking.occurrence,
            session_id=part.asking.session_id,
            appointment_id=part.asking.appointment_id,
        )


def _not_now_key(form_id: FormId, occurrence: Occurrence) -> str:
    return f"{NOT_NOW}{form_id}.{occurrence}"

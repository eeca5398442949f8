"""What lies ahead: sessions, appointments, and when pages open. Times alone; no title and no word of anybody."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, local_day, zone_of
from kat_journal.domain.course import Appointment, Session, SessionStatus
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormId, Occurrence
from kat_journal.domain.schedule import Asking, appointment_askings, is_beside_a_session, session_askings
from kat_journal.services.courses import CourseService
from kat_journal.services.measures import MeasureService
from kat_journal.services.open_askings import OpenAskings
from kat_journal.services.rhythm import askings_of_courses

FOUR_WEEKS: Final = timedelta(days=28)
A_WEEK: Final = timedelta(days=7)
A_DAY: Final = timedelta(days=1)

ASKED_FOR: Final = timedelta(hours=48)
"""How long it is worth a reminder that Today asks whether a session took place."""

_Asked = tuple[FormId, Occurrence]


class AheadKind(StrEnum):
    """What lies ahead; ``OPEN`` is a page that opens."""

    SESSION = "session"
    APPOINTMENT = "appointment"
    OPEN = "open"


_ORDER = {kind: place for place, kind in enumerate(AheadKind)}


@dataclass(frozen=True, slots=True)
class Ahead:
    """One thing that lies ahead.

    Attributes:
        when: When it begins or opens, in UTC.
        zone: IANA zone in which its day is counted.
        key: Tells it from everything else, and stays the same when it moves.
        closes: Of a page: from then on it is no longer offered, in UTC.
    """

    when: datetime
    zone: str
    kind: AheadKind
    key: str
    closes: datetime | None = None


class AheadService:
    """Looks ahead, afresh each time. Pages that open at the same time for the same thing are one."""

    def __init__(
        self, courses: CourseService, askings: OpenAskings, measures: MeasureService, library: Library, clock: Clock
    ) -> None:
        self._courses = courses
        self._open_askings = askings
        self._measures = measures
        self._library = library
        self._clock = clock

    def until(self, end: datetime, since: datetime | None = None) -> tuple[Ahead, ...]:
        """What begins or opens up to an instant, soonest first: from now on, or from another instant on."""
        since = since or self._clock.now()
        sessions = [s for s in self._courses.sessions() if s.status is not SessionStatus.CANCELLED and s.start]
        appointments = self._courses.appointments()
        found = [*_planned(sessions), *_meetings(appointments), *_questions(sessions)]
        found += self._openings(sessions, appointments, since, end)
        # Pages that cannot be told apart are one: it opens with the first of them, and closes with the last.
        found.sort(key=lambda ahead: (-ahead.when.timestamp(), ahead.closes or ahead.when))
        own = {ahead.key: ahead for ahead in found if since < ahead.when <= end}
        return tuple(sorted(own.values(), key=lambda ahead: (ahead.when, _ORDER[ahead.kind], ahead.key)))

    def _openings(
        self, sessions: Sequence[Session], appointments: Sequence[Appointment], since: datetime, end: datetime
    ) -> Iterator[Ahead]:
        """The pages that open in that span, and that nobody has answered by then."""
        forms = {form.id: form for form in self._library.forms.values() if self._measures.may_offer(form)}
        now, zone, courses = self._clock.now(), self._clock.zone(), self._courses.courses()
        near = [one for one in sessions if one.start and since - A_WEEK < one.start < end + A_WEEK]
        waiting: dict[datetime, frozenset[_Asked]] = {}
        for owner, own_zone, asking in self._askings(forms.values(), sessions, appointments, (now, since, end)):
            form = forms[asking.form_id]
            opens = _free_of_sessions(form, asking, near, zone) if asking.opens <= end else asking.opens
            if since < opens <= end and opens < asking.closes:
                at = max(opens, now)
                if at not in waiting:
                    open_then = self._open_askings.at(at, forms.values(), courses, sessions, appointments)
                    waiting[at] = frozenset((one.asking.form_id, one.asking.occurrence) for one in open_then)
                if (asking.form_id, asking.occurrence) in waiting[at]:
                    yield Ahead(opens, own_zone, AheadKind.OPEN, _key(owner, form), asking.closes)

    def _askings(
        self,
        forms: Collection[Form],
        sessions: Sequence[Session],
        appointments: Sequence[Appointment],
        span: tuple[datetime, datetime, datetime],
    ) -> Iterator[tuple[str, str, Asking]]:
        """Every asking that may open in that span, with whose it is and in which zone."""
        now, since, end = span
        reach = max((form.timing.closes for form in forms if form.timing), default=timedelta()) + A_WEEK
        for session in sessions:
            if session.start and since - reach < session.start < end + reach:
                for asking in session_askings(forms, session):
                    yield f"session:{session.uid}", session.zone, asking
        for meeting in appointments:
            for asking in appointment_askings(forms, meeting):
                yield f"appointment:{meeting.uid}", meeting.zone, asking
        courses = self._courses.courses()
        uids = {course.id: course.uid for course in courses}
        # As of now, which is how Today asks, and as of the end, for the repetitions up to then.
        for until in (now, end):
            for asking in askings_of_courses(forms, courses, sessions, until, since=since):
                owner = next((uid for course, uid in uids.items() if course == asking.course_id), "")
                yield f"course:{owner}#{asking.occurrence.partition('#')[2]}", self._clock.zone(), asking


def _planned(sessions: Iterable[Session]) -> Iterator[Ahead]:
    for session in sessions:
        if session.start is not None and session.status is SessionStatus.PLANNED:
            yield Ahead(session.start, session.zone, AheadKind.SESSION, f"session:{session.uid}")


def _meetings(appointments: Iterable[Appointment]) -> Iterator[Ahead]:
    for one in appointments:
        yield Ahead(one.at, one.zone, AheadKind.APPOINTMENT, f"appointment:{one.uid}")


def _questions(sessions: Iterable[Session]) -> Iterator[Ahead]:
    """After a planned session, Today asks whether it took place; only then do its own pages open."""
    for session in sessions:
        if session.end is not None and session.status is SessionStatus.PLANNED:
            closes = session.end + ASKED_FOR
            yield Ahead(session.end, session.zone, AheadKind.OPEN, f"asks:{session.uid}", closes)


def _free_of_sessions(form: Form, asking: Asking, sessions: Sequence[Session], zone: str) -> datetime:
    """When a form is first offered: one that looks back waits until a session and the day after are over."""
    opens = asking.opens
    while form.recall and opens < asking.closes and is_beside_a_session(sessions, opens, zone):
        opens = datetime.combine(local_day(opens, zone) + A_DAY, time(), zone_of(zone)).astimezone(opens.tzinfo)
    return opens


def _key(owner: str, form: Form) -> str:
    """Which opening it is: the same for all pages that open together, and the same when their anchor moves."""
    timing = form.timing
    assert timing is not None  # noqa: S101 - only what has a time is asked
    return f"open:{owner}:{timing.anchor}:{int(timing.opens.total_seconds())}"

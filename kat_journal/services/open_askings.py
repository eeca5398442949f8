"""Which askings are open now, and what was already written to each of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kat_journal.domain.again import is_answered, is_going_on
from kat_journal.domain.course import Appointment, Course, Session, SessionStatus
from kat_journal.domain.form import Anchor, Form
from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Response, is_done
from kat_journal.domain.schedule import Asking, Window, appointment_askings, session_askings
from kat_journal.services.moments import FIRST_HOURS
from kat_journal.services.rhythm import askings_of_courses
from kat_journal.storage.askings import AskedResponses
from kat_journal.storage.snapshots import Snapshots

_SOON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenAsking:
    """An asking that is open and not yet answered.

    Attributes:
        form: The form that is asked.
        started: Whether something was written to it.
    """

    asking: Asking
    form: Form
    started: bool


class OpenAskings:
    """Finds them in a few questions to the file, however long the course is."""

    def __init__(self, asked: AskedResponses, snapshots: Snapshots) -> None:
        self._asked = asked
        self._snapshots = snapshots

    def at(
        self,
        now: datetime,
        forms: Iterable[Form],
        courses: Sequence[Course],
        sessions: Sequence[Session],
        appointments: Sequence[Appointment],
    ) -> list[OpenAsking]:
        """What is open at that instant and waits for an answer: that of sessions first, then appointments and courses.

        Args:
            now: This instant.
            forms: The forms that may be offered.
            courses: Every course, oldest first.
            sessions: Every session that was not cancelled, oldest first.
            appointments: Every appointment.
        """
        by_id = {form.id: form for form in forms if form.timing is not None}
        askings = [*_of_sessions(by_id.values(), sessions, now), *_of_appointments(by_id.values(), appointments, now)]
        askings += askings_of_courses(by_id.values(), courses, sessions, now, since=now)
        askings = self._told_apart([one for one in askings if one.window(now) is Window.OPEN], by_id, now)
        stored = self._asked.to((one.form_id, one.occurrence) for one in askings)
        written = ((one, stored.get((one.form_id, one.occurrence))) for one in askings)
        return [
            OpenAsking(one, by_id[one.form_id], started=response is not None)
            for one, response in written
            if response is None or not self._is_done(response)
        ]

    def _told_apart(self, askings: Iterable[Asking], forms: Mapping[FormId, Form], now: datetime) -> list[Asking]:
        """Each of them once: a form that comes again goes on with what was begun, and not beside what was answered."""
        again: dict[FormId, Asking] = {}
        once = []
        for asking in askings:
            if not _every(forms[asking.form_id]):
                once.append(asking)
            elif asking.form_id not in again or asking.opens > again[asking.form_id].opens:
                again[asking.form_id] = asking  # of several that are open, the one that opened last
        if not again:
            return once
        reach = max(_reach(asking, forms[form_id]) for form_id, asking in again.items())
        near: dict[FormId, list[Response]] = {form_id: [] for form_id in again}
        for response in self._asked.near(again, now - reach, now + reach):
            near[response.form_id].append(response)
        kept = (self._again(asking, _every(forms[form_id]), near[form_id], now) for form_id, asking in again.items())
        return once + [asking for asking in kept if asking is not None]

    def _again(self, asking: Asking, every: int, near: Sequence[Response], now: datetime) -> Asking | None:
        """The repetition as it is offered now: under the name it was begun with, or not at all."""
        begun = []
        for response in near:
            if self._is_done(response):
                if is_answered(asking, every, _answered_at(response), now):
                    return None
            elif response.occurrence and is_going_on(asking, every, response.started_at, now):
                begun.append(response.occurrence)
        return asking if not begun or asking.occurrence in begun else replace(asking, occurrence=begun[-1])

    def _is_done(self, response: Response) -> bool:
        form = self._snapshots.form(response.form_digest)
        return is_done(form, response.answers, response.finished_at is not None)


def _of_sessions(forms: Iterable[Form], sessions: Sequence[Session], now: datetime) -> Iterator[Asking]:
    """What sessions near enough ask. One that was planned and has begun asks nothing until it is said to be held."""
    forms, opens, closes = _anchored(forms, Anchor.SESSION_START, Anchor.SESSION_END)
    soonest = _soonest(sessions, now)
    for session in sessions:
        start, end = session.start, session.end
        if start and end and start + opens <= now < end + closes and _is_asking(session, now, soonest):
            yield from session_askings(forms, session)


def _of_appointments(forms: Iterable[Form], appointments: Sequence[Appointment], now: datetime) -> Iterator[Asking]:
    """What appointments near enough ask."""
    forms, opens, closes = _anchored(forms, Anchor.APPOINTMENT)
    for appointment in appointments:
        if appointment.at + opens <= now < appointment.at + closes:
            yield from appointment_askings(forms, appointment)


def _anchored(forms: Iterable[Form], *anchors: Anchor) -> tuple[Sequence[Form], timedelta, timedelta]:
    """The forms with these anchors, the first instant at which any of them opens, and the last one before all close."""
    own = [form for form in forms if form.timing is not None and form.timing.anchor in anchors]
    timings = [form.timing for form in own if form.timing is not None]
    opens = min((timing.opens for timing in timings), default=timedelta())
    return own, opens, max((timing.closes for timing in timings), default=timedelta())


def _soonest(sessions: Sequence[Session], now: datetime) -> datetime | None:
    """When the session begins that a person prepares for: the next one, and in the first hours after one only if soon.

    In a course of two sessions a week the windows before them overlap: one at a time is enough.
    """
    ahead = min((session.start for session in sessions if session.start and session.start > now), default=None)
    resting = any(_is_resting(session, now) for session in sessions)
    return None if ahead is not None and resting and ahead - now > _SOON else ahead


def _is_resting(session: Session, now: datetime) -> bool:
    start, end = session.start, session.end
    if session.status is not SessionStatus.HELD or start is None or end is None:
        return False
    return start <= now < end + FIRST_HOURS


def _is_asking(session: Session, now: datetime, soonest: datetime | None) -> bool:
    if session.start is not None and session.start > now:
        return session.start == soonest
    return session.status is SessionStatus.HELD


def _every(form: Form) -> int:
    """Days between repetitions; 0 for a form that is asked once."""
    return form.timing.every or 0 if form.timing is not None else 0


def _reach(asking: Asking, form: Form) -> timedelta:
    """How far from now an answer can stand in the way."""
    return max(timedelta(days=_every(form)), asking.closes - asking.opens)


def _answered_at(response: Response) -> tuple[datetime, ...]:
    """When it was begun and when it was answered: within a window, or near, is either of them."""
    if response.finished_at is not None:
        return response.started_at, response.finished_at
    changed = [answer.updated_at for answer in response.answers.values() if answer.updated_at is not None]
    return response.started_at, *changed

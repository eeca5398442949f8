"""The parts of a session in order: what was answered, what is open, and what is still welcome."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock, days_between
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.form import Form, Kind
from kat_journal.domain.ids import FormId, Occurrence, SessionId, Uid
from kat_journal.domain.response import Answer, Response, is_done
from kat_journal.domain.schedule import Asking, Times, occurrence_of_session, session_askings
from kat_journal.services.courses import CourseService
from kat_journal.services.kept_times import KeptTimesService
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots


class PartState(StrEnum):
    """Where a part of a session stands."""

    NOT_YET = "not-yet"
    OPEN = "open"
    STARTED = "started"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    WELCOME = "welcome"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Part:
    """One form of a session.

    Attributes:
        uid: The response, once it has a row.
        asking: What was answered keeps the times in which it was, when its session moves afterwards.
        days_after: Local days from the end of its window to the answer; 0 where it was answered within it.
    """

    form_id: FormId
    title: str
    minutes: int
    state: PartState
    asking: Asking
    uid: Uid | None = None
    days_after: int = 0


class PartService:
    """Lists what belongs to a session."""

    def __init__(
        self,
        courses: CourseService,
        responses: Responses,
        snapshots: Snapshots,
        kept: KeptTimesService,
        library: Library,
        clock: Clock,
    ) -> None:
        self._courses = courses
        self._responses = responses
        self._snapshots = snapshots
        self._kept = kept
        self._library = library
        self._clock = clock

    def of_session(self, session_id: SessionId) -> tuple[Part, ...]:
        """The parts of one session, in order of time."""
        return self.parts(self._courses.session(session_id))

    def parts(self, session: Session) -> tuple[Part, ...]:
        """The parts of a session that was read already.

        What was written stays among them, whatever becomes of the session: moved, put off or cancelled.
        """
        asked = occurrence_of_session(session.id)
        stored = {
            response.form_id: response
            for response in self._responses.of_session(session.id)
            if response.occurrence == asked  # a page opened by hand is no part
        }
        kept = self._kept.of(stored.values())
        forms = self._library.forms.values()
        now_asked = {asking.form_id for asking in session_askings(forms, session)}
        parts = []
        for asking in session_askings(forms, replace(session, status=SessionStatus.HELD)):
            response = stored.pop(asking.form_id, None)
            if response is not None:
                parts.append(self._written(asking, response, kept))
            elif asking.form_id in now_asked:
                parts.append(self._waiting(asking))
        return (*parts, *(self._written(_as_written(one, asked), one, kept) for one in stored.values()))

    def pages(self, session: Session) -> tuple[Part, ...]:
        """The person's own pages that were given to a session, oldest first; nothing asks for them."""
        stored = (one for one in self._responses.of_session(session.id) if one.occurrence is None)
        pages = ((one, self._snapshots.form(one.form_digest)) for one in stored)
        return tuple(_page(one, form) for one, form in pages if form.kind is Kind.PAGE)

    def part(self, asking: Asking) -> Part:
        """The part that one asking is."""
        response = self._responses.find(asking.form_id, asking.occurrence)
        return self._waiting(asking) if response is None else self._written(asking, response, self._kept.of([response]))

    def _waiting(self, asking: Asking) -> Part:
        form = self._library.form(asking.form_id)
        return Part(form.id, form.title, form.minutes, PartState(asking.window(self._clock.now()).value), asking)

    def _written(self, asking: Asking, response: Response, kept: Mapping[Uid, Times]) -> Part:
        form = self._library.forms.get(asking.form_id) or self._snapshots.form(response.form_digest)
        state = self._state(response)
        if response.uid in kept and state is not PartState.STARTED:
            asking = asking.at(kept[response.uid])
        days = _days_after(asking, response)
        return Part(form.id, form.title, form.minutes, state, asking, response.uid, days)

    def _state(self, response: Response) -> PartState:
        asked: Form = self._snapshots.form(response.form_digest)
        if not is_done(asked, response.answers, response.finished_at is not None):
            return PartState.STARTED
        return PartState.ANSWERED if _any_given(response.answers.values()) else PartState.SKIPPED


def _days_after(asking: Asking, response: Response) -> int:
    """Local days from the last day of its window to the answer, counted where it was answered."""
    answered_at = response.finished_at or response.started_at
    if answered_at < asking.closes or asking.opens == asking.closes:  # without a window there is nothing to be after
        return 0
    return days_between(asking.closes - datetime.resolution, answered_at, response.zone)


def _as_written(response: Response, occurrence: Occurrence) -> Asking:
    """The asking of something that nothing asks any more: it stands where it was begun."""
    at = response.started_at
    return Asking(response.form_id, occurrence, opens=at, due=at, closes=at, session_id=response.session_id)


def _page(response: Response, form: Form) -> Part:
    asking = _as_written(response, Occurrence(f"page:{response.uid}"))
    return Part(form.id, form.title, form.minutes, PartState.PAGE, asking, response.uid)


def _any_given(answers: Iterable[Answer]) -> bool:
    return any(not answer.skipped for answer in answers)

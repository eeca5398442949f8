"""The parts of a session in order: what was answered, what is open, and what is still welcome."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock
from kat_journal.domain.course import Session
from kat_journal.domain.form import Form, Kind
from kat_journal.domain.ids import FormId, Occurrence, SessionId, Uid
from kat_journal.domain.response import Answer, Response, is_done
from kat_journal.domain.schedule import Asking, Window, occurrence_of_session, session_askings
from kat_journal.services.courses import CourseService
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
        days_after: Days from the end of its window to the answer; 0 where it was answered within it.
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
        self, courses: CourseService, responses: Responses, snapshots: Snapshots, library: Library, clock: Clock
    ) -> None:
        self._courses = courses
        self._responses = responses
        self._snapshots = snapshots
        self._library = library
        self._clock = clock

    def of_session(self, session_id: SessionId) -> tuple[Part, ...]:
        """The parts of one session, in order of time."""
        return self.parts(self._courses.session(session_id))

    def parts(self, session: Session) -> tuple[Part, ...]:
        """The parts of a session that was read already."""
        asked = occurrence_of_session(session.id)
        stored = {
            response.form_id: response
            for response in self._responses.of_session(session.id)
            if response.occurrence == asked  # a page opened by hand is no part
        }
        askings = session_askings(self._library.forms.values(), session)
        return tuple(self._part(asking, stored.get(asking.form_id)) for asking in askings)

    def pages(self, session: Session) -> tuple[Part, ...]:
        """The person's own pages that were given to a session, oldest first; nothing asks for them."""
        stored = (one for one in self._responses.of_session(session.id) if one.occurrence is None)
        pages = ((one, self._snapshots.form(one.form_digest)) for one in stored)
        return tuple(_page(one, form) for one, form in pages if form.kind is Kind.PAGE)

    def part(self, asking: Asking) -> Part:
        """The part that one asking is."""
        return self._part(asking, self._responses.find(asking.form_id, asking.occurrence))

    def _part(self, asking: Asking, response: Response | None) -> Part:
        form = self._library.form(asking.form_id)
        if response is None:
            state = PartState(asking.window(self._clock.now()).value)
            return Part(form.id, form.title, form.minutes, state, asking)
        state = self._state(response)
        answered_at = response.finished_at or response.started_at
        days = max(0, (answered_at - asking.closes).days + 1) if answered_at > asking.closes else 0
        return Part(form.id, form.title, form.minutes, state, asking, response.uid, days)

    def _state(self, response: Response) -> PartState:
        asked: Form = self._snapshots.form(response.form_digest)
        if not is_done(asked, response.answers, response.finished_at is not None):
            return PartState.STARTED
        return PartState.ANSWERED if _any_given(response.answers.values()) else PartState.SKIPPED


def is_open(part: Part, window: Window) -> bool:
    """Whether Today may offer a part."""
    return window is Window.OPEN and part.state in {PartState.OPEN, PartState.STARTED}


def _page(response: Response, form: Form) -> Part:
    at, occurrence = response.started_at, Occurrence(f"page:{response.uid}")
    asking = Asking(form.id, occurrence, opens=at, due=at, closes=at, session_id=response.session_id)
    return Part(form.id, form.title, form.minutes, PartState.PAGE, asking, response.uid)


def _any_given(answers: Iterable[Answer]) -> bool:
    return any(not answer.skipped for answer in answers)

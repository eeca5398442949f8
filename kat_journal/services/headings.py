"""The quiet line above a form, and the intention shown beside a reflection."""

from kat_journal.domain.form import Kind, Phase, Section
from kat_journal.domain.ids import SessionId
from kat_journal.domain.messages import Messages
from kat_journal.domain.response import Draft, Response, words_of
from kat_journal.services.courses import CourseService
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots

_SPOKEN = frozenset({Phase.BEFORE, Phase.NEXT_DAY, Phase.DAYS_AFTER, Phase.WEEK_AFTER})


class Headings:
    """Says where a form stands, in the person's own course."""

    def __init__(self, courses: CourseService, responses: Responses, snapshots: Snapshots, messages: Messages) -> None:
        self._courses = courses
        self._responses = responses
        self._snapshots = snapshots
        self._messages = messages

    def heading(self, draft: Draft) -> str:
        """Such as "The day after your third session"; the form's title where no counted session belongs to it."""
        if draft.session_id is None or draft.form.phase not in _SPOKEN:
            return draft.form.title
        number = self._courses.number_of(draft.session_id)
        if number == 0:
            return draft.form.title
        return self._messages.get(f"heading.{draft.form.phase}", ordinal=self._messages.ordinal(number))

    def intention(self, draft: Draft) -> str:
        """What the person carried into the session of this form; empty if nothing was kept."""
        if draft.session_id is None or draft.form.kind is Kind.INTENTION:
            return ""
        return self.intention_of(draft.session_id)

    def intention_of(self, session_id: SessionId) -> str:
        """What the person carries into a session; empty if nothing was kept."""
        words = (self._intention_in(response) for response in self._responses.of_session(session_id))
        return next((text for text in words if text), "")

    def _intention_in(self, response: Response) -> str:
        form = self._snapshots.form(response.form_digest)
        for item in form.questions():
            if item.section is Section.INTENTION and (answer := response.answers.get(item.id)) is not None:
                return words_of(answer)
        return ""

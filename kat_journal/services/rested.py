"""Which topics were written about lately, so that the next reflection begins with the others."""

from datetime import timedelta

from kat_journal.domain.form import Form, Kind
from kat_journal.domain.response import Draft, Response
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots

LATELY = timedelta(days=14)


def rested_topics(responses: Responses, snapshots: Snapshots, draft: Draft) -> tuple[str, ...]:
    """The topics of the reflection before this one, begun in the two weeks before it; none for other forms."""
    if not _is_offered(draft.form):
        return ()
    for response in reversed(responses.between(draft.day - LATELY, draft.day)):
        form = snapshots.form(response.form_digest)
        if response.started_at < draft.started_at and _is_offered(form) and (topics := _topics(form, response)):
            return topics
    return ()


def _is_offered(form: Form) -> bool:
    """Whether a form offers some of its questions at a sitting, by topic."""
    return form.kind is Kind.REFLECTION and form.offer is not None and not form.calm


def _topics(form: Form, response: Response) -> tuple[str, ...]:
    given = {item_id for item_id, answer in response.answers.items() if not answer.skipped}
    return tuple(sorted({item.topic for item in form.items if item.id in given and item.topic}))

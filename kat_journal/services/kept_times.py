"""Moving a session moves what is not yet answered: the rest keeps the times in which it was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kat_journal.content.library import Library
from kat_journal.domain.course import Session, SessionStatus
from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Response, is_done
from kat_journal.domain.schedule import Times, occurrence_of_session, session_askings
from kat_journal.storage.kept_times import KeptTimes
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import Snapshots


class KeptTimesService:
    """Keeps the times of what was answered, before its session gets other ones."""

    def __init__(self, kept: KeptTimes, responses: Responses, snapshots: Snapshots, library: Library) -> None:
        self._kept = kept
        self._responses = responses
        self._snapshots = snapshots
        self._library = library

    def keep(self, session: Session) -> None:
        """Keep the times of everything that was answered for a session, as they are before it moves."""
        asked = occurrence_of_session(session.id)
        as_held = replace(session, status=SessionStatus.HELD)  # what came after it may have been answered as well
        askings = session_askings(self._library.forms.values(), as_held)
        times = {asking.form_id: asking.times for asking in askings}
        for response in self._responses.of_session(session.id):
            if response.occurrence == asked and response.form_id in times and self._is_done(response):
                self._kept.put(response.uid, times[response.form_id])

    def of(self, responses: Iterable[Response]) -> Mapping[Uid, Times]:
        """The times that were kept for these responses."""
        return self._kept.of(response.uid for response in responses)

    def _is_done(self, response: Response) -> bool:
        form = self._snapshots.form(response.form_digest)
        return is_done(form, response.answers, response.finished_at is not None)

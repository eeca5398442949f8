"""Pages that were written while locked, as they join the journal and are given to a session."""

from collections.abc import Sequence
from datetime import datetime

from kat_journal.domain.ids import SessionId, Uid
from kat_journal.domain.response import Answer, Draft
from kat_journal.storage.connection import Connection
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings

ASKING = "sealed-words.asking"
"""Setting with the uids of the pages of which nobody has said yet whether they belong to a session."""


class SealedPages:
    """What is special about these pages; else they are responses like any other."""

    def __init__(self, connection: Connection, responses: Responses) -> None:
        self._connection = connection
        self._responses = responses
        self._settings = Settings(connection)

    def add(self, pages: Sequence[tuple[Draft, Answer, datetime]]) -> None:
        """Let pages join the journal, each with the instant it was last written at: all of them, or none."""
        with self._connection.writing():
            for draft, answer, written_at in pages:
                self._responses.save_answer(draft, answer, written_at)
            self._put([*self.asking(), *(draft.uid for draft, _, _ in pages)])

    def asking(self) -> tuple[Uid, ...]:
        """The pages of which nobody has said yet whether they belong to a session, oldest first."""
        return tuple(Uid(uid) for uid in (self._settings.get(ASKING) or "").split())

    def settle(self, uid: Uid, session_id: SessionId | None) -> None:
        """Give the page to that session, or keep it as one of its own; it is not asked about again."""
        with self._connection.writing():
            if session_id is not None:
                self._connection.execute("UPDATE response SET session_id = ? WHERE uid = ?", (session_id, uid))
            self._put([one for one in self.asking() if one != uid])

    def _put(self, uids: Sequence[Uid]) -> None:
        self._settings.put(ASKING, " ".join(uids))

"""What was written in answer to askings: found for many of them in one question."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from kat_journal.domain.ids import FormId, Occurrence
from kat_journal.domain.response import Response
from kat_journal.storage.responses import Responses
from kat_journal.storage.values import utc_text


class AskedResponses(Responses):
    """Looks responses up by what was asked. What is in the bin answers nothing."""

    def to(self, asked: Iterable[tuple[FormId, Occurrence]]) -> Mapping[tuple[FormId, Occurrence], Response]:
        """What was written to each of these askings, where anything was."""
        found = self._load(
            "SELECT response.* FROM json_each(?) AS asked JOIN response"
            " ON response.form_id = asked.value ->> 0 AND response.occurrence = asked.value ->> 1"
            " AND response.occurrence IS NOT NULL AND response.trashed_at IS NULL ORDER BY response.id",
            json.dumps([list(pair) for pair in asked]),
        )
        return {(one.form_id, one.occurrence): one for one in found if one.occurrence is not None}

    def near(self, form_ids: Iterable[FormId], first: datetime, last: datetime) -> tuple[Response, ...]:
        """What was begun, finished or, while it is not finished, added to in that time; oldest first.

        Forms opened by hand count as much as those that were asked.
        """
        return self._load(
            "SELECT * FROM response WHERE form_id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NULL"
            " AND (started_at BETWEEN ?2 AND ?3 OR finished_at BETWEEN ?2 AND ?3 OR (finished_at IS NULL AND EXISTS ("
            " SELECT 1 FROM answer WHERE answer.response_id = response.id AND answer.updated_at BETWEEN ?2 AND ?3)))"
            " ORDER BY started_at, id",
            json.dumps(list(form_ids)),
            utc_text(first),
            utc_text(last),
        )

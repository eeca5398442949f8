"""Where to look, as conditions on responses."""

import json
from typing import Final

from kat_journal.domain.seeking import Within
from kat_journal.storage.connection import Value

_KINDS: Final = (
    " AND response.form_digest IN (SELECT digest FROM form_snapshot"
    " WHERE json_extract(form_snapshot.json, '$.kind') IN (SELECT value FROM json_each(:kinds)))"
)
_SHARED: Final = (
    " AND EXISTS (SELECT 1 FROM answer AS marked WHERE marked.response_id = response.id AND marked.share = 'share')"
)


def conditions(within: Within) -> str:
    """What has to hold of a response. Only what is asked: a condition that may be left out costs every row and index.

    A statement takes its names from :func:`bound`.
    """
    pieces = (
        (within.session_id is not None, " AND response.session_id = :session"),
        (within.until is not None, " AND response.day <= :until"),
        (bool(within.kinds), _KINDS),
        (within.may_share, _SHARED),
    )
    return "".join(piece for is_asked, piece in pieces if is_asked)


def bound(within: Within) -> dict[str, Value]:
    """What stands for the names in :func:`conditions`."""
    return {
        "session": within.session_id,
        "until": within.until.isoformat() if within.until is not None else None,
        "kinds": json.dumps(sorted(within.kinds)),
    }

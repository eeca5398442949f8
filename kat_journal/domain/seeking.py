"""What a person looks for among everything they have written."""

from dataclasses import dataclass
from datetime import date

from kat_journal.domain.form import Kind
from kat_journal.domain.ids import SessionId


@dataclass(frozen=True, slots=True)
class Within:
    """Where to look. As it is made, it leaves nothing out.

    Attributes:
        kinds: Kinds of form; empty for every kind.
        session_id: The session that it belongs to; None for any or none.
        until: The last day; None for no end.
        may_share: Only what holds an answer that may be shared.
    """

    kinds: frozenset[Kind] = frozenset()
    session_id: SessionId | None = None
    until: date | None = None
    may_share: bool = False


EVERYWHERE = Within()

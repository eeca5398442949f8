"""Which days a person asks for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kat_journal.domain.ids import SessionId


class Kind(StrEnum):
    """How the days of a summary are named."""

    USUAL = "since"
    SUMMARY = "summary"
    SESSION = "session"
    RANGE = "range"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Asked:
    """The days that a summary is to cover; without more, the usual ones.

    Attributes:
        days: First and last day of a range, in either order; none yet where the person has just begun to choose.
        session_id: The one session; none yet for the newest.
    """

    kind: Kind = Kind.USUAL
    days: tuple[date, ...] = ()
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session that can be chosen: its number among those that took place or will, and its day."""

    id: SessionId
    number: int
    day: date

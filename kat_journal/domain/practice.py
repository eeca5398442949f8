"""What a person carries from one session to the next: practices, things for later, and questions."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kat_journal.domain.ids import SessionId, Uid


@dataclass(frozen=True, slots=True)
class Practice:
    """A small step the person decided to carry into life.

    Attributes:
        last_done: The latest day it was done; never counted or scored.
    """

    uid: Uid
    words: str
    created_at: datetime
    last_done: date | None = None
    ended: bool = False


class LaterState(StrEnum):
    """What the person says of a parked idea when it comes back."""

    WAITING = "waiting"
    STILL_TRUE = "still-true"
    LET_GO = "let-go"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Later:
    """A decision or big idea parked after a session, which comes back on a day."""

    uid: Uid
    words: str
    created_at: datetime
    returns_on: date
    state: LaterState = LaterState.WAITING
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask the therapist or clinic."""

    uid: Uid
    words: str
    created_at: datetime
    share: bool = False
    asked: bool = False

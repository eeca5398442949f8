"""What a person carries from one session to the next: practices, things for later, and questions."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kat_journal.domain.ids import SessionId, Uid


class Carry(StrEnum):
    """The three things that can be kept from any page."""

    QUESTION = "question"
    LATER = "later"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Practice:
    """A small step the person decided to carry into life.

    Attributes:
        last_done: The latest day it was done; never counted or scored.
        ended: Whether it rests.
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


@dataclass(frozen=True, slots=True)
class Carried:
    """All of it, the newest first.

    Attributes:
        questions: Not asked yet.
        laters: Those that wait for their day.
        settled: Those that the person has said a word about.
        resting: Practices that were let go for now.
    """

    questions: tuple[Question, ...] = ()
    asked: tuple[Question, ...] = ()
    laters: tuple[Later, ...] = ()
    settled: tuple[Later, ...] = ()
    practices: tuple[Practice, ...] = ()
    resting: tuple[Practice, ...] = ()

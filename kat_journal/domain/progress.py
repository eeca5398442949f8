"""What was answered in numbers over time: one series for each rating, score and side effect.

A series holds *places*, in order of time: every filling-in that asked for the number, and between two of them every
asking that was offered and let go by. A place without a number stays empty and is never zero. A line joins two
neighbouring places where both hold a number and no more than :data:`JOINED_WITHIN` lies between them: so no line
passes over a skipped or a missing answer, nor over a long silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from kat_journal.domain.form import Form
from kat_journal.domain.ids import ItemId, Occurrence, SessionId
from kat_journal.domain.response import Answer

JOINED_WITHIN: Final = timedelta(weeks=6)
"""Monthly numbers are joined; those on both sides of a pause are not."""


class SeriesKind(StrEnum):
    """What a series is about, in the order in which they are shown."""

    RATING = "rating"
    SCORE = "score"
    EFFECT = "effect"


class Missing(StrEnum):
    """Why a place holds no number."""

    SKIPPED = "skipped"
    NOTICED = "noticed"
    BLANK = "blank"
    TOO_FEW = "too-few"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filling-in of a form: its numbers, and none of its words.

    Attributes:
        at: When, on the wall clock of its zone; always on :attr:`day`.
    """

    form: Form
    day: date
    at: datetime
    occurrence: Occurrence | None
    session_id: SessionId | None
    answers: Mapping[ItemId, Answer]


@dataclass(frozen=True, slots=True)
class Passed:
    """An asking that was offered and let go by.

    Attributes:
        at: When it opened, on the wall clock of its zone.
    """

    form: Form
    at: datetime
    session_id: SessionId | None


@dataclass(frozen=True, slots=True)
class Point:
    """One place of a series.

    Attributes:
        value: The number; None where there is none, for the reason in :attr:`missing`.
        words: The word of that point of the scale; empty where its word is its number.
        answered: Of a score, how many rows had a number.
        of: Of a score, how many rows there are.
    """

    at: datetime
    form_title: str
    session_id: SessionId | None
    value: float | None = None
    missing: Missing | None = None
    words: str = ""
    answered: int = 0
    of: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One number over time.

    Side effects are joined over the check-ins of a pack, which ask for the same ones; everything else over the
    versions of its form. Where the ends of the scale have changed, a new series begins.

    Attributes:
        key: Stays the same from one opening to the next.
        low: Lower end of the scale; None where the question has none.
        high: Upper end of the scale; None where the question has none.
        low_words: The word of the lower end; empty where there is none.
        guarded: Shown only when asked for, and never noted as chosen.
    """

    key: str
    kind: SeriesKind
    title: str
    form_title: str
    low: float | None
    high: float | None
    low_words: str = ""
    high_words: str = ""
    unit: str = ""
    guarded: bool = False
    points: tuple[Point, ...] = ()

    @property
    def noticed(self) -> int:
        """How often it was there: a number above zero, or ticked and not rated."""
        return sum(1 for point in self.points if point.value or point.missing is Missing.NOTICED)

    def joined(self) -> tuple[bool, ...]:
        """Of each place, whether a line comes to it from the place before."""
        return (False, *(_are_joined(last, point) for last, point in pairwise(self.points)))[: len(self.points)]


def _are_joined(last: Point, point: Point) -> bool:
    return last.value is not None and point.value is not None and point.at - last.at <= JOINED_WITHIN

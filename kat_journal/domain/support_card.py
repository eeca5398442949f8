"""What a person chose to keep readable while the journal is locked."""

from dataclasses import dataclass
from enum import StrEnum

from kat_journal.domain.contact import ContactKind
from kat_journal.domain.ids import ItemId, Uid


@dataclass(frozen=True, slots=True)
class ReadablePerson:
    """Somebody to ring, as they stood on Support when the person said so."""

    uid: Uid
    kind: ContactKind
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class ReadablePart:
    """One part of the plan for hard hours: its heading, and the person's words under it."""

    item_id: ItemId
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadableCard:
    """The whole card; every word of it is plain text that anyone at this computer can read.

    Attributes:
        line: A line of the person's own.
    """

    line: str = ""
    people: tuple[ReadablePerson, ...] = ()
    plan: tuple[ReadablePart, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not (self.line.strip() or self.people or self.plan)


class CardState(StrEnum):
    """How the readable card stands."""

    OFF = "off"
    AS_SEEN = "as-seen"
    CHANGED = "changed"
    """People or plan have changed since: the card still says what it said, until the person has looked."""
    NOT_OURS = "not-ours"
    """The file is gone, or is not what the person agreed to: a restore, a sync program, or another hand."""


@dataclass(frozen=True, slots=True)
class CardOffer:
    """What can be kept readable, and what is.

    Attributes:
        card: What the person agreed to.
        people: Everybody on Support.
        plan: Every part of the plan that has words.
    """

    state: CardState
    card: ReadableCard
    people: tuple[ReadablePerson, ...]
    plan: tuple[ReadablePart, ...]

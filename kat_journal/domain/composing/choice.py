"""What a person decides about a summary besides its ticks."""

from dataclasses import dataclass
from enum import StrEnum


class Heading(StrEnum):
    """How the person is named at the top."""

    INITIALS = "initials"
    NAME = "name"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Choice:
    """How the document is to look.

    Attributes:
        heading: How the person is named.
        count_left_out: Whether the closing says how many things were left out.
        footnotes: Whether the sources of questionnaires are named under their numbers.
        first_look: Keys of chosen answers and questions that the person moved to "please look at first".
        everything: Whether this is the person's own archive, which is handed to nobody.
    """

    heading: Heading = Heading.INITIALS
    count_left_out: bool = False
    footnotes: bool = False
    first_look: frozenset[str] = frozenset()
    everything: bool = False

"""What stands on one paper, before it is set: the same words on the screen, on paper and in the PDF."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.widgets.plain import folded
from kat_journal.services.papers import Lines, ToRing

_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc]")

_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"})
"""Letters and marks that turn the direction in which a line is set."""
_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and what stands under it.

    Attributes:
        own: Whether the lines are the person's own words, which stand as they were typed; ours are a list.
        strong: Whether the lines are what is looked for in a hurry.
    """

    name: str
    heading: str
    lines: tuple[str, ...]
    own: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper.

    Attributes:
        title: What stands above it, and what a PDF is called inside.
        file_name: What a PDF is called on the disk, without its ending; never from content.
        largest: Type to begin with, in points; it shrinks to ``SMALLEST`` where there is much to set.
    """

    title: str
    file_name: str
    about: str
    parts: tuple[Part, ...]
    largest: float


def tr(text: str) -> str:
    """Translate a string of the papers."""
    return QCoreApplication.translate("Papers", text)


def lines_of(words: str) -> tuple[str, ...]:
    """A person's words line by line, in every notation of a line break; what cannot be shown becomes U+FFFD."""
    return tuple(_UNSHOWN.sub("\ufffd", line) for line in folded(words).split("\n"))


def numbers_part(rows: Iterable[str]) -> Part:
    """The numbers, as they are looked for in a hurry."""
    return Part("numbers", tr("Numbers"), tuple(rows), strong=True)


def emergency_row(numbers: Lines) -> str:
    """The emergency number; while no country was chosen it says that it is the local one."""
    return tr("Emergency: {0}").format(numbers.emergency or tr("your local emergency number"))


def clinic_rows(numbers: Lines) -> tuple[str, ...]:
    """The clinic, as often as it is on Support."""
    return tuple(_rows(numbers.clinic, tr("Clinic")))


def people_rows(numbers: Lines) -> tuple[str, ...]:
    """The person's own people."""
    return tuple(_rows(numbers.people, tr("Someone I trust")))


def line_rows(numbers: Lines) -> tuple[str, ...]:
    """The lines of the country that listen."""
    return tuple(_rows(numbers.lines, ""))


def _rows(found: Iterable[ToRing], nameless: str) -> Iterable[str]:
    for one in found:
        name, ways = (" ".join(lines_of(words)) for words in (one.name or nameless, tr(", or ").join(one.ways)))
        yield _in_order(name, ways)


def _in_order(name: str, ways: str) -> str:
    """A row in which the digits of a number stand in their order, whichever way the name beside it is written.

    Beside a name from right to left, the groups of a number would be set from right to left as well.
    """
    if any(unicodedata.bidirectional(letter) in _TURNING for letter in name + ways):
        return f"{_FIRST_STRONG}{name}{_END}: {_LEFT_TO_RIGHT}{ways}{_END}"
    return f"{name}: {ways}"

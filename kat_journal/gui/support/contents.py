"""What the Support page shows, gathered in one go and away from the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kat_journal.domain.contact import Contact
from kat_journal.domain.flags import Level
from kat_journal.domain.support_card import ReadableCard


class Source(Protocol):
    """Where the texts come from: the open journal's support service, or the library alone while locked."""

    @property
    def support(self) -> Any:
        """The fixed texts and the numbers by country."""
        ...

    def fill(self, text: str) -> str:
        """A text with this person's numbers."""
        ...


class LockedSource(Source, Protocol):
    """The same while locked, with what can be read without the journal."""

    @property
    def card(self) -> ReadableCard | None:
        """What the person chose to keep readable."""
        ...


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One line that listens.

    Attributes:
        ways: How it is reached: its number, or what to send where it has none.
        about: Hours, languages and remarks as far as a source states them, one sentence each.
    """

    name: str
    ways: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryCard:
    """Numbers of one country.

    Attributes:
        grades: How its numbers are known: see :data:`~kat_journal.content.support.Grade`.
    """

    code: str
    name: str
    emergency: str
    note: str
    gathered_on: date
    rows: tuple[NumberRow, ...]
    grades: frozenset[str]


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One line of "when to get help", its numbers filled in."""

    id: str
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The whole page.

    Attributes:
        countries: Code and name, in the order of their names.
        country: None until the person has chosen one.
        contacts: The person's own people and clinic; empty while locked.
    """

    countries: tuple[tuple[str, str], ...]
    country: CountryCard | None
    caveat: str
    elsewhere: str
    steps: tuple[str, ...]
    help_title: str
    help_review: str
    help_rows: tuple[HelpRow, ...]
    contacts: tuple[Contact, ...] = ()


def gather(source: Source, country: str, contacts: Sequence[Contact] = ()) -> Contents:
    """Everything that the page shows for a country."""
    support = source.support
    names = ((row.code, row.name) for row in support.countries.values())
    page = support.help
    return Contents(
        countries=tuple(names),
        country=_card(support.country(country)),
        caveat=support.caveat,
        elsewhere=support.elsewhere,
        steps=tuple(source.fill(step.text) for step in support.grounding.steps),
        help_title=page.title,
        help_review=page.review,
        help_rows=tuple(HelpRow(line.id, line.level, source.fill(line.text)) for line in page.lines),
        contacts=tuple(contacts),
    )


def _card(country: Any) -> CountryCard | None:
    if country is None:
        return None
    rows = tuple(
        NumberRow(
            name=line.name,
            ways=tuple(way for way in (line.number, line.text) if way),
            about=tuple(words for words in (line.hours, line.languages, line.note) if words),
        )
        for line in country.lines
    )
    grades = frozenset((country.grade, *(line.grade for line in country.lines)))
    return CountryCard(country.code, country.name, country.emergency, country.note, country.gathered_on, rows, grades)

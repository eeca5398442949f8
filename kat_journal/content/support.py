"""What the Support page says, the same for everyone: help lines, numbers by country, grounding, rules and cards."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from msgspec import Meta

from kat_journal.content.packs import PackReader
from kat_journal.content.raw import Id, Strict, Words
from kat_journal.content.reading import Folder, decode
from kat_journal.domain.flags import Level

Grade = Literal["A", "B"]
"""A: the operator's or a government's own page was read. B: two or more independent sources agree."""

T = TypeVar("T")


class Line(Strict, frozen=True):
    """A line that listens. An empty ``number`` means that it is reached by ``text`` alone; empty hours are unknown."""

    name: Words
    grade: Grade
    evidence: Words
    number: str = ""
    text: str = ""
    hours: str = ""
    languages: str = ""
    note: str = ""


class Country(Strict, frozen=True):
    """A country's emergency number and lines, with the day they were gathered."""

    code: Annotated[str, Meta(pattern=r"\A[A-Z]{2}\Z")]
    name: Words
    emergency: Words
    grade: Grade
    evidence: Words
    gathered_on: datetime.date
    note: str = ""
    lines: tuple[Line, ...] = ()


class Countries(Strict, frozen=True):
    """``support_lines.toml``."""

    caveat: Words
    elsewhere: Words
    countries: tuple[Country, ...]


class HelpLine(Strict, frozen=True):
    """One line of "when to get help"."""

    id: Id
    level: Level
    text: Words


class HelpPage(Strict, frozen=True):
    """The whole "when to get help" page. ``review`` says who has read these words."""

    title: Words
    about: Words
    review: Words
    lines: tuple[HelpLine, ...]


class Step(Strict, frozen=True):
    """One step of the grounding card."""

    id: Id
    text: Words


class Grounding(Strict, frozen=True):
    """The grounding card."""

    title: Words
    steps: tuple[Step, ...]


class Rule(Strict, frozen=True):
    """One house rule."""

    id: Id
    title: Words
    text: Words


class HouseRules(Strict, frozen=True):
    """How this journal works, shown once and whenever asked for."""

    title: Words
    first_run: Words
    rules: tuple[Rule, ...]


class CardPart(Strict, frozen=True):
    """One part of the sitter's card."""

    id: Id
    title: Words
    lines: tuple[Words, ...]


class SitterCard(Strict, frozen=True):
    """What the person beside someone in a session needs; holds nothing from the journal."""

    title: Words
    about: Words
    parts: tuple[CardPart, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """Every text of the Support page.

    Attributes:
        countries: By two-letter code, in the order of their names.
        caveat: Stands under the lines of any country.
        elsewhere: Where to look for a country that is not here.
    """

    countries: Mapping[str, Country]
    caveat: str
    elsewhere: str
    help: HelpPage
    grounding: Grounding
    house_rules: HouseRules
    sitter_card: SitterCard

    def country(self, code: str) -> Country | None:
        """The country of that two-letter code; None where it is not here or not chosen."""
        return self.countries.get(code.upper())


def read_support(resources: Path, language: str = "en") -> Support:
    """Read every text of the Support page.

    Raises:
        PackError: With the file, the key and the reason.
    """
    reader = PackReader(Folder(resources / "packs" / "core"), language)
    numbers = decode(Folder(resources).read("support/support_lines.toml"), Countries, "support_lines.toml")
    return Support(
        {country.code: country for country in sorted(numbers.countries, key=lambda country: country.name)},
        numbers.caveat,
        numbers.elsewhere,
        _page(reader, "help.toml", HelpPage),
        _page(reader, "grounding.toml", Grounding),
        _page(reader, "house_rules.toml", HouseRules),
        _page(reader, "sitter_card.toml", SitterCard),
    )


def read_help(resources: Path) -> HelpPage:
    """Read the "when to get help" page alone, in the program's own language.

    Raises:
        PackError: With the file, the key and the reason.
    """
    return _page(PackReader(Folder(resources / "packs" / "core"), ""), "help.toml", HelpPage)


def _page(reader: PackReader, name: str, kind: type[T]) -> T:
    tables, file, _ = reader.in_language(reader.folder.read(name), name)
    return decode(tables, kind, file)

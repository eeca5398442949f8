"""One line of the form: a heading, a text, or a question with what it takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kat_journal.domain.form import ItemType
from kat_journal.importing.answers import LOINC, Choice, choices_of
from kat_journal.importing.marks import name_of
from kat_journal.importing.refusing import refusal
from kat_journal.importing.resource import EnableWhen, Extension, Item
from kat_journal.importing.words import LONGEST, one_line

_BOUND = 1_000_000
_TYPES = {
    "boolean": ItemType.YES_NO,
    "integer": ItemType.NUMBER,
    "decimal": ItemType.NUMBER,
    "string": ItemType.TEXT,
    "text": ItemType.TEXT,
    "date": ItemType.TEXT,
    "time": ItemType.TIME,
    "choice": ItemType.CHOICE,
}
"""A date is a line of text: FHIR takes a year or a month for one, and so may the person ("spring 2019")."""
_ONE_LINE = frozenset({"string", "date"})
_NUMBERS = frozenset({"integer", "decimal"})
_NOT_HERE = {
    "open-choice": "lets people write an answer of their own among the choices; ask for `choice` and a text beside it",
    "quantity": "asks for a number and its unit together; ask for `decimal` with a unit",
    "dateTime": "asks for a day and a time together; ask for `date` and `time`",
    "url": "asks for a web address",
    "attachment": "asks for a file",
    "reference": "asks for something in a clinic's records",
}


@dataclass(frozen=True, slots=True)
class When:
    """A condition as the file has it, and where it stands."""

    raw: EnableWhen
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form.

    Attributes:
        link_id: Its name in the file.
        kind: The type of the file, such as ``integer``.
        when: Its own condition, or else that of the group it stands in.
        loinc: Codes that it may be known by in LOINC, the surest first.
    """

    place: str
    link_id: str
    kind: str
    type: ItemType
    ask: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    when: When | None = None
    loinc: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether it takes an answer."""
        return self.type is not ItemType.STATEMENT

    @property
    def is_one_line(self) -> bool:
        """Whether its words fit on a line."""
        return self.kind in _ONE_LINE


def row_of(item: Item, place: str, when: When | None, helping: list[Item], contained: Mapping[str, Any]) -> Row:
    """The row of a question or a text.

    Args:
        item: The question or text.
        place: Where it stands in the file.
        when: Its condition.
        helping: Texts inside it that are about it.
        contained: The value sets that the file holds, by their id.

    Raises:
        QuestionnaireError: It cannot be asked here.
    """
    if item.type == "display":
        return Row(place, item.link_id, item.type, ItemType.STATEMENT, words_of(item, place), when=when)
    kind = _kind(item, place)
    units = [child for child in helping if _control(child) == "unit"] if item.type in _NUMBERS else []
    texts = [one_line(child.text or "", f"{place}: {child.link_id}") for child in helping if child not in units]
    ask = words_of(item, place) if item.text is not None or not texts else texts.pop(0)
    low, high = _limits(item, place) if item.type in _NUMBERS else (None, None)
    hint = " · ".join(texts)
    if len(hint) > LONGEST:
        raise refusal((place, "has more help than can be shown beside a question"))
    return Row(
        place,
        item.link_id,
        item.type,
        kind,
        ask,
        hint=hint,
        choices=choices_of(item, place, contained) if item.type == "choice" else (),
        low=low,
        high=high,
        unit=_unit(item, units, place) if item.type in _NUMBERS else "",
        when=when,
        loinc=tuple(_codes(item)),
    )


def _kind(item: Item, place: str) -> ItemType:
    if item.type in _NOT_HERE:
        raise refusal((f"{place}.type", f"`{item.type}` {_NOT_HERE[item.type]}"))
    if item.type not in _TYPES:
        raise refusal((f"{place}.type", f"`{item.type}` is no type of FHIR R4" if item.type else "is missing"))
    if item.initial:
        raise refusal((f"{place}.initial", "answers before the person does; nothing is filled in here at first"))
    if item.type != "choice" and (item.answer_option or item.answer_value_set is not None):
        raise refusal((f"{place}.type", f"`{item.type}` takes no choices"))
    if item.repeats and item.type != "choice":
        raise refusal((f"{place}.repeats", "asks for several answers; only a choice can take them"))
    return ItemType.CHOICES if item.repeats else _TYPES[item.type]


def words_of(item: Item, place: str) -> str:
    """The question as it stands on paper, with its number."""
    words = one_line(item.text or "", f"{place}.text")
    return one_line(f"{item.prefix} {words}", f"{place}.prefix") if item.prefix else words


def _control(item: Item) -> str:
    for mark in item.extension:
        if name_of({"url": mark.url}) == "itemControl" and mark.value_concept is not None:
            return next((coding.code for coding in mark.value_concept.coding), "")
    return ""


def _limits(item: Item, place: str) -> tuple[float | None, float | None]:
    low = _limit(item.extension, "minValue", place)
    high = _limit(item.extension, "maxValue", place)
    if low is not None and high is not None and low >= high:
        raise refusal((f"{place}.extension", f"minValue {low:g} must be below maxValue {high:g}"))
    return low, high


def _limit(marks: tuple[Extension, ...], name: str, place: str) -> float | None:
    for mark in marks:
        if name_of({"url": mark.url}) == name:
            value = mark.value_integer if mark.value_decimal is None else mark.value_decimal
            if value is None or abs(value) > _BOUND:
                raise refusal((f"{place}.extension", f"{name} must be a number of at most {_BOUND}"))
            return value
    return None


def _unit(item: Item, units: list[Item], place: str) -> str:
    for mark in item.extension:
        if name_of({"url": mark.url}) == "unit" and mark.value_coding is not None:
            coding = mark.value_coding
            return one_line(coding.code if coding.display is None else coding.display, f"{place}.extension")
    return " ".join(one_line(child.text or "", f"{place}: {child.link_id}") for child in units)


def _codes(item: Item) -> Iterator[str]:
    """LOINC codes of a question; where it names none, its linkId, which some programs make of the code."""
    coded = [coding.code for coding in item.code if coding.system in ("", LOINC) and coding.code]
    yield from coded or [item.link_id.rpartition("/")[2]]

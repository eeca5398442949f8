"""The choices of a question, from where it holds them: beside it, or as a value set inside the same file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from msgspec import field

from kat_journal.importing.marks import name_of, problems_in
from kat_journal.importing.refusing import refusal
from kat_journal.importing.resource import AnswerOption, Coding, Extension, Item, Loose, decode
from kat_journal.importing.words import name_for, one_line

MOST = 40
LOINC = "http://loinc.org"
_MOST_PARTS = 4_000
_TOO_LARGE: dict[str, Any] = {}
_WEIGHTS = frozenset({"ordinalValue", "itemWeight"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One permitted answer.

    Attributes:
        id: Its name in our files, the same whenever the same answer is read.
        code: Its code, or its exact text where it has none.
        system: Of the code; empty where none is named.
        points: What the file says that it counts; None where it says nothing.
    """

    id: str
    text: str
    code: str
    system: str = ""
    points: float | None = None


class _Concept(Loose, frozen=True):
    code: str = ""
    display: str | None = None
    extension: tuple[Extension, ...] = ()


class _Included(Loose, frozen=True):
    system: str = ""
    concept: tuple[_Concept, ...] = ()
    filter: tuple[Any, ...] = ()
    value_set: tuple[str, ...] = field(name="valueSet", default=())


class _Compose(Loose, frozen=True):
    include: tuple[_Included, ...] = ()
    exclude: tuple[Any, ...] = ()


class _Contained(Loose, frozen=True):
    system: str = ""
    code: str = ""
    display: str | None = None
    abstract: bool = False
    contains: tuple[Any, ...] = ()
    extension: tuple[Extension, ...] = ()


class _Expansion(Loose, frozen=True):
    contains: tuple[_Contained, ...] = ()


class _ValueSet(Loose, frozen=True):
    compose: _Compose | None = None
    expansion: _Expansion | None = None


def choices_of(item: Item, place: str, contained: Mapping[str, Any]) -> tuple[Choice, ...]:
    """The permitted answers of a question, in the order of the file.

    Args:
        item: The question.
        place: Where it stands in the file.
        contained: The value sets that the file holds, by their id.

    Raises:
        QuestionnaireError: It has none here, too many, or one that cannot be shown.
    """
    if item.answer_value_set is not None and item.answer_option:
        raise refusal((f"{place}.answerValueSet", "stands beside answerOption; only one of them can hold"))
    if item.answer_value_set is not None:
        here = f"{place}.answerValueSet"
        found = [*islice(_of_set(item.answer_value_set, here, contained), MOST + 1)]
    else:
        here = f"{place}.answerOption"
        found = [_of_option(option, f"{here}[{number}]") for number, option in enumerate(item.answer_option)]
    if not 2 <= len(found) <= MOST:
        held = f"more than {MOST}" if len(found) > MOST else len(found)
        raise refusal((here, f"holds {held}; from 2 to {MOST} choices can be shown"))
    ids = [choice.id for choice in found]
    if len(set(ids)) < len(ids):
        raise refusal((here, "holds the same choice twice"))
    return tuple(found)


def contained_sets(contained: tuple[Any, ...]) -> dict[str, Any]:
    """The value sets that a file holds, by id."""
    sets: dict[str, Any] = {}
    for number, resource in enumerate(contained):
        found = decode(resource, dict[str, Any], f"contained[{number}]")
        if found.get("resourceType") == "ValueSet" and isinstance(found.get("id"), str):
            sets[found["id"]] = resource if _is_small(resource) else _TOO_LARGE
    return sets


def _is_small(tree: Any) -> bool:
    """Whether it can be read for each of many questions without the person having to wait."""
    waiting, seen = [tree], 0
    while waiting and seen < _MOST_PARTS:
        node = waiting.pop()
        seen += 1
        if isinstance(node, (dict, list)):
            waiting += node.values() if isinstance(node, dict) else node
    return not waiting


def weight(extensions: tuple[Extension, ...]) -> float | None:
    """What an answer counts, where its marks say so."""
    for extension in extensions:
        if name_of({"url": extension.url}) in _WEIGHTS:
            return extension.value_integer if extension.value_decimal is None else extension.value_decimal
    return None


def _of_option(option: AnswerOption, place: str) -> Choice:
    if option.chosen:
        raise refusal((f"{place}.initialSelected", "answers before the person does; nothing is chosen here at first"))
    points = weight(option.extension)
    if option.coding is not None:
        return _of_coding(option.coding, f"{place}.valueCoding", points)
    if option.integer is not None:
        text = str(option.integer)
        return Choice(name_for("a", text), text, text, points=option.integer if points is None else points)
    text = option.string or option.date or option.time or ""
    if not text:
        raise refusal((place, "holds no answer that can be shown: a code, text, number, day or time"))
    return Choice(name_for("a", text), one_line(text, place), text, points=points)


def _of_coding(coding: Coding, place: str, points: float | None = None) -> Choice:
    own = weight(coding.extension) if points is None else points
    code = coding.code or coding.display or ""
    text = one_line(coding.code if coding.display is None else coding.display, f"{place}.display")
    return Choice(name_for("a", code), text, code, coding.system, own)


def _of_set(address: str, place: str, contained: Mapping[str, Any]) -> Iterator[Choice]:
    tree = contained.get(address.removeprefix("#")) if address.startswith("#") else None
    if tree is None:
        raise refusal((place, f"`{address}` is not in this file; ask for the questionnaire with its answers in it"))
    if tree is _TOO_LARGE:
        raise refusal((place, f"`{address}` is too large; up to {MOST} choices can be shown"))
    if problems := [*problems_in(tree, place)]:
        raise refusal(*problems)
    values = decode(tree, _ValueSet, place)
    codings = _listed(values.compose or _Compose()) if values.expansion is None else _expanded(values.expansion)
    for coding in codings:
        if coding is None:
            raise refusal((place, f"`{address}` does not list its choices one by one; ask for a file that does"))
        yield _of_coding(coding, place)


def _listed(compose: _Compose) -> Iterator[Coding | None]:
    """The codings of a value set that lists them; None for a part that would have to be worked out."""
    for included in compose.include:
        if compose.exclude or included.filter or included.value_set or not included.concept:
            yield None
        for concept in included.concept:
            yield Coding(included.system, concept.code, concept.display, concept.extension)


def _expanded(expansion: _Expansion) -> Iterator[Coding | None]:
    for one in expansion.contains:
        if one.abstract or one.contains:
            yield None
        yield Coding(one.system, one.code, one.display, one.extension)

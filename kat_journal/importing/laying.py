"""The items of a questionnaire, laid out one after the other, whatever groups they stand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kat_journal.domain.form import ItemType
from kat_journal.errors import QuestionnaireError
from kat_journal.importing.marks import name_of
from kat_journal.importing.refusing import refusal
from kat_journal.importing.resource import Item
from kat_journal.importing.rows import Row, When, row_of, words_of

MOST = 200
MAX_DEPTH = 10


@dataclass(slots=True)
class Laid:
    """What laying out has found so far."""

    contained: Mapping[str, Any]
    rows: list[Row] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def lay(self, items: tuple[Item, ...], place: str, when: When | None = None, depth: int = 1) -> None:
        """Add these items and what they hold; what is wrong with one does not hide what is wrong with the next."""
        for number, item in enumerate(items):
            try:
                self._one(item, f"{place}item[{number}]", when, depth)
            except QuestionnaireError as error:
                self.problems += str(error).splitlines()

    def _one(self, item: Item, place: str, outer: When | None, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise refusal((place, f"stands in more than {MAX_DEPTH} groups inside each other"))
        self._name(item, place)
        if reason := _not_asked(item):
            self.left_out.append(f"{place}: {reason}, and is left out")
            return
        when = self._condition(item, place, outer)
        if item.type == "group":
            self._heading(item, place, when)
            self.lay(item.item, f"{place}.", when, depth + 1)
            return
        if item.type == "display" and item.item:
            raise refusal((f"{place}.item", "stands in a text; only a question or a group can hold items"))
        helping = [child for child in item.item if _helps(child)]
        self._add(row_of(item, place, when, helping, self.contained))
        for child in helping:
            self._name(child, place)
        if item.repeats and len(helping) < len(item.item):
            raise refusal((f"{place}.item", "is asked again for each choice; it can be asked once"))
        self._below(item, place, when, depth)

    def _below(self, item: Item, place: str, when: When | None, depth: int) -> None:
        """What stands below a question, but for what helps with it."""
        for number, child in enumerate(item.item):
            if not _helps(child):
                self._one(child, f"{place}.item[{number}]", when, depth + 1)

    def _heading(self, item: Item, place: str, when: When | None) -> None:
        if item.repeats:
            raise refusal((f"{place}.repeats", "asks the whole group again and again; it can be asked once"))
        if item.text is not None:
            self._add(Row(place, item.link_id, "group", ItemType.STATEMENT, words_of(item, place), when=when))

    def _add(self, row: Row) -> None:
        if len(self.rows) >= MOST:
            raise refusal((row.place, f"is more than {MOST} items can hold"))
        self.rows.append(row)

    def _condition(self, item: Item, place: str, outer: When | None) -> When | None:
        """Its own condition, or that of the group around it; both only where its own can be met inside alone."""
        if len(item.enable_when) > 1:
            raise refusal((f"{place}.enableWhen", "holds more than one condition; one can be followed"))
        if not item.enable_when:
            return outer
        own = When(item.enable_when[0], f"{place}.enableWhen[0]")
        if outer is not None and not self._rests_on(own, outer):
            raise refusal((own.place, "stands inside another condition; one can be followed"))
        return own

    def _rests_on(self, when: When, outer: When) -> bool:
        """Whether what it points to is asked only where the outer condition is met."""
        whens = {row.link_id: row.when for row in self.rows}
        found: When | None = when
        while found is not None and found.raw != outer.raw:
            found = whens.pop(found.raw.question, None)  # each once: conditions may point in a circle
        return found is not None

    def _name(self, item: Item, place: str) -> None:
        if not item.link_id.strip():
            raise refusal((f"{place}.linkId", "is missing"))
        if item.link_id in self._seen:
            raise refusal((f"{place}.linkId", f"`{item.link_id}` is there twice"))
        self._seen.add(item.link_id)


def _not_asked(item: Item) -> str:
    """Why nobody is asked this, if so. What stands inside is then not shown either."""
    names = [name_of({"url": mark.url}) for mark in item.extension]
    if any(name == "hidden" and mark.value_boolean for name, mark in zip(names, item.extension, strict=True)):
        return "is hidden from the person"
    if "calculatedExpression" in names:
        return "is worked out by a formula; this journal adds up only what it knows"
    if item.read_only and item.type not in ("group", "display"):
        return "is filled in by a program, not by the person"
    return ""


def _helps(child: Item) -> bool:
    """Whether it is a text about the question it stands in, and always shown with it."""
    return child.type == "display" and not child.enable_when and not child.item and not _not_asked(child)

"""What another version of a pack would change, in words that can be compared before it is accepted."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from kat_journal.content.packs import Pack
from kat_journal.domain.flags import Advice
from kat_journal.domain.form import Form, Item, ItemType, ScoreRule
from kat_journal.domain.ids import AdviceId, ItemId

_SHOWN_OF_ITEM: dict[str, Any] = {
    "type": ItemType.TEXT,
    "ask": "",
    "hint": "",
    "scale": None,
    "options": (),
    "low": None,
    "high": None,
    "unit": "",
}


class ChangeKind(StrEnum):
    """What is another thing than before."""

    FORM_ADDED = "form-added"
    FORM_REMOVED = "form-removed"
    TITLE = "title"
    QUESTION_ADDED = "question-added"
    QUESTION_REMOVED = "question-removed"
    QUESTION = "question"
    ANSWERS = "answers"
    SCORING = "scoring"
    ADVICE = "advice"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        form: Title of the form, as it will be.
        old: The words before, where there are any.
        new: The words after, where there are any.
        old_rules: How it was counted, where that is the change.
        new_rules: How it would be counted.
    """

    kind: ChangeKind
    form: str
    old: str = ""
    new: str = ""
    old_rules: tuple[ScoreRule, ...] = ()
    new_rules: tuple[ScoreRule, ...] = ()


def changes(old: Pack, new: Pack) -> tuple[Change, ...]:
    """Every difference that a person would meet: in the new pack's order, then what is gone."""
    found: list[Change] = []
    for form_id, form in new.forms.items():
        before = old.forms.get(form_id)
        found += [Change(ChangeKind.FORM_ADDED, form.title)] if before is None else _in_form(before, form, old, new)
    gone = [form for form_id, form in old.forms.items() if form_id not in new.forms]
    return (*found, *(Change(ChangeKind.FORM_REMOVED, form.title) for form in gone))


def answers_of(item: Item) -> str:
    """What can be answered, as it stands in the form; only for comparing and showing beside each other."""
    if item.scale is not None:
        return " \u00b7 ".join(f"{point.value} {point.text}" for point in item.scale.points)
    if item.options:
        return " \u00b7 ".join(option.text for option in item.options)
    bounds = [f"{bound:g}" for bound in (item.low, item.high) if bound is not None]
    return " ".join([*([" \u2013 ".join(bounds)] if bounds else []), *([item.unit] if item.unit else [])])


def cards_of(form: Form, pack: Pack) -> tuple[Advice, ...]:
    """The cards that answers to a form can bring up, each once."""
    by_id: Mapping[AdviceId, Advice] = {card.id: card for card in pack.advice.values()}
    return tuple({flag.advice: by_id[flag.advice] for flag in form.flags}.values())


def _in_form(old: Form, new: Form, old_pack: Pack, new_pack: Pack) -> list[Change]:
    title = new.title
    found = [Change(ChangeKind.TITLE, title, old.title, title)] if old.title != title else []
    found += _in_questions(old, new)
    if old.scores != new.scores:
        found.append(Change(ChangeKind.SCORING, title, old_rules=old.scores, new_rules=new.scores))
    if _advice(old, old_pack) != _advice(new, new_pack):
        found.append(Change(ChangeKind.ADVICE, title, _texts(old, old_pack), _texts(new, new_pack)))
    if (old.timing, old.on_request) != (new.timing, new.on_request):
        found.append(Change(ChangeKind.TIME, title))
    common = {item.id for item in old.items} & {item.id for item in new.items}
    if _rest(old, common) != _rest(new, common):
        found.append(Change(ChangeKind.OTHER, title))
    return found


def _in_questions(old: Form, new: Form) -> Iterator[Change]:
    before = {item.id: item for item in old.items}
    for item in new.items:
        was = before.pop(item.id, None)
        if was is None:
            yield Change(ChangeKind.QUESTION_ADDED, new.title, new=item.ask)
            continue
        if _words(was) != _words(item):
            yield Change(ChangeKind.QUESTION, new.title, _words(was), _words(item))
        if (was.type, answers_of(was)) != (item.type, answers_of(item)):
            yield Change(ChangeKind.ANSWERS, f"{new.title}: {item.name}", answers_of(was), answers_of(item))
    for gone in before.values():
        yield Change(ChangeKind.QUESTION_REMOVED, new.title, old=gone.ask)


def _words(item: Item) -> str:
    return f"{item.ask} {item.hint}".strip()


def _advice(form: Form, pack: Pack) -> tuple[object, ...]:
    return form.flags, cards_of(form, pack)


def _texts(form: Form, pack: Pack) -> str:
    return " \u00b7 ".join(card.text for card in cards_of(form, pack))


def _rest(form: Form, common: Container[ItemId]) -> tuple[object, ...]:
    """What is compared as a whole, because there are no words of it to show: order, layout, conditions, marks."""
    bare = [replace(item, **_SHOWN_OF_ITEM) for item in form.items if item.id in common]
    shown = {"title", "items", "scores", "flags", "timing", "on_request", "version"}
    return (
        bare,
        [getattr(form, field.name) for field in fields(form) if field.name not in shown],
    )

"""Which questions of a long reflection are offered at a sitting: a plain round robin that anyone can check."""

from collections.abc import Mapping, Sequence

from kat_journal.domain.form import Form, Item
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, asked_items


def offered(form: Form, answers: Mapping[ItemId, Answer], rested: Sequence[str] = ()) -> tuple[Item, ...]:
    """The questions of one sitting.

    What was answered already comes first, in the form's order, so that a person finds their words again. New ones
    follow until the form's ``offer`` is reached: each from the topic used least in this sitting, and among equals in
    the form's order, with the topics named in ``rested`` (lately written about) after the others.
    """
    asked = asked_items(form, answers)
    if form.offer is None:
        return asked
    chosen = [item for item in asked if item.id in answers and not answers[item.id].skipped]
    waiting = [item for item in asked if item not in chosen and item.id not in answers]
    while waiting and len(chosen) < form.offer:
        chosen.append(_next(chosen, waiting, rested))
        waiting.remove(chosen[-1])
    return tuple(chosen)


def another(form: Form, answers: Mapping[ItemId, Answer], shown: Sequence[ItemId]) -> Item | None:
    """A question that was not shown at this sitting, from the topic shown least; None when all were."""
    asked = asked_items(form, answers)
    seen = [item for item in asked if item.id in shown]
    waiting = [item for item in asked if item.id not in shown]
    return _next(seen, waiting, ()) if waiting else None


def _next(chosen: Sequence[Item], waiting: Sequence[Item], rested: Sequence[str]) -> Item:
    """The first waiting item of the topic that was chosen least."""
    used = [item.topic for item in chosen]
    return min(waiting, key=lambda item: (used.count(item.topic), item.topic in rested, waiting.index(item)))

"""What a form must keep to beyond its shape: names that exist, ranges that fit, keys that belong to the type."""

from collections.abc import Container, Iterator, Mapping
from datetime import timedelta
from math import inf

from kat_journal.content.raw import RawCondition, RawForm, RawItem, RawScore, RawTiming
from kat_journal.domain.form import Anchor, ItemType, Layout, Method, Scale

Problem = tuple[str, str]

_SCALED = {ItemType.SYMPTOM, ItemType.SCALE}
_CHOSEN = {ItemType.CHOICE, ItemType.CHOICES}
_KEYS = {
    "scale": _SCALED,
    "options": _CHOSEN,
    "low": {ItemType.NUMBER},
    "high": {ItemType.NUMBER},
    "unit": {ItemType.NUMBER},
    "lines": {ItemType.TEXT},
    "keeps": {ItemType.TEXT},
    "label": set(ItemType) - {ItemType.STATEMENT},
}
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def offset(text: str) -> timedelta:
    """A time such as ``16h``, ``-7d`` or ``30m``."""
    return timedelta(**{_UNITS[text[-1]]: int(text[:-1])})


def problems_of(form: RawForm, scales: Mapping[str, Scale], advice: Container[str]) -> Iterator[Problem]:
    """Everything that is wrong with a form, each as key and reason."""
    if form.offer is not None and form.layout is not Layout.STEPS:
        yield "offer", "belongs to a form with layout steps"
    if form.timing is not None:
        yield from _timing(form.timing)
        if form.on_request and form.timing.anchor is not Anchor.COURSE_START:
            yield "on_request", "needs the anchor course-start, or no timing"
    yield from _items(form, scales)
    items = {item.id: item for item in form.items}
    for place, item in enumerate(form.items):
        if item.ask_if is not None:
            before = {earlier.id: earlier for earlier in form.items[:place]}
            yield from _condition(item.ask_if, before, scales, f"items[{place}].ask_if", "an earlier item")
    for place, flag in enumerate(form.flags):
        yield from _condition(flag.when, items, scales, f"flags[{place}].when", "an item")
        if flag.advice not in advice:
            yield f"flags[{place}].advice", f"`{flag.advice}` is no advice"
    yield from _scores(form, items, scales)


def _timing(timing: RawTiming) -> Iterator[Problem]:
    if not offset(timing.opens) <= offset(timing.due) <= offset(timing.closes):
        yield "timing", "opens, due and closes must follow each other"
    if timing.every is not None and timing.anchor is not Anchor.COURSE_START:
        yield "timing.every", "needs the anchor course-start"


def _items(form: RawForm, scales: Mapping[str, Scale]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, item in enumerate(form.items):
        key = f"items[{place}]"
        if item.id in seen:
            yield f"{key}.id", f"`{item.id}` is there twice"
        if item.id in form.retired:
            yield f"{key}.id", f"`{item.id}` is retired"
        seen.add(item.id)
        yield from _belonging(item, key)
        if item.scale is not None and item.scale not in scales:
            yield f"{key}.scale", f"`{item.scale}` is no scale"
        if item.options is not None:
            yield from _options(item, key)
        if item.low is not None and item.high is not None and item.low >= item.high:
            yield f"{key}.low", "must be below high"


def _belonging(item: RawItem, key: str) -> Iterator[Problem]:
    """Keys that stand where their type does not take them, or are missing where it needs them."""
    for name, types in _KEYS.items():
        if getattr(item, name) is not None and item.type not in types:
            yield f"{key}.{name}", f"does not belong to the type {item.type}"
    if item.type in _SCALED and item.scale is None:
        yield key, "missing key `scale`"
    if item.type in _CHOSEN and item.options is None:
        yield key, "missing key `options`"


def _options(item: RawItem, key: str) -> Iterator[Problem]:
    ids = [option.id for option in item.options or ()]
    if len(ids) < 2:
        yield f"{key}.options", "needs at least two choices"
    if len(set(ids)) < len(ids):
        yield f"{key}.options", "has the same id twice"


def _condition(
    condition: RawCondition, items: Mapping[str, RawItem], scales: Mapping[str, Scale], key: str, what: str
) -> Iterator[Problem]:
    item = items.get(condition.item)
    if item is None:
        yield f"{key}.item", f"`{condition.item}` is not {what}"
    elif (condition.at_least is None) == (condition.option is None):
        yield key, "needs either at_least or option"
    elif condition.option is not None:
        if condition.option not in [option.id for option in item.options or ()]:
            yield f"{key}.option", f"`{condition.option}` is no choice of `{item.id}`"
    else:
        reach = _range(item, scales)
        if reach is None:
            yield f"{key}.at_least", f"`{item.id}` has no numbers"
        elif not reach[0] < (condition.at_least or 0) <= reach[1]:
            yield f"{key}.at_least", f"is not above the lowest and within the highest of `{item.id}`"


def _scores(form: RawForm, items: Mapping[str, RawItem], scales: Mapping[str, Scale]) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, score in enumerate(form.scores):
        if score.id in seen:
            yield f"scores[{place}].id", f"`{score.id}` is there twice"
        seen.add(score.id)
        yield from _score(score, items, scales, f"scores[{place}]")


def _score(score: RawScore, items: Mapping[str, RawItem], scales: Mapping[str, Scale], key: str) -> Iterator[Problem]:
    if len(set(score.items)) < len(score.items):
        yield f"{key}.items", "names an item twice"
    if score.max_missing >= len(score.items):
        yield f"{key}.max_missing", "must leave at least one row"
    if score.max_missing and not score.prorate:
        yield f"{key}.max_missing", "needs prorate"
    reaches: list[tuple[float, float]] = []
    for name in score.items:
        item = items.get(name)
        reach = _range(item, scales) if item is not None else None
        if reach is None:
            yield f"{key}.items", f"`{name}` is no item with numbers"
        else:
            reaches.append(reach)
    if len(reaches) == len(score.items) and not _same(score.range, _possible(score, reaches)):
        low, high = _possible(score, reaches)
        yield f"{key}.range", f"must be [{low:g}, {high:g}], which is what the rows can give"


def _possible(score: RawScore, reaches: list[tuple[float, float]]) -> tuple[float, float]:
    """The lowest and highest that a score can be."""
    lows, highs = [low for low, _ in reaches], [high for _, high in reaches]
    if score.method is Method.MAX:
        return max(lows) * score.multiply, max(highs) * score.multiply
    share = len(reaches) if score.method is Method.MEAN else 1
    return sum(lows) / share * score.multiply, sum(highs) / share * score.multiply


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < 1e-6 for a, b in zip(one, other, strict=True))


def _range(item: RawItem, scales: Mapping[str, Scale]) -> tuple[float, float] | None:
    """The lowest and highest number that an item takes; None where it takes none."""
    if item.type is ItemType.YES_NO:
        return 0, 1
    if item.type is ItemType.NUMBER:
        return -inf if item.low is None else item.low, inf if item.high is None else item.high
    scale = scales.get(item.scale or "")
    if item.type in _SCALED and scale is not None:
        return scale.points[0].value, scale.points[-1].value
    return None

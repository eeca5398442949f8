"""Whether a form of an archive is one that the program can ask, show and count.

A snapshot that the program wrote always is. One that somebody else wrote could name a row that is not there, or lead
out of the calendar, and would stop a page that shows it years later.
"""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Final

import msgspec

from kat_journal.domain.form import Form, Item, ItemType, ScoreRule, Timing
from kat_journal.domain.ids import ItemId
from kat_journal.storage.archive_rows import FormSnapshot
from kat_journal.storage.snapshots import decode

_SCALED: Final = {ItemType.SYMPTOM, ItemType.SCALE}
_LONGEST: Final = timedelta(days=36_600)
_MOST: Final = 1e9


def is_readable(snapshot: FormSnapshot) -> bool:
    """Whether its digest is that of its JSON, and its JSON a form that holds together."""
    data = snapshot.json.encode()
    if sha256(data).hexdigest() != snapshot.digest:
        return False
    try:
        form = decode(data)
    except (msgspec.MsgspecError, RecursionError):
        return False
    return all(_holds(form))


def _holds(form: Form) -> Iterator[bool]:
    ids = [item.id for item in form.items]
    yield len(set(ids)) == len(ids)
    yield _are_small(form.version, form.minutes, form.offer, form.recall)
    yield form.timing is None or _can_be_reckoned(form.timing)
    for item in form.items:
        yield from _item(item)
    numbered = {item.id for item in form.items if item.type is not ItemType.STATEMENT}
    for rule in form.scores:
        yield from _score(rule, numbered)


def _item(item: Item) -> Iterator[bool]:
    yield _are_small(item.lines, item.low, item.high)
    points = () if item.scale is None else item.scale.points
    yield bool(points) or item.type not in _SCALED
    yield _are_small(*(point.value for point in points))


def _score(rule: ScoreRule, items: set[ItemId]) -> Iterator[bool]:
    yield rule.items != () and items.issuperset(rule.items)
    yield _are_small(rule.low, rule.high, rule.max_missing, rule.multiply)


def _can_be_reckoned(timing: Timing) -> bool:
    near = all(abs(offset) <= _LONGEST for offset in (timing.opens, timing.due, timing.closes))
    return near and (timing.every is None or 0 < timing.every <= _LONGEST.days)


def _are_small(*numbers: float | None) -> bool:
    return all(number is None or abs(number) <= _MOST for number in numbers)

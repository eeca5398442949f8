"""What left before: which lines of the tick list were shared, which changed since, and what is new."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from kat_journal.domain.choosing import Candidate
from kat_journal.domain.clock import local_day
from kat_journal.domain.composing.pieces import effects, pieces, scores
from kat_journal.domain.material import (
    Material,
    effects_key,
    practice_key,
    question_key,
    score_key,
    session_key,
)
from kat_journal.domain.response import Answer
from kat_journal.domain.sharing import ShareRecord


def with_sharing(
    offered: Iterable[Candidate], material: Material, records: Iterable[ShareRecord], zone: str
) -> tuple[Candidate, ...]:
    """The tick list with what is known of each line; no tick is other for it.

    An archive of everything, which is handed to nobody, is not counted.
    """
    handed = sorted((one for one in records if not one.everything), key=lambda one: one.made_at)
    last = handed[-1].made_at if handed else None
    shared = {key: one.made_at for one in handed for key in one.keys}
    written = dict(_written(material))
    return tuple(_told(one, shared.get(one.key), written.get(one.key), last, zone) for one in offered)


def _told(
    one: Candidate, shared: datetime | None, written: datetime | None, last: datetime | None, zone: str
) -> Candidate:
    if shared is not None:
        changed = written is not None and written > shared
        return replace(one, shared_on=local_day(shared, zone), is_changed=changed)
    return replace(one, is_new=written is not None and last is not None and written > last)


def _written(material: Material) -> Iterator[tuple[str, datetime]]:
    """When each line was last written, as far as it is known."""
    for piece in pieces(material):
        yield from _newest(piece.key, [piece.answer])
    for one in (*material.earlier, *material.answered):
        uid, answers = one.response.uid, one.response.answers
        yield from _newest(effects_key(uid), [answer for _, answer in effects(one)])
        for made in scores(one):
            yield from _newest(score_key(uid, made.rule.id), [answers[i] for i in made.rule.items if i in answers])
    yield from ((question_key(one.uid), one.created_at) for one in material.questions)
    yield from ((practice_key(one.uid), one.created_at) for one in material.practices)
    yield from ((session_key(one.uid), one.start) for one in material.held_in_period() if one.start is not None)


def _newest(key: str, answers: Iterable[Answer]) -> Iterator[tuple[str, datetime]]:
    at = max((answer.updated_at for answer in answers if answer.updated_at is not None), default=None)
    if at is not None:
        yield key, at

"""The keys of everything that could leave."""

from collections.abc import Iterator

from kat_journal.domain.composing.pieces import effects, pieces, scores
from kat_journal.domain.material import (
    Material,
    effects_key,
    practice_key,
    question_key,
    score_key,
    session_key,
)


def offered_keys(material: Material) -> frozenset[str]:
    """Every key that can be ticked."""
    return frozenset(_keys(material))


def _keys(material: Material) -> Iterator[str]:
    yield from (piece.key for piece in pieces(material))
    yield from (effects_key(one.response.uid) for one in material.answered if effects(one))
    for answered in (*material.earlier, *material.answered):
        yield from (score_key(answered.response.uid, one.rule.id) for one in scores(answered))
    yield from (question_key(one.uid) for one in material.questions)
    yield from (practice_key(one.uid) for one in material.practices)
    yield from (session_key(one.uid) for one in material.held_in_period())

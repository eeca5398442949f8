"""Scores: the published arithmetic on a form's answers, and nothing more."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kat_journal.domain.form import Method, ScoreRule
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer


@dataclass(frozen=True, slots=True)
class Score:
    """What a rule made of the answers.

    Attributes:
        value: None where too many rows are missing; missing is never counted as zero.
        answered: How many rows had a number.
        of: How many rows the rule has.
        estimated: Whether missing rows were made up for in proportion.
        missing: Numbers of the rows without an answer, counted from 1 in the rule's order.
    """

    rule: ScoreRule
    value: float | None
    answered: int
    of: int
    estimated: bool = False
    missing: tuple[int, ...] = ()


def score(rule: ScoreRule, answers: Mapping[ItemId, Answer]) -> Score:
    """Apply a rule to the answers of one response."""
    given = [_number(answers.get(item_id)) for item_id in rule.items]
    numbers = [number for number in given if number is not None]
    missing = tuple(row for row, number in enumerate(given, start=1) if number is None)
    answered, rows = len(numbers), len(given)
    if not numbers or len(missing) > rule.max_missing or (missing and not rule.prorate):
        return Score(rule, None, answered, rows, missing=missing)
    value = _combine(rule.method, numbers)
    if missing and rule.method is Method.SUM:
        value = _half_up(value * rows / answered)
    return Score(rule, value * rule.multiply, answered, rows, estimated=bool(missing), missing=missing)


def _number(answer: Answer | None) -> float | None:
    return None if answer is None or answer.skipped else answer.number


def _combine(method: Method, numbers: list[float]) -> float:
    if method is Method.SUM:
        return sum(numbers)
    if method is Method.MEAN:
        return sum(numbers) / len(numbers)
    return max(numbers)


def _half_up(value: float) -> float:
    return float(math.floor(value + 0.5))

"""Conditions: FHIR has many, our forms have two. What can be said exactly is followed, all else refused."""

from collections.abc import Mapping
from typing import Any

from kat_journal.domain.form import ItemType
from kat_journal.importing.refusing import refusal
from kat_journal.importing.resource import EnableWhen
from kat_journal.importing.rows import Row, When

Points = Mapping[str, int]
"""What each choice of a row counts, by the choice's id."""

_OTHER_WAY = "can be followed only for `=` with a choice or Yes, and for `>=` and `>` with a number"


def condition(when: When, before: Mapping[str, Row], scaled: Mapping[str, Points]) -> dict[str, Any]:
    """The condition as our forms have it, but for the item's name.

    Args:
        when: The condition of the file.
        before: The rows that stand before it, by linkId.
        scaled: Rows whose choices became points, by linkId.

    Raises:
        QuestionnaireError: It cannot be said exactly, or points to nothing that was asked before.
    """
    raw = when.raw
    row = before.get(raw.question)
    if row is None or not row.is_asked:
        raise refusal((f"{when.place}.question", f"`{raw.question}` is no question that is asked before this one"))
    found = _number(row, raw) if row.type is ItemType.NUMBER else _chosen(row, raw, when, scaled.get(row.link_id))
    if found is None:
        raise refusal((when.place, f"`{raw.operator}` {_OTHER_WAY}"))
    return found


def _number(row: Row, raw: EnableWhen) -> dict[str, Any] | None:
    value = raw.integer if raw.decimal is None else raw.decimal
    if value is None:
        return None
    if raw.operator == ">" and row.kind == "integer" and value == int(value):
        value += 1  # of whole numbers, the next one is the least that is more
    elif raw.operator != ">=":
        return None
    within = (row.low is None or row.low < value) and (row.high is None or value <= row.high)
    return {"at_least": value} if within and abs(value) <= 1_000_000 else None


def _chosen(row: Row, raw: EnableWhen, when: When, points: Points | None) -> dict[str, Any] | None:
    if raw.operator != "=":
        return None
    if row.type is ItemType.YES_NO:
        return {"at_least": 1} if raw.boolean else None
    if not row.choices:
        return None
    option = _option(row, raw, when)
    if points is None:
        return {"option": option}
    return {"at_least": points[option]} if points[option] == max(points.values()) else None


def _option(row: Row, raw: EnableWhen, when: When) -> str:
    """The choice that is meant, by its code; its text where it has no code."""
    system, code = "", raw.string
    if raw.coding is not None:
        system, code = raw.coding.system, raw.coding.code
    elif raw.integer is not None:
        code = str(raw.integer)
    for choice in row.choices:
        if choice.code == code and (not system or not choice.system or choice.system == system):
            return choice.id
    raise refusal((when.place, f"`{code}` is no choice of `{row.link_id}`"))

"""What is asked, as the tables of a form: items, and what hangs on them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kat_journal.domain.form import Flag, Form, Item, ItemType
from kat_journal.errors import QuestionnaireError
from kat_journal.importing.conditions import condition
from kat_journal.importing.refusing import refused
from kat_journal.importing.rows import Row
from kat_journal.importing.sheets import Known
from kat_journal.importing.words import name_for

Table = dict[str, Any]

_LABEL = 40
_LOINC = re.compile(r"\A[0-9]{1,7}-[0-9]\Z")


def item_tables(rows: Sequence[Row], found: Known) -> list[Table]:
    """The items, in order.

    Raises:
        QuestionnaireError: With every condition that cannot be said.
    """
    tables: list[Table] = []
    before: dict[str, Row] = {}
    problems: list[str] = []
    for row in rows:
        table = _item(row, found)
        if row.when is not None:
            try:
                met = condition(row.when, before, found.points)
                table["ask_if"] = {"item": _id(row.when.raw.question, found), **met}
            except QuestionnaireError as error:
                problems += [line for line in str(error).splitlines() if line not in problems]
        before[row.link_id] = row
        tables.append(table)
    if problems:
        raise refused(problems)
    return tables


def _id(link_id: str, found: Known) -> str:
    """The name of an item: that of the row it takes over, or else its own."""
    known = found.items.get(link_id)
    return str(known.id) if found.sheet is not None and known is not None else name_for("q", link_id)


def _item(row: Row, found: Known) -> Table:
    known = found.items.get(row.link_id)
    points = found.points.get(row.link_id)
    table: Table = {"id": _id(row.link_id, found), "type": str(row.type), "ask": row.ask}
    optional: Table = {
        "hint": row.hint,
        "low": row.low,
        "high": row.high,
        "unit": row.unit,
        "lines": 1 if row.is_one_line else None,
        "loinc": next((code for code in row.loinc if _LOINC.match(code)), "") if known is None else known.loinc,
    }
    table |= {key: value for key, value in optional.items() if value not in (None, "")}
    if points is not None:
        table |= {"type": str(ItemType.SCALE), "scale": _scale_id(row, points)}
    elif row.choices:
        table["options"] = [{"id": choice.id, "text": choice.text} for choice in row.choices]
    return table if known is None else table | _of_row(known, found)


def _of_row(known: Item, found: Known) -> Table:
    table: Table = {"guarded": True} if known.guarded else {}
    if found.sheet is not None and len(known.name) <= _LABEL:
        table["label"] = known.name
    return table


def flags_and_scores(items: Sequence[Table], rows: Sequence[Row], found: Known, known: Mapping[str, Form]) -> Table:
    """Cards that belong to a row go with it into every form; scores only into a form that takes a sheet over."""
    flags = [
        {"when": {"item": table["id"], "at_least": flag.when.at_least}, "advice": str(flag.advice)}
        for table, row in zip(items, rows, strict=True)
        if row.link_id in found.points
        for flag in _flags_of(found.items[row.link_id], known)
    ]
    tables: Table = {"flags": flags} if flags else {}
    if found.sheet is not None:
        tables["scores"] = [_score(found.sheet, number) for number in range(len(found.sheet.scores))]
    return tables


def _flags_of(item: Item, known: Mapping[str, Form]) -> list[Flag]:
    home = next(form for form in known.values() if item in form.items)
    return [flag for flag in home.flags if flag.when.item == item.id and flag.when.at_least is not None]


def _score(sheet: Form, number: int) -> Table:
    score = sheet.scores[number]
    table: Table = {
        "id": score.id,
        "title": score.title,
        "method": str(score.method),
        "items": [str(item) for item in score.items],
        "range": [score.low, score.high],
        "better": score.better,
        "max_missing": score.max_missing,
        "prorate": score.prorate,
        "multiply": score.multiply,
    }
    return table | {key: value for key, value in {"source": score.source, "loinc": score.loinc}.items() if value}


def _scale_id(row: Row, points: Mapping[str, int]) -> str:
    words = "\n".join(f"{points[choice.id]} {choice.text}" for choice in row.choices)
    return name_for("answers", words)


def scale_tables(rows: Sequence[Row], found: Known) -> list[Table]:
    """The scales that its items name."""
    scales: dict[str, Table] = {}
    for row in rows:
        if (points := found.points.get(row.link_id)) is not None:
            name = _scale_id(row, points)
            marked = sorted((points[choice.id], choice.text) for choice in row.choices)
            scales[name] = {"id": name, "points": [{"value": value, "text": text} for value, text in marked]}
    return list(scales.values())

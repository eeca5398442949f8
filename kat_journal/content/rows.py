"""Rows that several forms use: worded once, and never without the advice that belongs to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kat_journal.content.raw import RawRows
from kat_journal.content.reading import decode, refusal

Table = dict[str, Any]

_OF_THE_ROW = frozenset({"id", "type", "flags"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that a form may use, by name: in the pack's own language, and in the language wanted."""

    own: Mapping[str, Table] = field(default_factory=dict)
    shown: Mapping[str, Table] = field(default_factory=dict)


def read_rows(tables: Table, file: str) -> dict[str, Table]:
    """The rows of a pack, by name, each as its file has it.

    Raises:
        PackError: A name is there twice, or a row is no row.
    """
    decode(tables, RawRows, file)
    rows: dict[str, Table] = {}
    for place, row in enumerate(tables["rows"]):
        if row["id"] in rows:
            raise refusal(file, [(f"rows[{place}].id", f"`{row['id']}` is there twice")])
        rows[row["id"]] = row
    return rows


def laid_out(form: Table, rows: Mapping[str, Table], file: str) -> Table:
    """The form with each ``use`` replaced by the row or rows that it names, and their flags among its own.

    What stands beside ``use`` takes the place of the rows' own keys, and a form's own flags on a row the place of the
    row's flags.

    Raises:
        PackError: There is no such row.
    """
    items, own = form.get("items"), form.get("flags", [])
    if not isinstance(items, list) or not isinstance(own, list) or not any(map(_uses, items)):
        return form  # what may be wrong with it, decoding says
    whole: list[Any] = []
    used: list[Table] = []
    for place, item in enumerate(items):
        if not _uses(item):
            whole.append(item)
            continue
        beside = {key: value for key, value in item.items() if key != "use"}
        if wrong := beside.keys() & _OF_THE_ROW:
            raise refusal(file, [(f"items[{place}].{min(wrong)}", "belongs to the row")])
        for row in _named(item["use"], rows, file, place):
            used.append(row)
            whole.append({**{key: value for key, value in row.items() if key != "flags"}, **beside})
    flagged = {_item_of(flag) for flag in own}
    brought = [_flag(row["id"], flag) for row in used if row["id"] not in flagged for flag in row.get("flags", ())]
    return {**form, "items": whole, "flags": [*brought, *own]}


def used_rows(form: Table) -> frozenset[str]:
    """Names of the rows that a form takes over."""
    items = form.get("items")
    uses = [item["use"] for item in items if _uses(item)] if isinstance(items, list) else []
    return frozenset(name for use in uses for name in (use if isinstance(use, list) else [use]))


def _uses(item: Any) -> bool:
    return isinstance(item, dict) and "use" in item


def _named(use: Any, rows: Mapping[str, Table], file: str, place: int) -> list[Table]:
    names = use if isinstance(use, list) else [use]
    for name in names:
        if not isinstance(name, str) or name not in rows:
            raise refusal(file, [(f"items[{place}].use", f"`{name}` is no row")])
    return [rows[name] for name in names]


def _item_of(flag: Any) -> Any:
    when = flag.get("when") if isinstance(flag, dict) else None
    item = when.get("item") if isinstance(when, dict) else None
    return item if isinstance(item, str) else None


def _flag(item: str, flag: Table) -> Table:
    when = {key: value for key, value in flag.items() if key != "advice"}
    return {"when": {"item": item, **when}, "advice": flag["advice"]}

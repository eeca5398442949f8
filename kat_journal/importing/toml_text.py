"""Tables as TOML: the few shapes that a pack's files have."""

import json
from collections.abc import Iterable, Mapping
from typing import Any


def toml(tables: Mapping[str, Any], comments: Iterable[str] = ()) -> str:
    """The text of a file: comments, simple values, then tables, then lists of tables."""
    simple = {key: value for key, value in tables.items() if not _has_tables(value)}
    lines = [f"# {comment}" for comment in comments] + _pairs(simple)
    for key, value in tables.items():
        for table in _tables(value):
            lines += ["", f"[{key}]" if isinstance(value, dict) else f"[[{key}]]", *_pairs(table)]
    return "\n".join(lines) + "\n"


def _has_tables(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def _tables(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return value if _has_tables(value) else []


def _pairs(table: Mapping[str, Any]) -> list[str]:
    return [f"{key} = {_value(value)}" for key, value in table.items()]


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(_pairs(value)) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # a JSON string of visible letters is a TOML string as well
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)

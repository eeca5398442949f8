"""JSON from strangers: bounded, every name once, numbers that are numbers."""

import json
import math
from collections import Counter
from typing import Any, NoReturn

from kat_journal.errors import QuestionnaireError
from kat_journal.importing.refusing import refusal

MAX_BYTES = 2_000_000
MAX_DEPTH = 64


def read_json(data: bytes) -> dict[str, Any]:
    """The one object that the file holds.

    Raises:
        QuestionnaireError: It is too large, no JSON, or JSON that two programs would read differently.
    """
    if len(data) > MAX_BYTES:
        raise refusal(("", f"is larger than {MAX_BYTES} bytes"))
    tree = _parsed(_text(data))
    if not isinstance(tree, dict):
        raise refusal(("", "is JSON, but not one object"))
    if _depth(tree) > MAX_DEPTH:
        raise refusal(("", "is nested too deeply"))
    return tree


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")  # some programs put a byte order mark first
    except UnicodeDecodeError as error:
        raise refusal((f"byte {error.start}", "is not UTF-8 text")) from error
    if text.lstrip()[:1] == "<":
        raise refusal(("", "is XML or HTML; ask for the questionnaire as JSON"))
    return text


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_table, parse_constant=_no_number, parse_float=_number)
    except QuestionnaireError:
        raise
    except json.JSONDecodeError as error:
        raise refusal((f"line {error.lineno}", "is not JSON")) from error
    except RecursionError as error:
        raise refusal(("", "is nested too deeply")) from error
    except ValueError as error:  # a whole number with thousands of digits
        raise refusal(("", "holds a number that cannot be read")) from error


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise refusal((twice, "stands twice in one object"))
    return table


def _no_number(name: str) -> NoReturn:
    raise refusal((name, "is no number in JSON"))


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise refusal((text, "is too large a number"))
    return number


def _depth(tree: Any) -> int:
    """How many objects and lists stand inside each other; one more than allowed is enough to know."""
    depth, level = 0, [tree]
    while level and depth <= MAX_DEPTH:
        depth += 1
        level = [child for node in level for child in _children(node) if isinstance(child, (dict, list))]
    return depth


def _children(node: Any) -> list[Any]:
    return list(node.values()) if isinstance(node, dict) else list(node)

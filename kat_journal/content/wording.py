"""What the words of a stranger's pack may not hold: plain text only, nothing that acts, leads away or hides."""

import re
from collections.abc import Iterator
from typing import Any

from kat_journal.content.reading import refusal
from kat_journal.domain.strange_words import (
    as_read,
    holds_a_link,
    holds_a_tag,
    holds_a_telephone_number,
    is_visible_line,
)

LONGEST = 1_000
"""Letters of one string."""

Problem = tuple[str, str]

_DOSE = re.compile(r"\b(dos(e|es|age|ages|ing|is|en|ierung\w*)|milligram\w*|microgram\w*|mcg|\u03bcg)\b|\bmg\b(?!/)")
_CITING = frozenset({"source", "version", "id", "loinc", "licence"})
_CREDITS = frozenset({"source", "licence", "author"})
"""Where the address of a licence or a paper may stand, as plain text that nothing opens."""


def check_words(tables: dict[str, Any], file: str) -> None:
    """Refuse words that are no plain text, or hold a telephone number.

    Raises:
        PackError: With every string at fault.
    """
    problems = [(key, reason) for key, text in _strings(tables) if (reason := _reason(text, key))]
    if problems:
        raise refusal(file, problems)


def asks_for_a_dose(text: str) -> bool:
    """Whether the words speak of a dose, which this journal never asks for."""
    return _DOSE.search(as_read(text)) is not None


def _reason(text: str, key: str) -> str:
    if len(text) > LONGEST:
        return f"is longer than {LONGEST} letters"
    if text and not is_visible_line(text):
        return "must be one line of visible text"
    if holds_a_tag(text):
        return "holds a tag such as <b>; a pack is plain text"
    name = key.rpartition(".")[2]
    if holds_a_link(text, addresses=name in _CREDITS):
        return "holds a link; a pack has none"
    if name not in _CITING and holds_a_telephone_number(text):
        return "holds what looks like a telephone number"
    return ""


def _strings(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every string with its key, names of keys included; without recursion, whatever the depth."""
    waiting: list[tuple[str, Any]] = [("", tables)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            for name, inner in reversed(value.items()):
                yield key, name
                waiting.append((f"{key}.{name}".lstrip("."), inner))
        elif isinstance(value, list):
            waiting += [(f"{key}[{place}]", inner) for place, inner in reversed(list(enumerate(value)))]

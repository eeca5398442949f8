"""The person's words as they are shown beside ours: short, whole, and never turning our own words round."""

from itertools import takewhile
from unicodedata import category

from kat_journal.domain.letters import letters

MOST = 240
"""Characters of a line that are shown where it was changed; the preview shows all of it."""
BEFORE = 80
"""Characters that are shown before the place of a change."""
MOST_OF_WORD = 60
_ISOLATE, _ISOLATE_ENDS = "\u2068", "\u2069"


def isolated(words: str) -> str:
    """The words for the midst of a sentence of ours: a text that runs the other way turns nothing but itself."""
    return words if words.isascii() else f"{_ISOLATE}{words}{_ISOLATE_ENDS}"


def word(words: str) -> str:
    """A word or a name for the midst of a sentence or on a button."""
    return isolated(words if len(words) <= MOST_OF_WORD else f"{words[:MOST_OF_WORD]}…")


def initials(name: str) -> str:
    """The first letter of each part of a name, with its marks and a point."""
    parts = (letters(part) for part in name.split())
    firsts = (part.part(0, 0) for part in parts if part.starts)
    return " ".join(f"{first.upper()}." for first in firsts if category(first[0])[0] in "LN")


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two forms of a line, both from a little before the place where they part; short ones are whole."""
    if max(len(before), len(after)) <= MOST:
        return before, after
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = same - BEFORE if same > BEFORE and after else 0
    return _excerpt(before, start), _excerpt(after, start)


def _excerpt(words: str, start: int) -> str:
    cut = words[start : start + MOST]
    return f"{'…' if start else ''}{cut}{'…' if start + MOST < len(words) else ''}"

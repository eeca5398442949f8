"""Names that leave as something else: found as whole words however they are written, and replaced once.

- A name is found in any case ("ANNA"), composed or decomposed, in full-width letters, with any kind of space between
  its parts, and with soft hyphens inside; ``as_written`` asks for its own capitals ("Will", and never "will").
- It is never found inside a longer word ("Annabel"). An apostrophe or a hyphen ends a word ("Anna's", "d'Anna"); a
  genitive without one ("Annas") is a longer word, which :class:`Seen` names so that it can be added.
- Scripts that put no space between words, or hang their particles on a name, have no such end: there a name is found
  wherever its letters stand.
- The longest name goes first, and what was put in its place is never replaced again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kat_journal.domain.ids import Uid
from kat_journal.domain.letters import Letters, exact, folded, is_ignored, letters

_NOT_KEPT = Uid("")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A name, and what stands instead of it in whatever leaves.

    Attributes:
        instead: Such as ``A.`` or ``my partner``; stands as it is, whatever the name's case was.
        as_written: Only with the capitals of ``name``, for names that are words as well.
        uid: Of its row; empty for one that is not kept.
    """

    name: str
    instead: str
    as_written: bool = False
    uid: Uid = _NOT_KEPT


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands in a text, and what goes there."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a list of names stands in a text.

    Attributes:
        spans: What is to be replaced, in the text's order and without overlaps.
        longer: Words that hold a name and stay as they are, such as "Annas", each once.
    """

    spans: tuple[Span, ...] = ()
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    """A name in a text, from one letter to another.

    Attributes:
        cut: A letter at which a word goes on beyond them; -1 where they are whole words.
    """

    replacement: Replacement
    first: int
    last: int
    cut: int


def is_usable(replacement: Replacement) -> bool:
    """Whether it names something that can be found, and something that can stand instead."""
    return _pattern(replacement.name) is not None and bool(replacement.instead.strip())


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are found at the same places, capitals apart."""
    return letters(one).folded.split() == letters(other).folded.split()


def look(text: str, replacements: Iterable[Replacement]) -> Seen:
    """Find the names in a text; the same for every order of the list."""
    patterns = [(one, pattern) for one in replacements if one.instead.strip() and (pattern := _pattern(one.name))]
    if not _may_hold(text, [pattern for _, pattern in patterns]):
        return Seen()
    told = letters(text)
    matches = [match for one, pattern in patterns for match in _of_name(told, one, pattern)]
    taken = bytearray(len(told.starts))
    found = []
    for one in sorted((one for one in matches if one.cut < 0), key=_longest_first):
        if not any(taken[one.first : one.last + 1]):
            taken[one.first : one.last + 1] = b"\1" * (one.last + 1 - one.first)
            found.append(Span(told.starts[one.first], told.ends[one.last], one.replacement.instead))
    rest = sorted(one.cut for one in matches if one.cut >= 0 and not taken[one.cut])
    return Seen(tuple(sorted(found, key=lambda span: span.start)), tuple(dict.fromkeys(map(told.word, rest))))


def replaced_text(text: str, found: Sequence[Span]) -> str:
    """The text with what stands instead."""
    parts, at = [], 0
    for span in found:
        parts += [text[at : span.start], span.instead]
        at = span.end
    return "".join((*parts, text[at:]))


def replaced_in(text: str, replacements: Sequence[Replacement]) -> tuple[Replacement, ...]:
    """The names that are replaced in a text, each once, in the list's order."""
    found = [text[span.start : span.end] for span in look(text, replacements).spans]
    return tuple(one for one in replacements if any(is_same_name(one.name, name) for name in found))


def longer_form(word: str, replacements: Iterable[Replacement]) -> Replacement | None:
    """A line for the list that meets a word which holds a name and stays, such as "Annas" for "Anna".

    What stands instead is that of the longest whole name in it. None where no name of the list stands in the word.
    """
    forms = [form for one in replacements for form in _forms(word, one)]
    return max(forms, key=lambda form: form[:3], default=(False, 0, "", None))[3]


def _forms(word: str, one: Replacement) -> Iterator[tuple[bool, int, str, Replacement]]:
    """A name of several parts goes on at its first or its last one alone: "Anna Bells" for "Anna Bell"."""
    parts = one.name.split()
    for at in sorted({0, len(parts) - 1} & set(range(len(parts)))):
        if word in look(word, (replace(one, name=parts[at]),)).longer:
            name = " ".join((*parts[:at], word, *parts[at + 1 :]))
            yield len(parts) == 1, len(parts[at]), name, replace(one, name=name, uid=_NOT_KEPT)


def _longest_first(match: _Match) -> tuple[int, int, bool, str, str]:
    """Of two that stand at one place, the more exact one goes first, and then always the same one."""
    one = match.replacement
    return match.first - match.last, match.first, not one.as_written, one.name, one.instead


def _may_hold(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """A quick look: most texts hold none of the names, and are not taken apart for it."""
    if any(map(is_ignored, set(text))):
        return bool(patterns)
    plain = folded(text)
    return any(pattern.search(plain) for pattern in patterns)


def _of_name(told: Letters, one: Replacement, pattern: re.Pattern[str]) -> Iterator[_Match]:
    """Wherever the name begins, also where two of it share letters; never with a letter cut from its marks."""
    match = pattern.search(told.folded)
    while match is not None:
        start, end = match.span()
        first, last = told.owner[start], told.owner[end - 1]
        whole = not (told.is_cut(start) or told.is_cut(end))
        if whole and (not one.as_written or exact(told.part(first, last)) == exact(one.name)):
            yield _Match(one, first, last, first if told.goes_on(first - 1) else last if told.goes_on(last) else -1)
        match = pattern.search(told.folded, start + 1)


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str] | None:
    """Finds the name; None for one without a letter, which would be found everywhere."""
    plain = letters(name).folded
    return re.compile(r"\s+".join(map(re.escape, plain.split()))) if any(map(str.isalnum, plain)) else None

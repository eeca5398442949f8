"""A text as it is compared: without case or form, letter by letter, each with its marks."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
_JOINED = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0xFF9E, 0xFF9F))
"""What joins the letter before it without being a mark: parts of a Korean syllable, half-width Japanese marks."""

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1100, 0x11FF),  # Korean, whose particles follow without a space
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x31FF),  # Chinese and Japanese
    (0x3400, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAA60, 0xAA7F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFFDC),
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text; a letter and its marks are one, whatever they were typed as.

    Attributes:
        text: As it was typed.
        folded: Without case, form or invisible characters.
        owner: The number of the letter that each character of ``folded`` comes from.
        starts: Where each letter starts in ``text``.
        ends: Where each letter ends.
    """

    text: str
    folded: str
    owner: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def part(self, first: int, last: int) -> str:
        """The text from one letter to another, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def goes_on(self, last: int) -> bool:
        """Whether a word goes on from that letter to the next."""
        at = (last, last + 1)
        return 0 <= last < len(self.starts) - 1 and all(_joins(self.text[self.starts[one]]) for one in at)

    def is_cut(self, at: int) -> bool:
        """Whether that place in ``folded`` is in the middle of a letter."""
        return 0 < at < len(self.owner) and self.owner[at - 1] == self.owner[at]

    def word(self, at: int) -> str:
        """The whole word that a letter is part of."""
        first = last = at
        while self.goes_on(first - 1):
            first -= 1
        while self.goes_on(last):
            last += 1
        return self.part(first, last)


def letters(text: str) -> Letters:
    """Take a text apart."""
    if all(map(_is_plain, set(text))):
        every = range(len(text))
        return Letters(text, folded(text), every, every, range(1, len(text) + 1))
    starts, ends = _starts_and_ends(text)
    parts = [_folded_letter(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    owner = [number for number, part in enumerate(parts) for _ in part]
    return Letters(text, "".join(parts), owner, starts, ends)


def _starts_and_ends(text: str) -> tuple[Sequence[int], Sequence[int]]:
    if not any(is_ignored(char) or _is_mark(char) for char in set(text)):
        return range(len(text)), range(1, len(text) + 1)
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        if is_ignored(char):
            continue
        if ends and ends[-1] == at and _is_mark(char):
            ends[-1] = at + 1
        else:
            starts.append(at)
            ends.append(at + 1)
    return starts, ends


def folded(text: str) -> str:
    """The text without case, and in one form of each letter."""
    if text.isascii():
        return text.lower()
    shaped = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    return unicodedata.normalize("NFKC", shaped)


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return folded(letter)


def exact(text: str) -> str:
    """The text with its case, without what shows nothing."""
    shown = "".join(char for char in text if not is_ignored(char))
    return " ".join(unicodedata.normalize("NFC", shown).translate(_SAME).split())


@lru_cache(maxsize=4096)
def is_ignored(char: str) -> bool:
    """Whether it shows nothing of its own: a soft hyphen, a joiner, a mark of direction, a variation selector."""
    return unicodedata.category(char) == "Cf" or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


@lru_cache(maxsize=4096)
def _is_plain(char: str) -> bool:
    """Whether it is a letter by itself that stays one when it is compared."""
    return not is_ignored(char) and not _is_mark(char) and len(folded(char)) == 1


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or _is_in(char, _JOINED)


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    """Whether it is part of a word whose ends can be told."""
    category = unicodedata.category(char)
    return (category[0] in "LM" or category == "Nd") and not _is_in(char, _UNSPACED)


def _is_in(char: str, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(low <= ord(char) <= high for low, high in ranges)

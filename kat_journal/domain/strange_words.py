"""What the words of strangers may hide, in whichever file they came: nothing is judged by how it is spelled alone."""

import re
import unicodedata
from itertools import pairwise

_TAG = re.compile(r"<[a-zA-Z/!?]")
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]{0,30}://|\bwww\.|\b(javascript|vbscript)\s*:|\bdata:\s*[a-z]+/|\b(mailto|tel|sms):\S|\bfile:/",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_GAP = r"[\s().\-/_~*|+\u00b7\u2010-\u2015\u2022\u2212]{0,3}"
"""What may stand between the digits of a number; no comma, which lists and thousands have."""
_TELEPHONE = re.compile(rf"\d(?:{_GAP}\d){{6,}}")
_SHORT_NUMBER = re.compile(rf"\d(?:{_GAP}\d){{2,}}")
_FEWEST_COUNTED = 4
"""Numbers that count up or down in a row; of fewer nobody could tell."""
_JOINERS = "\u200c\u200d\u00ad"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, by their kind, that are drawn as nothing."""
_MARKS = ("Mn", "Me")
_MOST_MARKS = 5
"""Marks on one letter; more of them are drawn over the lines around it."""
_LOOKALIKES = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501\u04bb"
    "\u03b1\u03b2\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f3\u03f2\u0131",
    "abekmhopctyxsijdh" + "abeikvoptuxjci",
)
"""Small letters of Cyrillic and Greek, and the Latin ones that an eye takes them for."""


def is_visible_line(text: str) -> bool:
    """Whether it is one line of words, and an eye sees every letter of it, each in its own place."""
    if text.isascii():  # most words, many times faster
        return text.isprintable() and text.strip() != ""
    marks, seen = 0, False
    for letter in text:
        category = unicodedata.category(letter)
        marks = marks + 1 if category in _MARKS else 0
        if marks > _MOST_MARKS or letter in _BLANK or (letter not in _JOINERS and _is_hidden(letter, category)):
            return False
        seen = seen or category[0] not in "CMZ"
    return seen


def holds_a_tag(text: str) -> bool:
    """Whether something in it begins as HTML does."""
    return _TAG.search(text) is not None


def holds_a_link(text: str, *, addresses: bool = False) -> bool:
    """Whether something in it could be opened; ``addresses`` lets plain web addresses pass."""
    return _LINK.search(_ADDRESS.sub("", text) if addresses else text) is not None


def holds_a_telephone_number(text: str) -> bool:
    """Whether a number in it is as long as one to ring, in whatever digits; a row that counts up is none."""
    return any(not _counts(found.group()) for found in _TELEPHONE.finditer(_seen(text)))


def holds_a_number_to_ring(text: str) -> bool:
    """Whether there is a number in it that somebody in need could ring, however short."""
    return _SHORT_NUMBER.search(_seen(text)) is not None


def as_read(text: str) -> str:
    """The words as an eye takes them: small letters, without marks, and lookalikes of other alphabets as Latin."""
    return _seen(_seen(text).casefold()).translate(_LOOKALIKES)


def _seen(text: str) -> str:
    """The letters and digits that are seen: raised, circled or wide ones are the plain ones, and marks are none."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in whole if unicodedata.category(letter) not in (*_MARKS, "Cf"))


def _counts(found: str) -> bool:
    numbers = [int(number) for number in re.findall(r"\d+", found)]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return len(numbers) >= _FEWEST_COUNTED and len(steps) == 1 and 0 not in steps


def _is_hidden(letter: str, category: str) -> bool:
    code = ord(letter)
    return category in _HIDDEN or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE

r"""Cells of a CSV file that no spreadsheet takes for a formula, and that show and mean exactly what was typed.

A text is dangerous where a cell begins with ``=``, ``+``, ``-`` or ``@``, plain or full-width, after any white space or
quotes. A U+2060 (word joiner) stands before such a beginning. It is drawn by nothing, is no white space, and makes the
cell a text: a spreadsheet shows what was typed, where an apostrophe would stand in plain sight. The same stands inside
a text after each semicolon, TAB and line break that comes before such a character: programs that split a file at those
begin a cell there.

To read a cell again, remove one U+2060 at its beginning and one after each semicolon, TAB or line break; where a text
holds U+2060 itself at such a place, one more is written, so nothing is lost::

    re.sub("(?:^|(?<=[;\t\n]))\u2060", "", cell)

Control characters are folded before, as everywhere (:func:`kat_journal.export.plain.fold`); a number of ours, such as
``-3``, stands as it is.
"""

import re
from typing import Final

from kat_journal.export import plain

GUARD: Final = "\u2060"

_DANGEROUS = re.compile(f"(?:^|(?<=[;\t\n]))(?=[\\s\"']*[=+@\\-\uff1d\uff0b\uff0d\uff20{GUARD}])")


def guarded(words: str) -> str:
    """The words as a cell holds them."""
    return _DANGEROUS.sub(GUARD, plain.fold(words))

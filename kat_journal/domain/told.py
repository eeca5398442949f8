"""What can be told of a finished summary: how long it is, and whether something in it is to be looked at first."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from kat_journal.domain.form import Section as Place
from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Summary

MANY_WORDS: Final = 900
"""More than this is more than two printed pages."""

_LETTER_IS_WORD = ("CJK UNIFIED", "CJK COMPATIBILITY", "HIRAGANA", "KATAKANA")
"""Letters that word processors count as a word each, because no space tells where a word ends."""


def rings(summary: Summary) -> bool:
    """Whether saving it says that nobody may read it before the appointment, and whom to ring."""
    return any(section.name == Place.FIRST_LOOK for section in summary.sections)


def words_in(summary: Summary) -> int:
    """How many words the document shows; a Chinese or Japanese letter counts as one."""
    return sum(_count(text) for text in _texts(summary))


def _texts(summary: Summary) -> Iterator[str]:
    yield summary.title
    yield from _of_blocks(summary.opening)
    for section in summary.sections:
        yield section.heading
        yield from _of_blocks(section.blocks)
    yield from _of_blocks(summary.closing)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Quote(words, caption):
                yield from (caption, words)
            case Numbered(items):
                yield from items
            case _:
                yield from (cell for row in (block.header, *block.rows) for cell in row)


def _count(text: str) -> int:
    if text.isascii():
        return sum(any(map(str.isalnum, word)) for word in text.split())
    spaced = "".join(f" {char} " if _is_word(char) else char for char in text)
    return sum(any(map(str.isalnum, word)) for word in spaced.split())


def _is_word(char: str) -> bool:
    return char > "\u2e7f" and unicodedata.name(char, "").startswith(_LETTER_IS_WORD)

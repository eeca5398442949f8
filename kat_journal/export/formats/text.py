"""Plain text: UTF-8, LF, one line break at the end; our words in 72 columns, the person's exactly as typed.

Each line of the person's words stands after a mark of ours (``> ``, or the number and indent of a list), whole and
never wrapped: what follows the mark is the line as :func:`kat_journal.export.plain.fold` gives it, to the last space.
So nothing typed can be taken for a heading, which is a line of ours with a line of strokes under it. A sentence of ours
that holds a name stands two spaces in where that name would make a line of it look like one of these.
"""

import re
from collections.abc import Iterable, Iterator

from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Summary
from kat_journal.export import plain
from kat_journal.export.columns import WIDTH, table_lines, width, wrapped

NAME = "text"
SUFFIX = ".txt"

_MARK = "> "
_LIKE_OURS = re.compile(r">|[0-9]+\. |[-=]+\Z")
"""How a quote begins, how an item of a list does, and what stands under a heading."""


def render(summary: Summary, messages: Messages) -> bytes:  # noqa: ARG001 - every format has the same signature
    """The document as the bytes of its file."""
    return ("\n\n".join("\n".join(part) for part in _parts(summary)) + "\n").encode()


def _parts(summary: Summary) -> Iterator[Iterable[str]]:
    yield _heading(summary.title, "=")
    yield from _blocks(summary.opening)
    for section in summary.sections:
        yield _heading(section.heading, "-")
        yield from _blocks(section.blocks)
    if summary.closing:
        yield ("-" * WIDTH,)
        yield from _blocks(summary.closing)


def _heading(text: str, stroke: str) -> Iterator[str]:
    lines = list(wrapped(plain.fold_line(text)))
    yield from lines
    yield stroke * max(map(width, lines))


def _blocks(blocks: Iterable[Block]) -> Iterator[Iterable[str]]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield _sentence(text)
            case Quote(words, caption):
                if caption:
                    yield _sentence(caption)
                yield (_MARK + line for line in plain.fold(words).split("\n"))
            case Numbered(items):
                yield _numbered(items)
            case _:
                yield table_lines(block)


def _sentence(text: str) -> Iterator[str]:
    return (f"  {line}" if _LIKE_OURS.match(line) else line for line in wrapped(text))


def _numbered(items: Iterable[str]) -> Iterator[str]:
    for number, words in enumerate(items, start=1):
        mark = f"{number}. "
        for line in plain.fold(words).split("\n"):
            yield mark + line
            mark = " " * len(mark)

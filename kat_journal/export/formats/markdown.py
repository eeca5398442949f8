"""Markdown: CommonMark with GFM tables, no HTML, LF, one line break at the end."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Summary, Table
from kat_journal.export import plain

NAME = "markdown"
SUFFIX = ".md"

_WIDE = 100
"""A table wider than this is not padded: its rows would wrap in any window."""


def render(summary: Summary, messages: Messages) -> bytes:  # noqa: ARG001 - every format has the same signature
    """The document as the bytes of its file."""
    return ("\n\n".join(_parts(summary)) + "\n").encode()


def _parts(summary: Summary) -> Iterator[str]:
    yield f"# {plain.heading(summary.title)}"
    yield from _blocks(summary.opening)
    for section in summary.sections:
        yield f"## {plain.heading(section.heading)}"
        yield from _blocks(section.blocks)
    if summary.closing:
        yield "***"
        yield from _blocks(summary.closing)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield plain.block(text)
            case Quote(words, caption):
                if caption:
                    yield plain.block(caption)
                yield plain.block(words, "> ")
            case Numbered(items):
                yield "\n".join(_numbered(items))
            case _:
                yield "\n".join(_table(block))


def _numbered(items: Iterable[str]) -> Iterator[str]:
    for number, words in enumerate(items, start=1):
        mark = f"{number}. "
        first, *rest = plain.block(words).split("\n")
        yield mark + first
        yield from (" " * len(mark) + line if line else "" for line in rest)


def _table(table: Table) -> Iterator[str]:
    rows = (table.header, *table.rows)
    shown = {cell: plain.line(cell) for cell in dict.fromkeys(chain.from_iterable(rows))}
    lines = [[shown[cell] for cell in row] for row in rows]
    widths = [max(3, *(len(row[at]) for row in lines)) for at in range(len(table.header))]
    if sum(widths) > _WIDE:
        widths = [0] * len(table.header)
    head, *body = (f"| {' | '.join(map(str.ljust, row, widths))} |" for row in lines)
    yield head
    yield f"| {' | '.join('-' * max(3, width) for width in widths)} |"
    yield from body

"""HTML: one file that holds all it needs, for the screen and for paper; nothing in it runs, and nothing is fetched.

It is made from the document, and never from Markdown. See :mod:`kat_journal.export.markup` for what keeps a person's
words words, and :mod:`kat_journal.export.page` for what a browser is told to refuse.
"""

from collections.abc import Iterable, Iterator

from kat_journal.domain.messages import Messages
from kat_journal.domain.summary import Block, Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export.chart import charts
from kat_journal.export.markup import cleaned, cleaned_charts, escaped
from kat_journal.export.page import page

NAME = "html"
SUFFIX = ".html"

_CHARTED = "numbers"
"""The section under which charts stand."""

_PLACE = '<div id="charts"></div>'
"""Where charts go once the document is cleaned; no text can hold it, because no text holds ``<``."""


def render(summary: Summary, messages: Messages) -> bytes:
    """The document as the bytes of its file."""
    return whole(document(summary), summary, messages)


def whole(markup: str, summary: Summary, messages: Messages) -> bytes:
    """A page of a document's markup, which is cleaned, and of the summary's charts."""
    body = cleaned(markup)
    if _PLACE in body:
        body = body.replace(_PLACE, cleaned_charts(charts(summary.data.forms, messages)), 1)
    return page(escaped(summary.language).replace('"', "&quot;"), escaped(summary.title), body).encode()


def document(summary: Summary) -> str:
    """The document without its charts, before it is cleaned."""
    return "\n".join(("<main>", *_main(summary), "</main>"))


def _main(summary: Summary) -> Iterator[str]:
    yield f"<header>\n<h1>{escaped(summary.title)}</h1>"
    yield from _blocks(summary.opening, summary.title)
    yield "</header>"
    for number, section in enumerate(summary.sections, start=1):
        yield from _section(section, number)
    if summary.closing:
        yield "<footer>"
        yield from _blocks(summary.closing, summary.title)
        yield "</footer>"


def _section(section: Section, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="part-{number}">\n<h2 id="part-{number}">{escaped(section.heading)}</h2>'
    yield from _blocks(section.blocks, section.heading)
    if section.name == _CHARTED:
        yield _PLACE
    yield "</section>"


def _blocks(blocks: Iterable[Block], heading: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield f'<p dir="auto">{escaped(text)}</p>'
            case Quote(words, caption):
                if caption:
                    yield f'<p class="asked" dir="auto">{escaped(caption)}</p>'
                yield f'<blockquote dir="auto">{escaped(words)}</blockquote>'
            case Numbered(items):
                yield "<ol>"
                yield from (f'<li dir="auto">{escaped(item)}</li>' for item in items)
                yield "</ol>"
            case _:
                yield from _table(block, heading)


def _table(table: Table, heading: str) -> Iterator[str]:
    """The first cell of each row is its head."""
    heads = "".join(f'<th scope="col" dir="auto">{escaped(cell)}</th>' for cell in table.header)
    yield f"<table><caption>{escaped(heading)}</caption><thead><tr>{heads}</tr></thead><tbody>"
    for name, *cells in table.rows:
        row = "".join(f'<td dir="auto">{escaped(cell)}</td>' for cell in cells)
        yield f'<tr><th scope="row" dir="auto">{escaped(name)}</th>{row}</tr>'
    yield "</tbody></table>"

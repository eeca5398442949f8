"""What a person sees of a Markdown file, as three implementations show it, each with GFM and without.

``markdown-it-py`` and ``marko`` are written anew from the specification, ``cmarkgfm`` is its reference in C. All let
raw HTML through, so that what escaped would show.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

import marko
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions
from markdown_it import MarkdownIt
from marko.ext.gfm import gfm

COMMON_MARK = MarkdownIt("commonmark")
_RAW = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
_GFM = ["table", "strikethrough", "autolink", "tasklist"]


def _reference(text: str) -> str:
    return markdown_to_html_with_extensions(text, Options.CMARK_OPT_UNSAFE)


def _reference_gfm(text: str) -> str:
    return markdown_to_html_with_extensions(text, _RAW, _GFM)


READERS = {
    "markdown-it": MarkdownIt("commonmark").enable("table").render,
    "markdown-it, gfm": MarkdownIt("gfm-like", {"linkify": False, "html": True}).render,
    "marko, gfm": gfm.convert,
    "cmark, gfm": _reference_gfm,
}
PLAIN_READERS = {"markdown-it, no tables": COMMON_MARK.render, "marko": marko.convert, "cmark": _reference}
EACH_ONE = {"markdown-it": READERS["markdown-it, gfm"], "marko": READERS["marko, gfm"], "cmark": READERS["cmark, gfm"]}
"""One of each implementation, with all that it knows."""

_MAIL = re.compile("(mailto|xmpp):")
_PLACES = {"blockquote", "li", "td", "th", "h1", "h2"}
_OURS = {"p", "br", "hr", "ol", "table", "thead", "tbody", "tr"} | _PLACES


@dataclass
class Shown:
    """Texts by the element that holds them, the outline, and every other element.

    ``mails`` are addresses that lead to themselves: the reference of GFM finds one in finished text, where no escape is
    left to see, so that nothing in a file can stop it.
    """

    texts: list[tuple[str, str]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)

    def of(self, *places: str) -> list[str]:
        return [text for place, text in self.texts if place in places]

    @property
    def outline(self) -> list[str]:
        return self.of("h1", "h2")


class _Eye(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = Shown()
        self._place = ""
        self._words: list[str] = []
        self._paragraphs = 0
        self._swallow = False
        self._inside = False
        self._mail: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = str(attrs[0][1]) if tag == "a" and len(attrs) == 1 else ""
        if _MAIL.match(address):
            self._mail, self._linked = unquote(address), ""
        elif tag not in _OURS:
            self.shown.strange.append(tag)
        if tag in _PLACES:
            self._open(tag)
        elif tag == "p":
            self._paragraph()
        elif tag == "br":
            self._words.append("\n")
            self._swallow = True

    def _open(self, tag: str) -> None:
        if self._place:
            self.shown.strange.append(f"{tag} in {self._place}")
        self._place, self._words, self._paragraphs = tag, [], 0
        self._inside = tag not in {"blockquote", "li"}
        self._loose = tag == "li"

    def _paragraph(self) -> None:
        if not self._place:
            self._place, self._words, self._paragraphs = "p", [], 0
        if self._paragraphs:
            self._words.append("\n\n")
        self._paragraphs += 1
        self._inside, self._loose = True, False

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._inside = False
        if tag == "a" and self._mail is not None:
            leads_there = self._mail in {self._linked, f"mailto:{self._linked}"}
            (self.shown.mails if leads_there else self.shown.strange).append(self._linked)
            self._mail = None
        if tag == self._place:
            self.shown.texts.append((tag, "".join(self._words)))
            self._place = ""

    def handle_data(self, data: str) -> None:
        if self._swallow and data.startswith("\n"):  # the line break of the HTML after <br />
            data = data[1:]
        self._swallow = False
        if self._mail is not None:
            self._linked += data
        if self._place and (self._inside or (self._loose and data != "\n")):
            self._words.append(data)


def seen(html: str) -> Shown:
    """What a rendered page shows."""
    eye = _Eye()
    eye.feed(html)
    eye.close()
    return eye.shown

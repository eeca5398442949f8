"""What a person sees of a Markdown file, as four readers show it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import marko
from markdown_it import MarkdownIt
from marko.ext.gfm import gfm

COMMON_MARK = MarkdownIt("commonmark")
READERS = {
    "markdown-it": MarkdownIt("commonmark").enable("table").render,
    "markdown-it, gfm": MarkdownIt("gfm-like", {"linkify": False, "html": True}).render,
    "marko, gfm": gfm.convert,
}
PLAIN_READERS = {"markdown-it, no tables": COMMON_MARK.render, "marko": marko.convert}

_PLACES = {"blockquote", "li", "td", "th", "h1", "h2"}
_OURS = {"p", "br", "hr", "ol", "table", "thead", "tbody", "tr"} | _PLACES


@dataclass
class Shown:
    """Texts by the element that holds them, the outline, and every other element."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)

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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _OURS:
            self.shown.strange.append(tag)
        if tag in _PLACES:
            if self._place:
                self.shown.strange.append(f"{tag} in {self._place}")
            self._place, self._words, self._paragraphs = tag, [], 0
            self._inside = tag not in {"blockquote", "li"}
            self._loose = tag == "li"
        elif tag == "p" and self._place:
            if self._paragraphs:
                self._words.append("\n\n")
            self._paragraphs += 1
            self._inside, self._loose = True, False
        elif tag == "br":
            self._words.append("\n")
            self._swallow = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._inside = False
        if tag == self._place:
            self.shown.texts.append((tag, "".join(self._words)))
            self._place = ""

    def handle_data(self, data: str) -> None:
        if self._swallow and data.startswith("\n"):  # the line break of the HTML after <br />
            data = data[1:]
        self._swallow = False
        if self._place and (self._inside or (self._loose and data != "\n")):
            self._words.append(data)


def seen(html: str) -> Shown:
    """What a rendered page shows."""
    eye = _Eye()
    eye.feed(html)
    eye.close()
    return eye.shown

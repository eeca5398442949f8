"""What stands in one of our HTML pages, as the parser of the standard library reads it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_PLACES = {"blockquote", "li", "td", "th", "p", "h1", "h2", "caption", "figcaption", "title", "desc", "text"}
_VOID = {"meta"}


@dataclass
class Page:
    """Texts by the element that holds them, every tag in order, every attribute, and the page's own declarations."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str | None]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def of(self, *places):
        return [text for place, text in self.texts if place in places]

    def values(self, tag, name):
        return [value for one, key, value in self.attributes if (one, key) == (tag, name)]


class _Eye(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag, attrs):
        self.page.tags.append(tag)
        self.page.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in _VOID:
            self.page.open.append(tag)
        if tag in _PLACES:
            self.page.texts.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.page.open.pop() == tag, tag

    def handle_data(self, data):
        if self.page.open and self.page.open[-1] in _PLACES:
            place, text = self.page.texts[-1]
            self.page.texts[-1] = (place, text + data)


def read(data):
    """A page of ours, whose elements must all be closed in order."""
    eye = _Eye()
    eye.feed(data.decode())
    eye.close()
    assert eye.page.open == []
    return eye.page

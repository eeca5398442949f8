"""Words as HTML, and the second belt: a sanitiser that has nothing to do as long as the first one holds.

The first belt is :func:`escaped`: after it no text holds a character that could begin a tag or an entity. The second
is ``nh3`` with a list of what our own pages are made of. Our pages are written as it writes them, so a test can ask
that it changes nothing; if some day a place of ours forgets to escape, it takes away whatever could act.

Pictures are let through for charts alone, by :func:`cleaned_charts`, which never sees a word of the person: SVG inside
HTML changes the rules of parsing, which is where sanitisers have been outwitted.
"""

from collections.abc import Mapping, Set
from typing import Final

from kat_journal.export import plain

_DOCUMENT: Final[Mapping[str, Set[str]]] = {
    "main": set(),
    "header": set(),
    "section": {"aria-labelledby"},
    "footer": set(),
    "div": {"id"},
    "h1": set(),
    "h2": {"id"},
    "p": {"class", "dir"},
    "blockquote": {"dir"},
    "ol": set(),
    "li": {"dir"},
    "table": {"class"},
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"dir", "scope"},
    "td": {"dir"},
}
_CHARTS: Final[Mapping[str, Set[str]]] = {
    "figure": set(),
    "figcaption": set(),
    **{name: _DOCUMENT[name] for name in ("table", "caption", "thead", "tbody", "tr", "th", "td")},
    "svg": {"aria-labelledby", "role", "viewBox"},
    "title": {"id"},
    "desc": {"id"},
    "line": {"x1", "x2", "y1", "y2"},
    "circle": {"cx", "cy", "r"},
    "text": {"class", "text-anchor", "x", "y"},
}


def escaped(words: str) -> str:
    """The words as text inside an element: shows exactly :func:`kat_journal.export.plain.fold` of them."""
    text = plain.fold(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


def cleaned(document: str) -> str:
    """A document without charts, and without anything that is not part of one of ours."""
    return _cleaned(document, _DOCUMENT)


def cleaned_charts(charts: str) -> str:
    """Charts, and nothing that is not part of one of ours."""
    return _cleaned(charts, _CHARTS)


def _cleaned(markup: str, allowed: Mapping[str, Set[str]]) -> str:
    import nh3  # noqa: PLC0415 - needed by those who save such a file

    attributes = {tag: set(names) for tag, names in allowed.items() if names}
    return nh3.clean(markup, tags=set(allowed), attributes=attributes, link_rel=None, url_schemes=set())

"""Our Markdown as each of three readers renders it, in Debian's Chromium."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export import plain
from kat_journal.export.formats import markdown
from tests.export.browser import chromium
from tests.export.hostile import hostile
from tests.export.naughty import NAUGHTY
from tests.export.reading import EACH_ONE
from tests.export.specification import examples
from tests.export.texts import TRICKY, WORDS

pytestmark = pytest.mark.skipif(
    chromium() is None,
    reason="NO BROWSER: what our Markdown shows was NOT looked at in one; on Debian: apt install chromium",
)
TOLD = """
(() => {
  const text = (node) => [...node.childNodes].map((one) => {
    if (one.nodeName === "BR") return "\\n";
    if (one.nodeType !== Node.TEXT_NODE) return one.nodeName === "A" ? text(one) : `[${one.nodeName}]`;
    const after = one.previousSibling && one.previousSibling.nodeName === "BR";
    return after && one.data.startsWith("\\n") ? one.data.slice(1) : one.data;
  }).join("");
  return [...document.querySelectorAll("body > blockquote")].map(
    (one) => [...one.children].map((part) => part.nodeName === "P" ? text(part) : `[${part.nodeName}]`).join("\\n\\n"));
})()
"""
"""What stands in each quote: paragraphs, breaks and text; any other element is named in brackets."""

SEEN = "[...document.querySelectorAll('body > blockquote')].map(one => one.innerText)"
ELEMENTS = "[...new Set([...document.querySelectorAll('body *')].map(one => one.nodeName))].sort()"
LINKS = "[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))"
OURS = {"H1", "H2", "P", "BR", "BLOCKQUOTE", "OL", "LI", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "HR"}


def opened(browser, folder, name, file):
    """A reader's page of a Markdown file, in a window with no policy of its own."""
    path = folder / "page.html"
    body = EACH_ONE[name](file)
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><title>T</title><body>{body}</body>", "utf-8")
    browser.open(path)
    return path


def check(browser, folder, messages, name, texts):
    made = Summary("Title", (), (Section("First", tuple(map(Quote, texts))),), ())
    path = opened(browser, folder, name, markdown.render(made, messages).decode())
    assert browser.ask(TOLD) == [plain.fold(one) for one in texts]
    # A screen shows white space at an edge, or more of it inside a line, as one space or none: the reader's matter.
    assert [one.split() for one in browser.ask(SEEN)] == [plain.fold(one).split() for one in texts]
    links = browser.ask(LINKS)
    assert set(browser.ask(ELEMENTS)) <= OURS | ({"A"} if name == "cmark" else set())
    assert all(one.startswith(("mailto:", "xmpp:")) for one in links)
    assert browser.requested == [path.as_uri()]
    assert browser.ask("document.title") == "T"


@pytest.mark.parametrize("name", EACH_ONE)
def test_every_tricky_text_is_seen_as_it_was_typed(browser, tmp_path, messages, name):
    check(browser, tmp_path, messages, name, [one for one in (*TRICKY, *NAUGHTY) if len(one) < 2_000])


@pytest.mark.parametrize("name", EACH_ONE)
def test_every_example_of_the_specification_is_seen_as_it_was_typed(browser, tmp_path, messages, name):
    typed, why = examples()
    if why:
        pytest.skip(f"NO SPECIFICATION: its examples were NOT looked at in a browser; {why}")
    check(browser, tmp_path, messages, name, typed)


@pytest.mark.parametrize("name", EACH_ONE)
@given(texts=st.lists(WORDS, min_size=20, max_size=40))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_seen_as_it_was_typed(browser, tmp_path_factory, messages, name, texts):
    check(browser, tmp_path_factory.getbasetemp(), messages, name, texts)


@pytest.mark.parametrize("name", EACH_ONE)
def test_nothing_typed_runs_or_asks_for_anything_wherever_it_stands(browser, server, tmp_path, messages, name):
    server.asked.clear()
    texts = hostile(server)
    table = Table(("A", *texts), (("b", *texts),))
    blocks = (*map(Quote, texts), Numbered(tuple(texts)), table, *(Quote("x", one) for one in texts))
    made = Summary(" ".join(texts), tuple(map(Paragraph, texts)), (Section(texts[-1], blocks),), (Paragraph("End."),))
    path = opened(browser, tmp_path, name, markdown.render(made, messages).decode())
    assert set(browser.ask(ELEMENTS)) <= OURS
    assert browser.requested == [path.as_uri()]
    assert server.asked == []
    assert browser.ask("document.title") == "T"


@pytest.mark.parametrize("name", EACH_ONE)
def test_the_same_words_without_escapes_do_run_and_ask(browser, server, tmp_path, name):
    """What the other tests look for can be seen: this file is none of ours."""
    server.asked.clear()
    texts = [one for one in hostile(server) if one.startswith(("<script>", "<img", "![x]"))]
    opened(browser, tmp_path, name, "\n\n".join(f"> {one}" for one in texts))
    assert browser.ask("document.title") == "RAN"
    assert {"/img", "/markdown"} <= set(server.asked)
    assert "SCRIPT" in browser.ask(ELEMENTS)

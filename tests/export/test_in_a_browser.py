"""Our HTML in Debian's Chromium: what was typed is what is seen, nothing runs, and nothing is asked for."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export import plain
from kat_journal.export.formats import html
from kat_journal.export.page import page
from tests.export.browser import chromium
from tests.export.hostile import hostile
from tests.export.naughty import NAUGHTY
from tests.export.specification import examples
from tests.export.texts import TRICKY, WORDS

pytestmark = pytest.mark.skipif(
    chromium() is None,
    reason="NO BROWSER: what HTML shows was NOT looked at in one; on Debian: apt install chromium",
)
TYPED = "[...document.querySelectorAll('blockquote')].map(one => one.textContent)"
SEEN = "[...document.querySelectorAll('blockquote')].map(one => one.innerText)"
RAN = "document.title"


def summary(texts):
    """Each text as a quote, and all of them everywhere else a text can stand."""
    table = Table(("A", *texts), (("b", *texts), *((one, *texts) for one in texts[:2])))
    blocks = (*map(Quote, texts), Numbered(tuple(texts)), table, *(Quote("", one) for one in texts))
    return Summary(" ".join(texts), tuple(map(Paragraph, texts)), (Section(texts[-1], blocks),), (Paragraph("End."),))


def shown(browser, folder, messages, made):
    path = folder / "summary.html"
    path.write_bytes(html.render(made, messages))
    browser.open(path)
    assert browser.requested == [path.as_uri()]
    return browser.ask(TYPED), browser.ask(SEEN)


def check(browser, folder, messages, texts):
    """The text of each quote is what was typed, and so is what is seen of it.

    A line break at the very end is in the text and makes no further line on any screen; at the edge of what is seen,
    it may be left out.
    """
    made = Summary("Title", (), (Section("First", tuple(map(Quote, texts))),), ())
    typed, seen = shown(browser, folder, messages, made)
    assert typed == [plain.fold(one) for one in texts]
    assert [one.removesuffix("\n") for one in seen] == [plain.fold(one).removesuffix("\n") for one in texts]


def test_every_tricky_text_is_seen_as_it_was_typed(browser, tmp_path, messages):
    check(browser, tmp_path, messages, (*TRICKY, *NAUGHTY))


def test_every_example_of_the_specification_is_seen_as_it_was_typed(browser, tmp_path, messages):
    typed, why = examples()
    if why:
        pytest.skip(f"NO SPECIFICATION: its examples were NOT looked at in a browser; {why}")
    check(browser, tmp_path, messages, typed)


@given(st.lists(WORDS, min_size=20, max_size=40))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_seen_as_it_was_typed(browser, tmp_path_factory, messages, texts):
    check(browser, tmp_path_factory.getbasetemp(), messages, texts)


def test_nothing_typed_runs_or_asks_for_anything(browser, server, tmp_path, messages):
    server.asked.clear()
    texts = hostile(server)
    typed, _ = shown(browser, tmp_path, messages, summary(texts))
    assert typed[: len(texts)] == list(texts)
    assert browser.ask(RAN) == " ".join(texts), "no script has changed the title"
    assert server.asked == []


def test_the_same_words_left_raw_in_a_page_without_a_policy_do_run_and_ask(browser, server, tmp_path):
    """What the other tests look for can be seen: this page is none of ours."""
    server.asked.clear()
    path = tmp_path / "raw.html"
    path.write_text(f"<!DOCTYPE html><title>T</title>{''.join(hostile(server)[:4])}", "utf-8")
    browser.open(path)
    assert browser.ask(RAN) == "RAN"
    assert {"/script", "/img"} <= set(server.asked)


def test_the_policy_alone_stops_what_both_belts_had_let_through(browser, server, tmp_path):
    server.asked.clear()
    path = tmp_path / "policy.html"
    raw = [one for one in hostile(server) if "refresh" not in one]  # a policy does not speak of going elsewhere
    path.write_text(page("en", "T", "".join(raw)), "utf-8")
    browser.open(path)
    assert browser.ask(RAN) == "T"
    assert server.asked == []


@pytest.mark.parametrize("pixels", [320, 500, 800])
def test_our_own_style_is_in_force_and_nothing_is_wider_than_the_window(browser, tmp_path, messages, fictional, pixels):
    browser.be_wide(pixels)
    long = Section("Long", (Quote("word " * 99), Quote("w" * 999), Numbered(("w" * 999,))))
    shown(browser, tmp_path, messages, replace(fictional, sections=(*fictional.sections, long)))
    assert browser.ask("getComputedStyle(document.querySelector('blockquote')).whiteSpace") == "pre-wrap"
    assert browser.ask("document.documentElement.clientWidth") <= pixels
    assert browser.ask("document.documentElement.scrollWidth") <= pixels
    browser.be_wide(0)

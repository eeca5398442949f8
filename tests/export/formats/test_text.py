import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export import plain
from kat_journal.export.columns import WIDTH, width
from kat_journal.export.formats import text
from tests.export.texts import TRICKY, WORDS

ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rendered(messages, *blocks, title="Title", closing=()):
    made = Summary(title, (Paragraph("Opening."),), (Section("First", blocks), Section("Second", ())), closing)
    return text.render(made, messages).decode()


def test_a_document_is_headings_and_blocks_with_an_empty_line_between(messages):
    made = rendered(
        messages,
        Quote("Mine. \n\n  yours", "Then. What?"),
        Table(("A", "B"), (("one", "two|three"),)),
        Numbered(("a", "b\nc")),
        closing=(Paragraph("End."),),
    )
    assert made == (
        "Title\n=====\n\nOpening.\n\nFirst\n-----\n\nThen. What?\n\n> Mine. \n> \n>   yours\n\n"
        "A    B\n---  ---------\none  two|three\n\n1. a\n2. b\n   c\n\nSecond\n------\n\n" + "-" * 72 + "\n\nEnd.\n"
    )


@pytest.mark.parametrize("words", TRICKY)
def test_a_tricky_text_stands_as_typed_after_its_mark(messages, words):
    _check(messages, words)


@ANY
@given(WORDS)
def test_any_text_stands_as_typed_after_its_mark(messages, words):
    _check(messages, words)


def _check(messages, words):
    """Taking the marks away gives back what was typed, and nothing typed begins a line."""
    lines = rendered(messages, Quote(words), Paragraph("Between."), Numbered(("x", words))).split("\n")
    start, between, end = lines.index("-----") + 2, lines.index("Between."), lines.index("Second")
    quoted, numbered = lines[start : between - 1], lines[between + 3 : end - 1]
    assert [line[:2] for line in quoted] == ["> "] * len(quoted)
    assert "\n".join(line[2:] for line in quoted) == plain.fold(words)
    assert [line[:3] for line in numbered] == ["2. ", *["   "] * (len(numbered) - 1)]
    assert "\n".join(line[3:] for line in numbered) == plain.fold(words)


@ANY
@given(st.lists(st.text("abc", min_size=1, max_size=20), min_size=1, max_size=30).map(" ".join))
def test_our_own_words_are_no_wider_than_the_page(messages, words):
    made = rendered(messages, Quote("short", words), Paragraph(words), title=words)
    assert all(width(line) <= WIDTH for line in made.split("\n"))


def test_the_persons_words_are_never_wrapped(messages):
    assert f"\n> {'long ' * 100}\n" in rendered(messages, Quote("long " * 100))


@ANY
@given(WORDS)
def test_the_bytes_are_utf8_with_one_kind_of_line_break_and_one_at_the_end(messages, words):
    made = rendered(messages, Quote(words, words), Table((words, "B"), ((words, words),)), title=words)
    assert made.endswith("\n")
    assert not made.endswith("\n\n")
    assert len(made.splitlines()) == made.count("\n")


@pytest.mark.parametrize("name", ["> quoted", "1. first", "x" * 70 + " =======", "x" * 71 + " ---", "x" * 71 + " > y"])
def test_a_name_in_a_sentence_of_ours_is_taken_for_no_quote_list_or_heading(messages, name):
    made = rendered(messages, Quote("Mine.", f"{name} {'word ' * 14}"), closing=(Paragraph(f"{name} {'word ' * 14}"),))
    lines = made.split("\n")
    assert lines.count("> Mine.") == sum(line.startswith(">") for line in lines) == 1
    assert [line[:3] for line in lines if re.match("[-=]+$", line)] == ["===", "---", "---", "---"]
    assert not any(re.match(r"[0-9]+\. ", line) for line in lines)
    assert " ".join(made.split()).count(name) == 2

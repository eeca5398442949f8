import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.export import plain
from kat_journal.export.formats import markdown
from tests.export.reading import READERS, seen
from tests.export.texts import TRICKY, WORDS


def rendered(messages, *blocks, title="Title", closing=()):
    summary = Summary(title, (Paragraph("Opening."),), (Section("First", blocks), Section("Second", ())), closing)
    return markdown.render(summary, messages).decode()


def test_a_document_is_headings_and_blocks_with_an_empty_line_between(messages):
    table = Table(("A", "B"), (("one", "two|three"),))
    text = rendered(
        messages, Quote("Mine.", "Then. What?"), table, Numbered(("a", "b\nc")), closing=(Paragraph("End."),)
    )
    assert text == (
        "# Title\n\nOpening.\n\n## First\n\nThen. What?\n\n> Mine.\n\n"
        "| A   | B          |\n| --- | ---------- |\n| one | two\\|three |\n\n"
        "1. a\n2. b  \n   c\n\n## Second\n\n***\n\nEnd.\n"
    )


def test_a_wide_table_is_not_padded(messages):
    text = rendered(messages, Table(("A",), (("wide " * 30,), ("b",))))
    assert "\n| A |\n| --- |\n" in text
    assert "\n| b |\n" in text


def test_a_quote_without_a_caption_stands_alone(messages):
    assert "## First\n\n> Mine.\n" in rendered(messages, Quote("Mine."))


@pytest.mark.parametrize("words", [text for text in TRICKY if text.strip()])
def test_a_tricky_numbered_item_is_shown_as_typed(messages, words):
    _check_list(rendered(messages, Numbered((words, "last"))), words)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS.filter(lambda words: words.strip()))
def test_any_numbered_item_is_shown_as_typed(messages, words):
    _check_list(rendered(messages, Numbered((words, "last"))), words)


def _check_list(text, words):
    for name, render in READERS.items():
        shown = seen(render(text))
        assert shown.of("li") == [plain.fold(words), "last"], name
        assert shown.outline == ["Title", "First", "Second"], name
        assert shown.strange == [], name


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS))
def test_whatever_stands_anywhere_the_document_keeps_its_shape(messages, texts):
    title, caption, quoted, cell, head = texts
    table = Table((head, "B"), ((cell, "b"), ("", "")))
    text = rendered(messages, Paragraph(caption), Quote(quoted, caption), table, Quote("next"), title=f"T{title}")
    for name, render in READERS.items():
        shown = seen(render(text))
        assert shown.outline == [plain.fold_line(f"T{title}"), "First", "Second"], name
        assert shown.of("blockquote") == [plain.fold(quoted), "next"], name
        assert shown.of("th", "td") == [plain.fold_line(head), "B", plain.fold_line(cell), "b", "", ""], name
        assert shown.strange == [], name


@given(WORDS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_bytes_are_utf8_with_one_kind_of_line_break_and_one_at_the_end(messages, words):
    text = rendered(messages, Quote(words))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert len(text.splitlines()) == text.count("\n")

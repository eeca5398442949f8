import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kat_journal.export import plain
from tests.export.reading import EACH_ONE, PLAIN_READERS, READERS, seen
from tests.export.texts import TRICKY, WORDS

EVERY_READER = READERS | PLAIN_READERS
ORDINARY = (
    "Words like these, e.g. it's 3 * 4 (ok!), stay as they are.",
    'She said: "well, 50% of it" and left at 10:30; I felt -5 out of 10, or <3.',
    "snake_case, R&B, AT&T, C:\\Users, ~5 pm, a/b, #1 is fine inside, 1.5 hours, :-) and so on...",
)


def _check_quote(words):
    text = f"# Ours\n\n{plain.block(words, '> ')}\n\n## Also ours\n\nEnd\n"
    assert text.encode()
    for name, render in EVERY_READER.items():
        shown = seen(render(text))
        assert shown.of("blockquote") == [plain.fold(words)], name
        assert shown.outline == ["Ours", "Also ours"], name
        assert shown.strange == [], name


@pytest.mark.parametrize("words", TRICKY)
def test_a_tricky_text_is_shown_as_typed_and_stays_in_its_quote(words):
    _check_quote(words)


@settings(max_examples=250, deadline=None)
@given(WORDS)
def test_any_text_is_shown_as_typed_and_stays_in_its_quote(words):
    _check_quote(words)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(TRICKY).filter(lambda text: len(text) < 100), min_size=2, max_size=4),
    st.sampled_from(["", " ", "\n", "\n\n"]),
)
def test_tricky_texts_in_a_row_are_shown_as_typed(texts, between):
    _check_quote(between.join(texts))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=2))
def test_two_quotes_stay_two(pair):
    first, second = pair
    text = f"{plain.block(first, '> ')}\n\n{plain.block(second, '> ')}\n"
    for name, render in EVERY_READER.items():
        assert seen(render(text)).of("blockquote") == [plain.fold(first), plain.fold(second)], name


@settings(max_examples=250, deadline=None)
@given(WORDS)
@example("a\\")
@example("\\|")
@example("#")
def test_a_cell_shows_its_words_on_one_line_and_keeps_the_table(words):
    text = f"| A | B |\n| --- | --- |\n| {plain.line(words)} | end |\n"
    for name, render in READERS.items():
        shown = seen(render(text))
        assert shown.of("th", "td") == ["A", "B", plain.fold_line(words), "end"], name
        assert shown.strange == [], name


@pytest.mark.parametrize("words", TRICKY)
def test_a_tricky_cell_keeps_the_table(words):
    text = f"| A | B |\n| --- | --- |\n| {plain.line(words)} | end |\n"
    for name, render in READERS.items():
        assert seen(render(text)).of("th", "td") == ["A", "B", plain.fold_line(words), "end"], name


@settings(max_examples=150, deadline=None)
@given(WORDS)
@example("a #")
@example("# #")
@example("C##")
def test_a_heading_shows_its_words_on_one_line(words):
    text = f"# {plain.heading(words)}\n\n## After\n"
    for name, render in EVERY_READER.items():
        shown = seen(render(text))
        assert shown.outline == [plain.fold_line(words), "After"], name
        assert shown.strange == [], name


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_left_as_they_are(words):
    assert plain.block(words) == words


def test_an_empty_line_is_a_paragraph_and_a_further_one_a_break():
    assert plain.block("a\nb\n\nc\n\n\nd", "> ") == "> a  \n> b\n>\n> c\n>\n> \\\n> d"


def test_no_words_make_an_empty_quote():
    assert plain.block("", "> ") == ">"


def test_white_space_at_the_edges_stands_as_numbers():
    assert plain.block("\n  a\t\n b ") == "&#10;&#32;&#32;a&#9;  \n&#32;b&#32;"


@given(WORDS)
def test_nothing_in_the_file_turns_text_around(words):
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", plain.block(words, "> ") + plain.line(words))


@given(WORDS)
def test_the_fold_is_stable_and_leaves_one_kind_of_line_break(words):
    folded = plain.fold(words)
    assert plain.fold(folded) == folded
    assert folded.encode().decode() == folded
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", folded)


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "www.example.org", "me@example.org", "see http://a.bc, ok"]
)
def test_a_bare_address_is_no_link(address):
    html = READERS["marko, gfm"](plain.block(address, "> "))
    assert "<a" not in html
    assert seen(html).of("blockquote") == [address]


def test_one_reader_makes_a_link_of_an_address_of_mail_which_leads_to_itself():
    """Nothing that a file can say stops it; see :class:`Shown`. No address of a page is a link in any of them."""
    shown = seen(READERS["cmark, gfm"](plain.block("me@example.org and www.example.org", "> ")))
    assert shown.of("blockquote") == ["me@example.org and www.example.org"]
    assert shown.mails == ["me@example.org"]
    assert shown.strange == []


LEFT_RAW = ("<b>", "# a", "[a](b)", "<http://a.b>", "![a](b)", "- a", "a\n===", "http://example.org", "```", "<!-- -->")


@pytest.mark.parametrize("words", LEFT_RAW)
def test_words_left_raw_are_seen_to_be_more_than_words(words):
    """What the other tests look for can be seen, in each of the three implementations."""
    for name, render in EACH_ONE.items():
        shown = seen(render(f"# Ours\n\n> {words.replace(chr(10), chr(10) + '> ')}\n"))
        bare = words.startswith("http")
        is_words = shown.strange == [] and shown.of("blockquote") == [words] and shown.outline == ["Ours"]
        assert is_words is (bare and name == "markdown-it"), name


def test_a_cell_parts_its_lines_with_a_stroke():
    assert plain.fold_line(" a \n\n b\r\nc ") == "a / b / c"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.summary import Table
from kat_journal.export import plain
from kat_journal.export.columns import WIDTH, table_lines, width, wrapped
from tests.export.texts import WORDS


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("word", 4), ("日本", 4), ("e\u0301", 1), ("a\u200db", 2), ("\uff21", 2), ("é", 1), ("\u05d0", 1)],
)
def test_a_wide_character_takes_two_columns_and_a_mark_none(text, columns):
    assert width(text) == columns


@given(st.lists(st.text("abcé日 ", min_size=0, max_size=40), max_size=20).map(" ".join))
def test_a_sentence_is_broken_at_spaces_alone_and_loses_nothing(text):
    lines = list(wrapped(text))
    assert " ".join(lines) == text
    assert all(width(line) <= WIDTH or " " not in line for line in lines)


def test_a_line_of_ours_is_as_full_as_it_can_be():
    assert list(wrapped(" ".join(["word"] * 20))) == [" ".join(["word"] * 14), " ".join(["word"] * 6)]


def test_columns_are_aligned_whatever_stands_in_them():
    table = Table(("What", "日本"), (("é e\u0301", "3"), ("long cell", "")))
    assert list(table_lines(table)) == [
        "What       日本",
        "---------  ----",
        "é e\u0301        3",
        "long cell",
    ]


def test_a_table_that_is_too_wide_becomes_records():
    table = Table(("What", "A", "B"), (("one", "x" * 70, ""), ("", "y\nz", "w")))
    assert list(table_lines(table)) == ["one", f"  A: {'x' * 70}", "", "-", "  A: y / z", "  B: w"]


def test_a_cell_with_a_tab_cannot_be_aligned():
    assert list(table_lines(Table(("A", "B"), (("a\tb", "c"),)))) == ["a\tb", "  B: c"]


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_every_cell_stands_in_the_table_once_on_one_line(rows):
    cells = [(f"<{at}a{one}>", f"<{at}b{two}>") for at, (one, two) in enumerate(rows)]
    text = "\n".join(table_lines(Table(("A", "B"), tuple(cells))))
    for row in cells:
        for cell in row:
            assert text.count(plain.fold_line(cell)) == 1

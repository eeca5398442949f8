from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice
from kat_journal.domain.summary import Numbered, Paragraph, Quote, Section, Summary, Table
from kat_journal.domain.told import MANY_WORDS, rings, words_in
from tests.helpers.summaries import EVERYTHING

EMPTY = Summary("", (), (), ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two\nthree", 3),
        ("don't - stop ...", 2),
        ("Z\u00fcge f\u00fchren \u2013 immer", 3),
        ("\u6211\u6765\u4e86\u3002", 3),
        ("\u6211 came", 2),
        ("\uc548\ub098\ub294 \uc654\ub2e4", 2),
    ],
)
def test_words_are_counted_as_a_word_processor_counts_them(text, count):
    assert words_in(replace(EMPTY, title=text)) == count


def test_every_word_that_is_shown_counts():
    blocks = (Paragraph("a b"), Quote("c d", "e"), Numbered(("f", "g")), Table(("h", "i"), (("j k", ""),)))
    assert words_in(Summary("l", blocks, (Section("m n", blocks),), blocks)) == 3 * 11 + 3


def test_the_demo_like_summary_is_shorter_than_what_is_too_long(made):
    assert 100 < words_in(made()) < MANY_WORDS


@given(st.text())
def test_words_are_never_fewer_than_its_parts_have(text):
    assert words_in(replace(EMPTY, title=f"one {text} two")) == 2 + words_in(replace(EMPTY, title=text))


def test_something_to_look_at_first_asks_for_a_word_about_ringing(made):
    assert rings(made())
    assert not rings(made({key for key in EVERYTHING if key.startswith("session:")}))
    (question,) = (key for key in EVERYTHING if key.startswith("question:") and key.endswith("q1"))
    assert not rings(made({question}))
    assert rings(made({question}, Choice(first_look=frozenset({question}))))

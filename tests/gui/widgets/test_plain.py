from hypothesis import given
from hypothesis import strategies as st

from kat_journal.gui.widgets.plain import folded


@given(st.text(st.characters(exclude_categories=())))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


def test_every_kind_of_line_break_becomes_lf():
    assert folded("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_no_document_can_hold_is_replaced():
    assert folded("a\ud800b\ufdd0c\ufdd1d") == "a\ufffdb\ufffdc\ufffdd"


def test_all_else_stays():
    text = "\0\x01\t\u00a0\ufffc\ufffe\u200d\U0001f469\u200d\U0001f680 \u202ea"
    assert folded(text) == text

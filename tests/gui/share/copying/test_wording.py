"""The person's words beside ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.gui.share.copying.wording import MOST, excerpts, initials, isolated, word


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna", "A."),
        ("anna  bell", "A. B."),
        ("e\u0301lodie", "E\u0301."),
        ("\u5b89\u5a1c", "\u5b89."),
        ("- 7up", "7."),
        ("", ""),
        ("\u00ad", ""),
    ],
)
def test_a_name_has_initials(name, shown):
    assert initials(name) == shown


def test_a_text_that_runs_the_other_way_turns_nothing_but_itself():
    assert isolated("Anna") == "Anna"
    assert isolated("\u05d0\u05e0\u05d4") == "\u2068\u05d0\u05e0\u05d4\u2069"
    assert word("x" * 61) == "\u2068" + "x" * 60 + "…\u2069"


@given(st.text(max_size=600), st.text(max_size=600))
def test_an_excerpt_is_a_part_and_short_lines_are_whole(before, after):
    shown = excerpts(before, after)
    for part, whole in zip(shown, (before, after), strict=True):
        assert len(part) <= MOST + 2
        assert part.removeprefix("…").removesuffix("…") in whole or part in whole
    if max(len(before), len(after)) <= MOST:
        assert shown == (before, after)

"""A recovery code in groups of four, while it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.gui.recovery.grouping import grouped, is_full, span_of

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"
BARE = CODE.replace("-", "")


@pytest.mark.parametrize(
    "typed", [CODE, BARE, CODE.lower(), CODE.replace("-", " "), f"  {CODE}\n", CODE.replace("-", " \u2013 ")]
)
def test_a_code_in_any_form_looks_as_on_the_sheet(typed):
    assert grouped(typed, is_growing=True) == CODE
    assert is_full(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("abc", "ABC"),
        ("abcd", "ABCD-"),
        ("abcd-", "ABCD-"),
        ("abcd e", "ABCD-E"),
        ("", ""),
        (" ", ""),
        ("abc ef", "ABC-EF"),
    ],
)
def test_a_full_group_gets_its_dash_and_a_short_one_stays_short(typed, shown):
    assert grouped(typed, is_growing=True) == shown


def test_a_dash_that_is_taken_away_stays_away():
    assert grouped("ABCD", is_growing=False) == "ABCD"


def test_typed_letter_by_letter_it_is_the_same():
    shown = ""
    for letter in BARE:
        shown = grouped(shown + letter, is_growing=True)

    assert shown == CODE


@given(text=st.text())
def test_nothing_typed_is_lost_or_added(text):
    def letters(words):
        return "".join(letter for letter in words.upper() if letter.isalnum())

    assert letters(grouped(text, is_growing=True)) == letters("".join(one for one in text if one.isalnum()))


def test_a_group_is_found_by_its_number():
    start, length = span_of(CODE, 3)
    assert CODE[start : start + length] == "JKMN"
    assert span_of(CODE, 0) == span_of(CODE, 9) == (0, 0)

"""Words of strangers are judged as an eye takes them, whatever letters they are made of."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.strange_words import (
    as_read,
    holds_a_link,
    holds_a_number_to_ring,
    holds_a_tag,
    holds_a_telephone_number,
    is_visible_line,
)

NUMBERS = [
    "Ring 0900 123 456",
    "09001234",
    "0\u00ad9\u00ad0\u00ad0\u00ad1\u00ad2\u00ad3",
    "0900\u2009123\u202f456",
    "0900 / 123 / 456",
    "0900\u2014123\u2212456",
    "0900_123_456",
    "0 9 0 0 1 2 3",
    "0900 123456",
    "\u2070\u2079\u2070\u2070\u00b9\u00b2\u00b3",
    "\u2468\u2460\u2460\u2460\u2461\u2462\u2463",
    "\u0660\u0669\u0660\u0660\u0661\u0662\u0663",
    "1\ufe0f\u20e3" * 7,
]
NO_NUMBERS = [
    "0 1 2 3 4 5 6 7 8 9 10",
    "10 20 30 40",
    "10 9 8 7 6 5 4 3",
    "365 days (1.5 h)",
    "10, 20, 35, 50",
    "116 123",
]


@pytest.mark.parametrize("words", NUMBERS)
def test_a_telephone_number_is_one_however_its_digits_are_drawn_or_set_apart(words):
    assert holds_a_telephone_number(words)
    assert holds_a_number_to_ring(words)


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_what_counts_up_or_is_short_is_no_telephone_number(words):
    assert not holds_a_telephone_number(words)


@pytest.mark.parametrize("words", ["112", "1 1 2", "1  1 - 2", "\u00b9\u00b9\u00b2", "1\ufe0f\u20e31\ufe0f\u20e32"])
def test_three_digits_can_be_rung(words):
    assert holds_a_number_to_ring(words)


def test_two_digits_cannot_be_rung():
    assert not holds_a_number_to_ring("within 12, or 24 h")


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\u200d",
        "\u2800",
        "\u3164",
        "a\u115f",
        "a\u202e",
        "a\u200b",
        "a\nb",
        "\u00e4\x1b[m",
        "a" + "\u0334" * 6,
    ],
)
def test_what_hides_or_shows_nothing_is_no_visible_line(words):
    assert not is_visible_line(words)


@pytest.mark.parametrize(
    "words", ["a", "\u2013", "\u05e9\u05dc\u05d5\u05dd", "\u6f22", "\U0001f469\u200d\u2695\ufe0f", "a\u0301\u0302"]
)
def test_words_of_any_alphabet_are_a_visible_line(words):
    assert is_visible_line(words)


def test_tags_and_links_are_found_and_an_address_may_be_allowed():
    assert holds_a_tag("a <b>")
    assert not holds_a_tag("a < b, a<5")
    assert holds_a_link("See https://example.org")
    assert not holds_a_link("https://example.org", addresses=True)
    assert holds_a_link("javascript:x", addresses=True)
    assert not holds_a_link("Note: this")


@pytest.mark.parametrize(
    "words",
    ["\u041a\u0410\u0422", "\uff2b\uff21\uff34", "K\u0391T", "k\u00ada\u0301t", "\U0001d40a\U0001d400\U0001d413"],
)
def test_lookalikes_read_as_what_an_eye_takes_them_for(words):
    assert as_read(words) == "kat"


@given(st.text(st.sampled_from("abc xyz 0123456789"), max_size=30))
def test_plain_words_read_as_they_are(words):
    assert as_read(words) == words


@given(st.text(max_size=60))
def test_any_text_can_be_judged_and_hides_nothing_where_it_is_visible(text):
    as_read(text), holds_a_telephone_number(text), holds_a_number_to_ring(text)

    if is_visible_line(text):
        assert not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") for letter in text)

import pytest

from kat_journal.domain.messages import Messages

MESSAGES = Messages("en", {"hello": "Hello, {name}.", "ordinal.1": "first", "ordinal.other": "number {number}"})


def test_names_are_filled_in():
    assert MESSAGES.get("hello", name="you") == "Hello, you."


def test_what_is_filled_in_is_never_read_as_a_pattern():
    assert MESSAGES.get("hello", name="{ordinal} {0}") == "Hello, {ordinal} {0}."


def test_a_sentence_that_is_missing_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        MESSAGES.get("goodbye")


def test_looking_for_a_sentence_that_may_be_missing_gives_none():
    assert MESSAGES.find("goodbye") is None
    assert MESSAGES.find("ordinal.1") == "first"


def test_a_number_beyond_the_words_of_a_language_is_written_as_a_number():
    assert MESSAGES.ordinal(1) == "first"
    assert MESSAGES.ordinal(2) == "number 2"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "first"), (12, "twelfth"), (13, "13th"), (21, "21st"), (60, "60th"), (101, "101st"), (111, "111th"),
     (112, "112th"), (213, "213th"), (222, "222nd"), (253, "253rd"), (260, "260th")],
)  # fmt: skip
def test_years_of_sessions_are_counted_as_one_would_say_it(messages, number, words):
    assert messages.ordinal(number) == words

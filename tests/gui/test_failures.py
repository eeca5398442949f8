"""How an error reads in the window, and what the log hears of it."""

import logging

from kat_journal.errors import DiskFullError, PackError
from kat_journal.gui.failures import plain_words


def test_an_expected_error_says_what_happened_and_what_to_do(qapp, caplog):
    words = plain_words(DiskFullError("sqlite: database or disk is full"))

    assert words == f"{DiskFullError.user_message} {DiskFullError.hint}"
    assert caplog.records == []


def test_a_pack_that_is_refused_says_where_and_why(qapp):
    words = plain_words(PackError("forms/walk.toml: title: missing"))

    assert words == f"{PackError.user_message} forms/walk.toml: title: missing {PackError.hint}"


def test_an_unexpected_error_says_that_nothing_is_lost_and_is_logged_without_its_text(qapp, caplog):
    with caplog.at_level(logging.ERROR):
        words = plain_words(ValueError("something that a person wrote"))

    assert words == "Something went wrong. What was saved before is safe."
    assert "ValueError" in caplog.text
    assert "a person wrote" not in caplog.text

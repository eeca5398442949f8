from datetime import timedelta

import pytest

from kat_journal.domain.response import Answer
from kat_journal.storage.answers import VERSIONS_KEPT
from kat_journal.storage.responses import Responses
from tests.storage.making import NAUSEA, NOW, WORDS, draft

LONG = "a sentence that took a while to write"


@pytest.fixture
def responses(connection):
    return Responses(connection)


@pytest.fixture
def write(connection, responses):
    """Saves texts of one answer so many minutes apart; gives the versions that are kept."""
    mine = draft()

    def write(*texts, apart=0.0):
        for number, text in enumerate(texts):
            responses.save_answer(mine, Answer(WORDS, text=text), NOW + timedelta(minutes=number * apart))
        return [row["text"] for row in connection.rows("SELECT text FROM answer_version ORDER BY id")]

    write.draft = mine
    return write


def test_typing_on_keeps_no_versions(write):
    assert write("a", "a s", "a se", "a sen", apart=0.1) == []


def test_words_that_shrink_by_half_are_kept(write):
    assert write(LONG, LONG[: len(LONG) // 2]) == [LONG]
    assert write(LONG, LONG[: len(LONG) // 2 + 1]) == [LONG]


def test_words_that_are_emptied_or_cleared_are_kept(write, responses, connection):
    assert write(LONG, "") == [LONG]
    write("again")
    responses.clear_answer(write.draft.uid, WORDS)
    assert [row[0] for row in connection.rows("SELECT text FROM answer_version ORDER BY id")] == [LONG, "again"]


def test_a_version_is_kept_after_ten_minutes(write):
    texts = [LONG + str(number) for number in range(10)]
    assert write(*texts, apart=6) == [texts[2], texts[4], texts[6], texts[8]]


def test_a_clock_that_was_set_back_keeps_versions_as_before_and_not_one_of_every_save(write, responses, connection):
    write(*[LONG + str(number) for number in range(3)], apart=30)
    before = len(connection.rows("SELECT id FROM answer_version"))
    for minute in range(30):
        at = NOW - timedelta(days=1) + timedelta(minutes=minute)
        responses.save_answer(write.draft, Answer(WORDS, text=f"{LONG} back {minute:02}"), at)

    rows = connection.rows("SELECT text FROM answer_version ORDER BY id")
    assert [row["text"] for row in rows[before:]] == [
        LONG + "2",
        f"{LONG} back 00",
        f"{LONG} back 10",
        f"{LONG} back 20",
    ]


def test_saving_the_same_words_again_keeps_nothing(write):
    assert write(*[LONG] * 5, apart=60) == []


def test_the_fifty_newest_versions_are_kept(write):
    texts = [LONG + str(number) for number in range(VERSIONS_KEPT + 12)]
    assert write(*texts, apart=20) == texts[11:-1]


def test_notes_are_kept_too_and_numbers_are_not(responses, connection):
    mine = draft()
    for answer in (Answer(NAUSEA, number=1), Answer(NAUSEA, number=4, note=LONG), Answer(NAUSEA, number=4)):
        responses.save_answer(mine, answer, NOW)
    rows = connection.rows("SELECT text, note FROM answer_version")
    assert [tuple(row) for row in rows] == [("", LONG)]

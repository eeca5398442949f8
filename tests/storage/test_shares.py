"""Share records: what left can be forgotten, and what was written since then is counted."""

from datetime import date, timedelta

import pytest

from kat_journal.domain.ids import Uid
from kat_journal.domain.response import Answer
from kat_journal.domain.sharing import ShareRecord
from kat_journal.storage.responses import Responses
from kat_journal.storage.shares import Shares
from tests.storage.making import NOW, SAFETY, WHO, WORDS, draft


@pytest.fixture
def shares(vault):
    return Shares(vault.connection)


def record(uid, *keys, file="/somewhere/summary.md"):
    return ShareRecord(Uid(uid), NOW, "markdown", "0" * 64, date(2026, 10, 30), date(2026, 11, 23), file, keys)


def test_a_record_that_is_taken_away_is_gone_and_no_other(shares):
    shares.add(record("a"))
    shares.add(record("b"))

    shares.remove(Uid("a"))
    shares.remove(Uid("nothing of that name"))

    assert shares.records() == (record("b"),)


def test_half_a_character_in_a_key_or_a_name_stops_nothing(shares):
    shares.add(record("a", "answer:\ud800:x", file="/somewhere/\udc80.md"))
    (kept,) = shares.records()
    assert kept.keys == ("answer:\ufffd:x",)
    assert kept.file == "/somewhere/\ufffd.md"


def test_what_was_written_since_then_is_counted_without_the_skipped_and_the_bin(shares, vault):
    responses = Responses(vault.connection)
    kept, thrown = draft(), draft()
    responses.save_answer(kept, Answer(WORDS, text="before"), NOW)
    responses.save_answer(kept, Answer(WHO, options=("friend",)), NOW + timedelta(microseconds=1))
    responses.save_answer(kept, Answer(SAFETY, skipped=True), NOW + timedelta(hours=1))
    responses.save_answer(thrown, Answer(WORDS, text="after"), NOW + timedelta(hours=1))
    assert shares.written_since(NOW) == 2
    assert shares.written_since(NOW - timedelta(microseconds=1)) == 3

    responses.trash(thrown.uid, NOW + timedelta(hours=2))

    assert shares.written_since(NOW) == 1
    assert shares.written_since(NOW + timedelta(days=1)) == 0

"""The times of an answer outlive its session's, and go with the answer."""

from datetime import timedelta

import pytest

from kat_journal.domain.response import Answer
from kat_journal.domain.schedule import Times
from kat_journal.storage.bin import Bin
from kat_journal.storage.kept_times import KeptTimes
from kat_journal.storage.responses import Responses
from tests.storage.making import NOW, WORDS, draft

TIMES = Times(NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=2, microseconds=1), about=True)
LATER = Times(NOW + timedelta(days=1), NOW + timedelta(days=1), NOW + timedelta(days=2))


@pytest.fixture
def kept(connection):
    return KeptTimes(connection)


@pytest.fixture
def write(connection):
    def write():
        return Responses(connection).save_answer(draft(), Answer(WORDS, text="a"), NOW).uid

    return write


def test_times_come_back_as_they_were(kept, write):
    first, second, third = write(), write(), write()
    kept.put(first, TIMES)
    kept.put(second, LATER)

    assert kept.of([first, second, third]) == {first: TIMES, second: LATER}
    assert kept.of([]) == {}


def test_the_first_times_stay(kept, write):
    uid = write()
    kept.put(uid, TIMES)
    kept.put(uid, LATER)

    assert kept.of([uid]) == {uid: TIMES}


def test_what_is_gone_for_good_leaves_no_times_behind(kept, write, connection):
    gone, there = write(), write()
    kept.put(gone, TIMES)
    Responses(connection).trash(gone, NOW)
    kept.put(there, TIMES)
    assert set(kept.of([gone, there])) == {gone, there}

    Bin(connection).purge([gone])
    kept.put(there, TIMES)

    assert set(kept.of([gone, there])) == {there}

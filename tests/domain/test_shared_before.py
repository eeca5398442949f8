from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kat_journal.domain.choosing import candidates
from kat_journal.domain.ids import Uid
from kat_journal.domain.shared_before import with_sharing
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from tests.golden import fictional as f

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)


def record(at, *keys):
    return ShareRecord(Uid(f"{at}"), at, "markdown", "00", f.S1, f.S2, "", keys)


@pytest.fixture
def told(messages):
    """The tick list of answers that were written at these times, by key, after these summaries."""

    def told(records, *updated, **changes):
        words = [f.said(name, "x", updated_at=at) for name, at in zip(("came-up", "step"), updated, strict=False)]
        page = f.answered("f9", f.REFLECTION, f.S1, *words)
        stuff = f.material(**({"answered": (page,), "earlier": (), "sessions": ()} | changes))
        offered = candidates(stuff, messages)
        found = with_sharing(offered, stuff, records, "Europe/London")
        assert [replace(one, shared_on=None, is_new=False, is_changed=False) for one in found] == list(offered)
        return {one.key: one for one in found}

    return told


def test_before_the_first_summary_nothing_is_new(told):
    assert not any(one.is_new or one.is_changed or one.shared_on for one in told([], NOON, NOON).values())


def test_what_left_says_when_it_last_did(told):
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    key = "answer:f9:came-up"
    found = told([record(late, key), record(late - timedelta(days=9), key)], late - timedelta(days=20))
    assert (found[key].shared_on, found[key].is_changed, found[key].is_new) == (date(2026, 7, 2), False, False)


def test_what_was_written_again_since_it_left_has_changed_and_what_never_left_is_new(told):
    before, after = NOON - timedelta(hours=1), NOON + timedelta(hours=1)
    found = told([record(NOON, "answer:f9:came-up"), record(before, "answer:f9:x")], after, after)
    assert (found["answer:f9:came-up"].is_changed, found["answer:f9:came-up"].is_new) == (True, False)
    assert (found["answer:f9:step"].is_changed, found["answer:f9:step"].is_new) == (False, True)
    old = told([record(NOON, "answer:f9:came-up")], after, before)["answer:f9:step"]
    assert (old.is_new, old.shared_on) == (False, None)


def test_an_archive_of_everything_was_handed_to_nobody(told):
    found = told([record(NOON, "answer:f9:came-up", EVERYTHING)], NOON + timedelta(hours=1))
    assert (found["answer:f9:came-up"].shared_on, found["answer:f9:came-up"].is_new) == (None, False)


def test_numbers_sessions_questions_and_practices_are_told_too(told):
    at = datetime(2026, 11, 22, 20, tzinfo=UTC)
    check_in = f.answered("c9", f.CHECK_IN, f.S3, f.said("nausea", number=1.0, updated_at=at))
    rows = [f.said(name, number=1.0, updated_at=at) for name in ("one", "two", "three")]
    measure = f.answered("m9", f.MEASURE, f.S3, *rows)
    stuff = f.material()
    changes = {
        "answered": (check_in, measure),
        "sessions": stuff.sessions,
        "questions": (replace(stuff.questions[0], created_at=at),),
        "practices": (replace(stuff.practices[0], created_at=at),),
    }
    kinds = {key.split(":")[0]: one for key, one in told([record(NOON)], **changes).items() if one.is_new}
    assert set(kinds) - {"answer"} == {"effects", "score", "session", "question", "practice"}


def test_what_has_no_time_is_never_new(told):
    assert not told([record(NOON)], None)["answer:f9:came-up"].is_new


def test_being_shared_before_ticks_nothing(told):
    found = told([record(NOON, "answer:f9:came-up")], NOON)
    assert not found["answer:f9:came-up"].ticked

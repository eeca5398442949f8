"""Finding what was written to many askings at once, and near an instant."""

from datetime import timedelta

import pytest

from kat_journal.domain.response import Answer
from kat_journal.storage.askings import AskedResponses
from tests.storage.making import NOW, WORDS, draft

DAY = timedelta(days=1)


@pytest.fixture
def asked(connection):
    return AskedResponses(connection)


@pytest.fixture
def write(asked):
    def write(at=NOW, occurrence=None, finished_at=None, changed_at=None):
        mine = draft(occurrence=occurrence, at=at)
        asked.save_answer(mine, Answer(WORDS, text="a"), changed_at or at)
        if finished_at:
            asked.finish(mine, finished_at)
        return mine

    return write


def test_what_was_written_to_each_asking_is_found_by_form_and_occurrence(asked, write):
    first, second = write(occurrence="session:1"), write(occurrence="session:2")
    write(occurrence="session:3")
    write()
    form_id = first.form.id

    found = asked.to(
        [(form_id, "session:1"), (form_id, "session:2"), (form_id, "session:9"), ("core:else", "session:3")]
    )

    assert {key: one.uid for key, one in found.items()} == {
        (form_id, "session:1"): first.uid,
        (form_id, "session:2"): second.uid,
    }
    assert found[form_id, "session:1"].answers[WORDS].text == "a"
    assert asked.to([]) == {}


def test_what_is_in_the_bin_answers_nothing(asked, write):
    mine = write(occurrence="session:1")
    asked.trash(mine.uid, NOW)

    assert asked.to([(mine.form.id, "session:1")]) == {}
    assert asked.near([mine.form.id], NOW - DAY, NOW + DAY) == ()


def test_near_is_what_was_begun_or_finished_or_changed_then(asked, write):
    begun = write(NOW + DAY)
    write(NOW - 9 * DAY, finished_at=NOW - 8 * DAY, changed_at=NOW)  # finished long before it was changed
    finished = write(NOW - 7 * DAY, finished_at=NOW - DAY)
    changed = write(NOW - 6 * DAY, changed_at=NOW)
    write(NOW - 5 * DAY)

    found = asked.near([begun.form.id, "core:else"], NOW - DAY, NOW + DAY)

    assert [one.uid for one in found] == [finished.uid, changed.uid, begun.uid]
    assert asked.near(["core:else"], NOW - DAY, NOW + DAY) == ()

"""The numbers of many responses at once, and none of a person's words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import new_uid
from kat_journal.domain.response import NOTICED, Answer, Draft
from kat_journal.storage.numbers import StoredNumbers
from kat_journal.storage.responses import Responses
from kat_journal.storage.snapshots import digest
from tests.helpers.clock import MONDAY_MORNING
from tests.helpers.forms import form, item

TODAY = MONDAY_MORNING.date()
FORM = form(item("mood", ItemType.NUMBER), item("sick", ItemType.SYMPTOM), item("words"), form_id="core:day")
OTHER = form(item("mood", ItemType.NUMBER), form_id="core:other")


@pytest.fixture
def responses(vault):
    return Responses(vault.connection)


@pytest.fixture
def numbers(vault):
    return StoredNumbers(vault.connection)


@pytest.fixture
def write(responses):
    def write(*answers, days_ago=0, asked=FORM, occurrence=None):
        begun = MONDAY_MORNING - timedelta(days=days_ago)
        draft = Draft(new_uid(), asked, begun.date(), begun, "Europe/London", occurrence)
        for answer in answers:
            responses.save_answer(draft, answer, begun)
        return draft

    return write


def between(numbers, days=30, forms=(FORM, OTHER)):
    return numbers.between(TODAY - timedelta(days=days), TODAY, [digest(one) for one in forms])


def test_numbers_skips_and_options_are_read_and_no_words(numbers, write):
    write(
        Answer("mood", number=3, note="secret"),
        Answer("sick", options=(NOTICED,), note="secret", gone="no"),
        Answer("words", text="secret"),
    )
    write(Answer("mood", skipped=True))

    first, second = between(numbers)

    assert first.answers == {"mood": Answer("mood", number=3), "sick": Answer("sick", options=(NOTICED,))}
    assert second.answers == {"mood": Answer("mood", skipped=True)}
    assert "secret" not in repr((first, second))


def test_zero_is_a_number(numbers, write):
    write(Answer("mood", number=0))

    assert between(numbers)[0].answers["mood"].number == 0


def test_where_a_response_stands_is_read_too(numbers, write):
    draft = write(Answer("mood", number=3), occurrence="session:4")

    [one] = between(numbers)

    assert (one.form_id, one.form_digest, one.occurrence) == ("core:day", digest(FORM), "session:4")
    assert (one.day, one.started_at, one.zone, one.session_id) == (TODAY, draft.started_at, "Europe/London", None)


def test_a_response_of_words_alone_has_no_answers(numbers, write):
    write(Answer("words", text="only words"))

    assert [one.answers for one in between(numbers)] == [{}]


def test_other_days_other_forms_and_the_bin_are_left_out(numbers, responses, write):
    kept = write(Answer("mood", number=1), days_ago=30)
    write(Answer("mood", number=2), days_ago=31)
    write(Answer("mood", number=3), asked=OTHER)
    gone = write(Answer("mood", number=4))
    responses.trash(gone.uid, MONDAY_MORNING)

    found = between(numbers, forms=(FORM,))

    assert [(one.day, one.answers["mood"].number) for one in found] == [(kept.day, 1)]


def test_every_form_that_was_filled_in_is_named_once(numbers, responses, write):
    assert numbers.digests() == ()
    for asked in (FORM, FORM, OTHER):
        write(Answer("mood", number=1), asked=asked)
    newer = replace(OTHER, version=2)
    responses.trash(write(Answer("mood", number=1), asked=newer).uid, MONDAY_MORNING)

    assert sorted(numbers.digests()) == sorted([digest(FORM), digest(OTHER)])

"""A reflection begins with the topics that were left alone last time."""

from datetime import timedelta

import pytest

from kat_journal.domain.offering import offered
from tests.helpers.clock import november

DAY = timedelta(days=1)


@pytest.fixture
def first(journal, held, clock, writer):
    """The reflection of the next day, with words about body and mind."""
    draft = writer.begin("reflection.next-day", held)
    writer.write(draft, "sleep-and-body")
    writer.write(draft, "woke-with")
    writer.write(draft, "a-person", skipped=True)
    clock.set(november(25, 12))
    return draft


def test_nothing_was_written_before_the_first_one(responses, held):
    assert responses.begin("core:reflection.next-day", session_id=held.id).rested == ()


def test_what_was_written_about_last_time_waits_and_what_was_skipped_does_not(responses, first, held):
    opened = responses.begin("core:reflection.day-3", session_id=held.id)

    assert opened.rested == ("body", "mind")
    topics = [item.topic for item in offered(opened.draft.form, {}, opened.rested)]
    assert topics == ["lifestyle", "relationships", "meaning"]


def test_the_latest_one_counts_alone(responses, first, held, clock, writer):
    third_day = writer.begin("reflection.day-3", held)
    writer.write(third_day, "outside")
    clock.set(november(29, 12))

    assert responses.begin("core:reflection.day-7", session_id=held.id).rested == ("nature",)


def test_one_without_an_answer_is_passed_over(responses, first, held, clock, writer):
    writer.write(writer.begin("reflection.day-3", held), "outside", skipped=True)
    clock.set(november(29, 12))

    assert responses.begin("core:reflection.day-7", session_id=held.id).rested == ("body", "mind")


def test_opened_again_it_is_as_it_was_the_first_time(responses, first, held, clock, writer):
    third_day = writer.begin("reflection.day-3", held)
    writer.write(third_day, "outside")
    clock.set(november(29, 12))
    writer.write(writer.begin("reflection.day-7", held), "body-weather")

    assert responses.open(third_day.uid).rested == ("body", "mind")


def test_after_two_weeks_every_topic_is_fresh(responses, first, clock):
    clock.set(november(23) + 15 * DAY)

    assert responses.new("core:reflection.day-7").rested == ()


def test_pages_intentions_and_the_hour_after_a_session_know_nothing_of_it(responses, first, held, writer):
    for form in ("free-page", "intention", "after-session", "check-in.next-day"):
        assert responses.begin(f"core:{form}", session_id=held.id).rested == ()
    writer.write(writer.begin("after-session", held), "three-words")

    assert responses.begin("core:reflection.day-3", session_id=held.id).rested == ("body", "mind")

import pytest

from kat_journal.services.parts import PartState
from tests.helpers.clock import november


@pytest.fixture
def states(journal, held):
    def states():
        return {part.form_id.removeprefix("core:"): part.state for part in journal.parts.of_session(held.id)}

    return states


def test_the_parts_of_a_session_stand_in_order_of_time(journal, held):
    assert [part.form_id.removeprefix("core:") for part in journal.parts.of_session(held.id)] == [
        "intention",
        "practical-list",
        "after-session",
        "check-in.first-hours",
        "reflection.same-day",
        "session-record",
        "check-in.next-day",
        "reflection.next-day",
        "reflection.day-3",
        "check-in.week",
        "reflection.day-7",
    ]


def test_a_part_is_still_welcome_then_open_then_not_yet(states):
    assert states()["intention"] is PartState.WELCOME
    assert states()["check-in.next-day"] is PartState.OPEN
    assert states()["reflection.day-7"] is PartState.NOT_YET


def test_a_part_that_was_begun_says_so_and_knows_its_page(journal, states, writer, held):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=1)

    assert states()["check-in.next-day"] is PartState.STARTED
    assert draft.uid in {part.uid for part in journal.parts.of_session(held.id)}


def test_a_part_that_was_finished_is_answered(journal, states, writer, held):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=1)
    journal.responses.finish(draft)

    assert states()["check-in.next-day"] is PartState.ANSWERED


def test_a_part_finished_without_an_answer_is_skipped(journal, states, writer, held):
    journal.responses.finish(writer.begin("check-in.next-day", held))

    assert states()["check-in.next-day"] is PartState.SKIPPED


def test_a_part_with_every_question_skipped_is_skipped(states, writer, held):
    draft = writer.begin("after-session", held)
    for item in draft.form.items:
        writer.write(draft, item.id, skipped=True)

    assert states()["after-session"] is PartState.SKIPPED


def test_a_page_opened_by_hand_is_no_part(journal, states, writer, held):
    journal.responses.finish(writer.begin("check-in.next-day", held))
    by_hand = journal.responses.new("core:check-in.next-day", session_id=held.id).draft
    writer.write(by_hand, "nausea", number=1)

    assert states()["check-in.next-day"] is PartState.SKIPPED


@pytest.mark.parametrize(
    ("answered", "days"),
    [
        (november(23, 9), 0),
        (november(24, 12), 0),  # it closed at noon: the same day is no day after
        (november(24, 23, 59), 0),
        (november(25, 0), 1),
        (november(26, 11), 2),
        (november(30, 9), 6),
    ],
)
def test_an_answer_after_the_window_says_how_many_days_after(journal, writer, held, clock, answered, days):
    clock.set(answered)
    draft = writer.begin("check-in.next-day", held)
    journal.responses.finish(draft)

    (part,) = (part for part in journal.parts.of_session(held.id) if part.uid == draft.uid)

    assert part.days_after == days


def test_an_answer_for_a_session_without_a_day_is_after_nothing(journal, writer, held, clock):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=1)
    journal.courses.put_off(held.id)
    clock.pass_time(days=3)
    journal.responses.finish(draft)

    (part,) = (part for part in journal.parts.of_session(held.id) if part.uid == draft.uid)

    assert (part.state, part.days_after) == (PartState.ANSWERED, 0)


def days_after(journal, writer, held, clock, answered):
    clock.set(answered)
    draft = writer.begin("check-in.next-day", held)
    journal.responses.finish(draft)
    return next(part.days_after for part in journal.parts.of_session(held.id) if part.uid == draft.uid)


def test_the_days_after_are_those_of_the_calendar_where_it_was_answered(journal, writer, held, clock):
    clock.travel("Pacific/Auckland")  # where it closes at one in the morning of the 25th

    assert days_after(journal, writer, held, clock, november(25, 11)) == 1  # midnight: the 26th


def test_a_window_that_closed_at_midnight_closed_on_the_day_before(journal, writer, held, clock):
    journal.courses.set_times(held.id, november(22, 22), november(23, 0))  # it closes at midnight, as the 25th begins

    assert days_after(journal, writer, held, clock, november(25, 8)) == 1


def test_an_answer_from_before_its_time_is_no_day_after(journal, writer, held, clock):
    """The clock was set back."""
    assert days_after(journal, writer, held, clock, november(2, 8)) == 0


def test_the_part_that_an_asking_is_can_be_found_alone(journal, writer, held):
    draft = writer.begin("check-in.next-day", held)
    asking = next(part for part in journal.parts.of_session(held.id) if part.form_id == draft.form.id).asking
    assert journal.parts.part(asking).uid is None

    writer.write(draft, "nausea", number=1)

    assert journal.parts.part(asking).uid == draft.uid

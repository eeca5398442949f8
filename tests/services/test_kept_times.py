"""Moving a session moves what is not yet answered, and nothing else."""

from datetime import timedelta

import pytest

from kat_journal.services.parts import PartState
from tests.helpers.clock import november


@pytest.fixture
def part(journal, held):
    def part(form_id, session_id=held.id):
        parts = journal.parts.of_session(session_id)
        return next((one for one in parts if one.form_id == f"core:{form_id}"), None)

    return part


@pytest.fixture
def answer(journal, writer, held):
    def answer(form_id):
        draft = writer.begin(form_id, held)
        writer.write(draft, draft.form.items[0].id, skipped=True)
        journal.responses.finish(draft)

    return answer


def test_what_was_answered_keeps_its_time_and_the_rest_moves(journal, part, answer, held, clock):
    clock.set(november(26, 9))
    answer("check-in.next-day")
    before, waiting = part("check-in.next-day"), part("reflection.day-7")
    assert before.days_after == 2

    journal.courses.move(held.id, november(25, 10))

    assert part("check-in.next-day") == before
    assert part("reflection.day-7").asking.opens == waiting.asking.opens + timedelta(days=3)


def test_it_keeps_them_however_often_the_session_moves(journal, part, answer, held):
    answer("check-in.next-day")
    before = part("check-in.next-day")

    for day in (21, 20, 28):
        journal.courses.move(held.id, november(day, 10))
    journal.courses.set_times(held.id, november(19, 10), november(19, 11))

    assert part("check-in.next-day") == before


def test_what_was_begun_moves_and_can_still_be_finished(journal, part, writer, held, clock):
    draft = writer.begin("reflection.next-day", held)
    writer.write(draft, draft.form.items[0].id, "The river.")

    journal.courses.set_times(held.id, november(23, 8), november(23, 10))

    assert part("reflection.next-day").state is PartState.STARTED
    assert part("reflection.next-day").asking.opens == november(24, 2)
    clock.set(november(24, 9))
    assert draft.form.id in {offer.form_id for offer in journal.today.view().offers if offer.started}


def test_a_better_known_end_moves_what_waits_and_not_what_was_answered(journal, part, answer, held):
    answer("session-record")
    record, waiting = part("session-record"), part("reflection.day-3")

    journal.courses.set_times(held.id, held.start, november(22, 13))

    assert part("session-record") == record
    assert part("reflection.day-3").asking.opens > waiting.asking.opens


def test_a_session_that_did_not_happen_still_shows_what_was_written_for_it(journal, part, answer, writer, held):
    answer("intention")
    draft = writer.begin("practical-list", held)
    writer.write(draft, draft.form.items[0].id, skipped=True)
    finished, begun = part("intention"), part("practical-list")

    journal.courses.cancel(held.id)

    assert journal.parts.of_session(held.id) == (finished, begun)
    assert (finished.state, begun.state) == (PartState.SKIPPED, PartState.STARTED)
    assert journal.today.view().offers == ()


def test_put_off_it_still_shows_what_was_written_for_it(journal, part, answer, writer, held):
    answer("intention")
    draft = writer.begin("practical-list", held)
    writer.write(draft, draft.form.items[0].id, skipped=True)
    finished = part("intention")

    journal.courses.put_off(held.id)

    assert part("intention") == finished
    assert part("practical-list").state is PartState.STARTED
    assert part("practical-list").asking.opens == draft.started_at
    assert len(journal.parts.of_session(held.id)) == 2


def test_what_came_after_stays_when_the_session_turns_out_to_be_ahead(journal, part, answer, held):
    answer("check-in.next-day")
    before = part("check-in.next-day")

    journal.courses.move(held.id, november(28, 10))

    assert part("check-in.next-day") == before
    assert part("reflection.next-day") is None
    journal.courses.put_off(held.id)
    assert part("check-in.next-day") == before


def test_answered_anew_from_the_bin_it_stands_at_the_new_time(journal, part, answer, held):
    answer("check-in.next-day")
    first = part("check-in.next-day")
    journal.courses.set_times(held.id, november(22, 11), november(22, 13))
    journal.responses.trash(first.uid)
    answer("check-in.next-day")

    assert part("check-in.next-day").uid != first.uid
    assert part("check-in.next-day").asking.opens == november(23, 5)


def test_a_page_by_hand_has_no_times_to_keep(journal, writer, held):
    page = writer.free_page("The river.", held)

    journal.courses.move(held.id, november(21, 10))

    [part] = journal.parts.pages(journal.courses.session(held.id))
    assert (part.uid, part.asking.opens) == (page.uid, page.started_at)


def test_an_answer_that_is_taken_back_moves_again(journal, part, writer, held):
    draft = writer.begin("after-session", held)
    for item in draft.form.questions():
        writer.write(draft, item.id, skipped=True)
    before = part("after-session")
    journal.courses.set_times(held.id, november(22, 11), november(22, 13))
    assert part("after-session") == before

    journal.responses.clear(draft, draft.form.items[0].id)

    assert part("after-session").state is PartState.STARTED
    assert part("after-session").asking.opens == november(22, 13)

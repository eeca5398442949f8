import pytest

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.errors import FormGoneError, JournalChangedError
from tests.helpers.clock import november

CHECK_IN = "core:check-in.next-day"


# ---- opening


def test_opening_a_form_leaves_no_trace(responses, journal, held):
    responses.begin(CHECK_IN, session_id=held.id)
    responses.new("core:free-page")

    assert journal.written.newest() == ()


def test_a_form_is_found_again_where_it_was_left(responses, writer, held):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=2)

    again = responses.begin(CHECK_IN, session_id=held.id)

    assert again.draft == draft
    assert again.answers["nausea"].number == 2
    assert not again.finished


def test_a_form_of_an_appointment_is_found_again_too(responses, journal, writer):
    appointment = journal.courses.add_appointment(november(27, 15))
    draft = writer.begin("before-appointment", appointment=appointment)
    writer.write(draft, "since", "I slept.")

    assert responses.begin("core:before-appointment", appointment_id=appointment.id).draft.uid == draft.uid


def test_a_form_that_belongs_to_nothing_is_a_new_one_each_time(responses, writer):
    first = responses.begin("core:phq-9").draft
    writer.write(first, "sleep", number=1)

    assert responses.begin("core:phq-9").draft.uid != first.uid


def test_a_form_whose_pack_was_removed_is_said_to_be_gone(responses):
    with pytest.raises(FormGoneError):
        responses.new("other:evening")


def test_a_page_by_hand_is_always_a_new_one(responses, writer, held):
    first = writer.free_page("one", held)

    second = responses.new("core:free-page", session_id=held.id)

    assert second.draft.uid != first.uid
    assert (second.draft.occurrence, second.draft.session_id) == (None, held.id)


def test_a_draft_belongs_to_the_day_where_the_person_is(responses, clock):
    clock.set(november(23, 23, 30))
    clock.travel("Asia/Tokyo")

    draft = responses.new("core:free-page").draft

    assert (draft.day.isoformat(), draft.zone) == ("2026-11-24", "Asia/Tokyo")


def test_a_stored_page_opens_by_its_uid(responses, writer):
    draft = writer.free_page("a page")
    responses.finish(draft)

    opened = responses.open(draft.uid)

    assert (opened.draft, opened.answers["words"].text, opened.finished) == (draft, "a page", True)


def test_the_newest_filling_in_of_a_form_is_found_once_there_is_one(responses, writer, clock):
    assert responses.newest_of("core:free-page") is None
    writer.free_page("first")
    clock.pass_time(minutes=1)

    newest = writer.free_page("second")

    assert responses.newest_of("core:free-page") == newest.uid


def test_a_page_that_is_not_there_is_a_mistake(responses):
    with pytest.raises(KeyError):
        responses.open("nothing")


# ---- keeping


def test_a_saved_answer_comes_back_as_it_is_stored(responses, check_in, clock):
    saved = responses.save(check_in, Answer("nausea", number=2, note="in the car"))

    assert saved.answer == Answer("nausea", number=2, note="in the car", updated_at=clock.now())
    assert saved.emergency == ()


def test_words_that_are_deleted_whole_are_no_answer(responses, check_in):
    responses.save(check_in, Answer("nausea", number=2))

    saved = responses.save(check_in, Answer("nausea"))

    assert saved.answer.is_empty
    assert "nausea" not in responses.open(check_in.uid).answers


def test_an_answer_can_be_taken_back(responses, check_in):
    responses.save(check_in, Answer("nausea", number=2))

    responses.clear(check_in, "nausea")

    assert responses.open(check_in.uid).answers == {}


def test_none_of_the_others_stores_zero_for_the_rows_in_sight_and_no_others(responses, journal, check_in):
    journal.settings.set_shared_kind("effects", shared=True)

    kept = responses.none_of_the_others(check_in, ["dizzy", "headache"])

    stored = responses.open(check_in.uid).answers
    assert kept == stored
    assert {(one.item_id, one.number, one.share) for one in stored.values()} == {
        ("dizzy", 0, ShareMark.SHARE),
        ("headache", 0, ShareMark.SHARE),
    }


def test_a_form_finished_without_an_answer_is_kept_as_skipped(responses, check_in):
    assert responses.finish(check_in) == ()

    opened = responses.open(check_in.uid)
    assert (opened.finished, opened.answers) == (True, {})


def test_last_time_is_the_newest_answer_of_an_earlier_form(responses, journal, writer, held, clock):
    responses.save(writer.begin("check-in.next-day", held), Answer("nausea", number=3))
    clock.set(november(26, 10))
    later = journal.courses.just_had()
    clock.set(november(27, 10))
    draft = writer.begin("check-in.next-day", later)
    responses.save(draft, Answer("nausea", number=1))

    assert responses.previous(draft, "nausea").number == 3
    assert responses.previous(draft, "dizzy") is None


def test_a_mark_can_be_changed_and_a_guarded_answer_has_none(responses, check_in):
    responses.save(check_in, Answer("nausea", number=1))
    responses.save(check_in, Answer("safety", options=("no",), share=ShareMark.SHARE))

    responses.set_share(check_in.uid, "nausea", ShareMark.SHARE)
    responses.set_share(check_in.uid, "safety", ShareMark.SHARE)

    answers = responses.open(check_in.uid).answers
    assert answers["nausea"].share is ShareMark.SHARE
    assert answers["safety"].share is ShareMark.PRIVATE


def test_a_new_answer_starts_with_the_mark_of_the_settings(responses, journal, library):
    form = library.form(CHECK_IN)
    assert responses.starts_shared(form.item("nausea"), form) is ShareMark.PRIVATE

    journal.settings.set_shared_kind("effects", shared=True)

    assert responses.starts_shared(form.item("nausea"), form) is ShareMark.SHARE


def test_a_page_in_the_bin_is_not_found_until_it_is_taken_out(responses, journal, writer, held):
    draft = writer.begin("check-in.next-day", held)
    writer.write(draft, "nausea", number=1)

    responses.trash(draft.uid)
    assert journal.written.newest() == ()
    assert responses.begin(CHECK_IN, session_id=held.id).draft.uid != draft.uid

    responses.restore(draft.uid)
    assert responses.begin(CHECK_IN, session_id=held.id).draft.uid == draft.uid


def test_what_the_disk_refused_is_written_with_the_next_answer(responses, vault, check_in):
    database = vault.folder / "journal.db"
    aside = database.rename(vault.folder / "aside.db")
    with pytest.raises(JournalChangedError):
        responses.save(check_in, Answer("nausea", number=2))
    aside.rename(database)

    responses.save(check_in, Answer("dizzy", number=1))

    stored = responses.open(check_in.uid).answers
    assert (stored["nausea"].number, stored["dizzy"].number) == (2, 1)
    assert responses.unsaved.retry() == ()

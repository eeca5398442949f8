from dataclasses import replace
from datetime import UTC, date, timedelta, timezone

import pytest

from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import FormId, ItemId, Occurrence, Uid
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.storage.courses import Courses
from kat_journal.storage.responses import Responses
from tests.storage.making import FORM, NAUSEA, NOW, SAFETY, WHO, WORDS, draft

FULL = (
    Answer(WORDS, text="The sea,\r\nand then quiet.\0 \U0001f30a", share=ShareMark.SHARE),
    Answer(NAUSEA, number=4.0, started="just-after", gone="partly", note="for an hour"),
    Answer(WHO, options=("friend", "someone else")),
    Answer(SAFETY, skipped=True),
)


@pytest.fixture
def responses(connection):
    return Responses(connection)


def minutes(number):
    return NOW + timedelta(minutes=number)


def test_every_kind_of_answer_comes_back_as_it_was_given(responses):
    mine = draft(occurrence="session:1")
    for answer in FULL:
        stored = responses.save_answer(mine, answer, NOW)
    assert stored == responses.response(mine.uid)
    assert stored.answers == {answer.item_id: replace(answer, updated_at=NOW) for answer in FULL}
    assert (stored.uid, stored.form_id, stored.occurrence) == (mine.uid, FORM.id, "session:1")
    assert (stored.day, stored.started_at, stored.zone) == (mine.day, NOW, mine.zone)
    assert (stored.finished_at, stored.trashed_at) == (None, None)


def test_zero_skipped_and_not_asked_are_three_things(responses):
    mine = draft()
    responses.save_answer(mine, Answer(NAUSEA, number=0), NOW)
    stored = responses.save_answer(mine, Answer(WORDS, skipped=True), NOW)
    assert stored.answers[NAUSEA].number == 0
    assert not stored.answers[NAUSEA].skipped
    assert stored.answers[WORDS].number is None
    assert stored.answers[WORDS].skipped
    assert WHO not in stored.answers


def test_a_later_answer_replaces_the_earlier_one(responses):
    mine = draft()
    responses.save_answer(mine, Answer(NAUSEA, number=4, gone="no"), NOW)
    stored = responses.save_answer(mine, Answer(NAUSEA, number=1), minutes(1))
    assert stored.answers == {NAUSEA: Answer(NAUSEA, number=1, updated_at=minutes(1))}


def test_cleared_and_empty_answers_are_not_asked(responses):
    mine = draft()
    responses.save_answer(mine, Answer(NAUSEA, number=4), NOW)
    responses.clear_answer(mine.uid, NAUSEA)
    assert responses.response(mine.uid).answers == {}
    responses.save_answer(mine, Answer(WORDS, text="words"), NOW)
    assert responses.save_answer(mine, Answer(WORDS), NOW).answers == {}
    responses.clear_answer(Uid("nobody"), WORDS)


def test_a_draft_that_was_never_answered_is_not_stored(responses):
    mine = draft()
    assert responses.response(mine.uid) is None
    assert responses.find(FORM.id, Occurrence("session:1")) is None
    assert responses.newest(10) == ()


def test_the_mark_of_a_guarded_item_is_never_stored(responses):
    mine = draft()
    stored = responses.save_answer(mine, Answer(SAFETY, number=1, share=ShareMark.SHARE), NOW)
    assert stored.answers[SAFETY].share is ShareMark.PRIVATE
    responses.set_share(mine.uid, SAFETY, ShareMark.SHARE)
    assert responses.response(mine.uid).answers[SAFETY].share is ShareMark.PRIVATE


def test_a_share_mark_is_changed_alone(responses):
    mine = draft()
    responses.save_answer(mine, Answer(WORDS, text="a"), NOW)
    responses.save_answer(mine, Answer(NAUSEA, number=1), NOW)
    responses.set_share(mine.uid, WORDS, ShareMark.SHARE)
    responses.set_share(Uid("nobody"), WORDS, ShareMark.SHARE)
    assert responses.response(mine.uid).answers == {
        WORDS: Answer(WORDS, text="a", share=ShareMark.SHARE, updated_at=NOW),
        NAUSEA: Answer(NAUSEA, number=1, updated_at=NOW),
    }


def test_an_answer_to_an_item_that_the_form_lacks_is_a_mistake_and_stores_nothing(responses):
    with pytest.raises(KeyError):
        responses.save_answer(draft(), Answer(ItemId("elsewhere"), text="a"), NOW)
    assert responses.newest(10) == ()


def test_an_asking_has_one_response_even_from_two_drafts(responses):
    first, second = draft(occurrence="session:1"), draft(occurrence="session:1")
    responses.save_answer(first, Answer(WORDS, text="first"), NOW)
    stored = responses.save_answer(second, Answer(NAUSEA, number=1), NOW)
    assert stored.uid == first.uid
    assert set(stored.answers) == {WORDS, NAUSEA}
    assert responses.find(FORM.id, Occurrence("session:1")) == stored


def test_forms_opened_by_hand_are_never_joined(responses):
    for _ in range(2):
        responses.save_answer(draft(), Answer(WORDS, text="a"), NOW)
    assert len(responses.of_form(FORM.id)) == 2


def test_finishing_counts_the_first_time_and_makes_a_row(responses):
    mine = draft()
    responses.finish(mine, NOW)
    responses.finish(mine, minutes(5))
    assert responses.response(mine.uid).finished_at == NOW


def test_what_is_in_the_bin_is_found_by_uid_only(responses):
    mine = draft(occurrence="session:1")
    responses.save_answer(mine, Answer(WORDS, text="a"), NOW)
    responses.trash(mine.uid, minutes(1))
    assert responses.response(mine.uid).trashed_at == minutes(1)
    assert responses.find(FORM.id, Occurrence("session:1")) is None
    assert responses.of_form(FORM.id) == responses.newest(9) == responses.between(mine.day, mine.day) == ()
    assert responses.latest_answer(FORM.id, WORDS, minutes(9)) is None

    responses.restore(mine.uid)
    assert responses.find(FORM.id, Occurrence("session:1")).uid == mine.uid


def test_a_restored_response_stands_beside_the_one_that_took_its_place(responses):
    first, second = draft(occurrence="session:1"), draft(occurrence="session:1")
    responses.save_answer(first, Answer(WORDS, text="first"), NOW)
    responses.trash(first.uid, NOW)
    responses.save_answer(second, Answer(WORDS, text="second"), NOW)
    responses.restore(first.uid)
    assert responses.find(FORM.id, Occurrence("session:1")).uid == second.uid
    assert responses.response(first.uid).occurrence is None
    assert len(responses.of_form(FORM.id)) == 2


def test_responses_are_listed_by_session_form_day_and_newness(connection, responses):
    session = Courses(connection).insert_session(
        course_id=None, status=SessionStatus.HELD, scheduled_at=NOW, started_at=None, ended_at=None, zone="UTC"
    )
    drafts = [
        draft(at=minutes(3), day=date(2026, 11, 24), session_id=session.id),
        draft(at=minutes(1), day=date(2026, 11, 23), session_id=session.id),
        draft(at=minutes(2), day=date(2026, 11, 25), form=replace(FORM, id=FormId("core:other"))),
    ]
    for mine in drafts:
        responses.save_answer(mine, Answer(WORDS, text="a"), NOW)
    third, first, second = (mine.uid for mine in drafts)

    def uids(found):
        return [response.uid for response in found]

    assert uids(responses.of_session(session.id)) == [first, third]
    assert uids(responses.of_form(FORM.id)) == [first, third]
    assert uids(responses.between(date(2026, 11, 23), date(2026, 11, 24))) == [first, third]
    assert uids(responses.between(date(2026, 11, 24), date(2026, 11, 25))) == [third, second]
    assert uids(responses.newest(2)) == [third, second]
    assert uids(responses.newest(2, before=responses.response(second).id)) == [first]
    assert all(response.answers[WORDS].text == "a" for response in responses.newest(9))


def test_last_times_answer_is_the_latest_one_before_that_was_not_skipped(responses):
    for minute, answer in enumerate(
        [Answer(NAUSEA, number=1), Answer(NAUSEA, number=2), Answer(NAUSEA, skipped=True), Answer(NAUSEA, number=4)]
    ):
        responses.save_answer(draft(at=minutes(minute)), answer, NOW)
    assert responses.latest_answer(FORM.id, NAUSEA, minutes(3)).number == 2
    assert responses.latest_answer(FORM.id, NAUSEA, NOW) is None
    assert responses.latest_answer(FORM.id, WORDS, minutes(9)) is None


def test_instants_keep_their_moment_in_any_zone_and_need_one(responses):
    mine = draft(at=NOW.astimezone(timezone(timedelta(hours=13))))
    stored = responses.save_answer(mine, Answer(WORDS, text="a"), NOW)
    assert stored.started_at == NOW
    assert stored.started_at.tzinfo == UTC
    with pytest.raises(ValueError, match="zone"):
        responses.save_answer(mine, Answer(WORDS, text="b"), NOW.replace(tzinfo=None))
    assert responses.response(mine.uid).answers[WORDS].text == "a"


def test_a_million_letters_are_stored(responses):
    mine = draft()
    words = "word \u00e4 " * 150_000
    assert responses.save_answer(mine, Answer(WORDS, text=words), NOW).answers[WORDS].text == words

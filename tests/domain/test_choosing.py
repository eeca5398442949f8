from dataclasses import replace
from datetime import timedelta

import pytest

from kat_journal.domain.choosing import candidates, remembered_groups
from kat_journal.domain.form import Section
from kat_journal.domain.response import ShareMark
from tests.golden import fictional as f


@pytest.fixture
def offered(messages):
    """The tick list of the fictional journal, or of one that differs a little, by key."""

    def offer(**changes):
        return {one.key: one for one in candidates(f.material(**changes), messages)}

    return offer


def test_keys_are_stable_and_name_what_they_stand_for(offered):
    keys = list(offered())
    assert keys == list(offered())
    assert {key.split(":")[0] for key in keys} == {"answer", "effects", "score", "question", "practice", "session"}
    assert len(keys) == len(set(keys))


def test_the_list_goes_from_first_things_through_numbers_to_session_by_session(offered):
    groups = list(dict.fromkeys(one.group for one in offered().values()))
    assert groups == [
        "Please look at first",
        "If we had ten minutes",
        "Since last time",
        "Questions I want to ask",
        "Numbers and side effects",
        "Session of 3 November",
        "Session of 6 November",
        "Session of 22 November",
        "What I tried, and my next small step",
    ]


def test_pages_without_a_session_stand_between_sessions(offered):
    page = f.answered("f9", f.REFLECTION, f.S1, f.said("came-up", "x"), f.said("step", "y"))
    record = f.answered("r9", f.RECORD, f.S1, f.said("different", "z"))
    found = offered(answered=(page, record))
    assert found["answer:f9:came-up"].group == "Between sessions"
    assert found["answer:f9:step"].group == "What I tried, and my next small step"
    assert found["answer:r9:different"].group == "What I would like different"


def test_an_answer_of_a_session_without_a_time_stands_under_its_own_day(offered):
    page = f.answered("f9", f.REFLECTION, f.S1 + timedelta(days=1), f.said("came-up", "x"), session_id=77)
    assert offered(answered=(page,))["answer:f9:came-up"].group == "Session of 4 November"


def test_what_is_marked_for_sharing_starts_ticked_and_the_rest_does_not(offered):
    ticked = {key for key, one in offered().items() if one.ticked}
    assert ticked == {
        *("answer:i1:intention", "answer:r1:route", "answer:r1:how-it-was", "answer:r3:how-it-was", "question:q1"),
        *("answer:r3:clinic-words", "answer:r3:who", "answer:r3:different", "answer:f3:came-up", "answer:f3:step"),
        *("answer:f3:feeling", "answer:a1:ten", "answer:a1:since", "answer:a1:ask"),
    }


def test_something_guarded_never_starts_ticked(offered):
    marked = f.said("safe", options=("yes",), share=ShareMark.SHARE)
    one = offered(answered=(f.answered("a1", f.APPOINTMENT, f.TODAY, marked),))["answer:a1:safe"]
    assert one.guarded
    assert not one.ticked


def test_a_score_of_guarded_rows_alone_is_guarded(offered):
    rule = replace(f.MEASURE.scores[0], items=(f.ItemId("three"),))
    form = replace(f.MEASURE, scores=(rule,))
    one = f.answered("m9", form, f.S1, f.said("three", number=1.0, share=ShareMark.SHARE))
    found = offered(answered=(one,), remembered=frozenset({"score:core:phq:total"}))["score:m9:total"]
    assert found.guarded
    assert not found.ticked


def test_groups_of_numbers_start_unticked_and_then_as_they_were_last_time(offered):
    assert not offered()["effects:c1"].ticked
    assert not offered()["session:s1"].ticked
    remembered = frozenset({"effects:core:check-in", "session", "score:core:phq:total"})
    found = offered(remembered=remembered)
    assert all(found[key].ticked for key in ("effects:c1", "effects:c3", "session:s1", "score:m0:total"))
    assert not found["answer:c1:nausea"].ticked


def test_numbers_start_ticked_when_the_person_lets_them_start_as_shared(offered):
    check_in = f.answered("c1", f.CHECK_IN, f.S1, f.said("nausea", number=1.0, note="words", share=ShareMark.SHARE))
    rows = [f.said(name, number=1.0, share=ShareMark.SHARE) for name in ("one", "two", "three")]
    found = offered(answered=(check_in, f.answered("m1", f.MEASURE, f.S1, *rows)), earlier=())
    assert found["effects:c1"].ticked
    assert found["score:m1:total"].ticked
    assert not found["answer:c1:nausea"].ticked
    assert not found["answer:m1:one"].ticked


def test_only_groups_of_numbers_are_remembered_and_nothing_guarded(offered):
    found = offered()
    chosen = frozenset(found)
    assert remembered_groups(found.values(), chosen) == {"effects:core:check-in", "score:core:phq:total", "session"}
    assert remembered_groups(found.values(), frozenset()) == frozenset()
    guarded = replace(found["effects:c1"], guarded=True)
    assert remembered_groups([guarded], chosen) == frozenset()


def test_a_candidate_shows_its_question_and_what_would_leave(offered):
    found = offered()
    assert (found["answer:f3:step"].label, found["answer:f3:step"].words) == ("Which small step?", "Hang the coat up.")
    assert found["answer:f3:step"].section is Section.TRIED
    assert found["answer:f3:step"].session_id == 3
    assert found["answer:c1:nausea"].label == "Feeling sick: what I added"
    assert found["answer:c1:nausea"].words == "Until late in the evening."
    assert found["effects:c1"].label == "The day after, Wed 2026-11-04"
    assert found["effects:c1"].words == "Feeling sick: 3, gone; Headache: 0; Dizzy: 0"
    assert found["score:m3:total"].words == "3 of 9, 2 of 3 answered, estimated without row 3"
    assert found["session:s2"].words == "Fri 2026-11-06, Nasal spray"
    assert found["session:s1"].words == "Tue 2026-11-03"


def test_numbers_have_their_short_names_and_words_their_whole_question(offered):
    named = replace(f.MEASURE, items=(replace(f.MEASURE.items[0], label="Interest"), *f.MEASURE.items[1:]))
    check_in = replace(f.CHECK_IN, items=tuple(replace(item, label=item.ask[:4]) for item in f.CHECK_IN.items))
    rows = f.answered("m2", named, f.S1, *(f.said(name, number=1.0) for name in ("one", "two", "three")))
    effects = f.answered("c1", check_in, f.S1, f.said("nausea", number=1.0, gone="no", note="words"))
    found = offered(answered=(rows, effects, f.responses()[0]), earlier=())
    assert (found["answer:m2:one"].label, found["answer:m2:two"].label) == ("Interest", "2 Low mood")
    assert found["effects:c1"].words == "Feel: 1, not gone"
    assert found["answer:c1:nausea"].label == "Feeling sick: what I added"
    assert found["answer:i1:intention"].label == "Which direction?"


def test_only_sessions_that_took_place_in_the_period_are_offered(offered):
    early = f.session(9, f.PERIOD.starts - timedelta(days=1))
    assert {key for key in offered(sessions=(early, *f.material().sessions)) if key.startswith("session:")} == {
        "session:s1",
        "session:s2",
        "session:s3",
    }


def test_a_skipped_or_empty_answer_is_nothing_to_share_but_its_note_is(offered):
    one = f.answered(
        "f9",
        f.REFLECTION,
        f.S1,
        f.said("came-up", skipped=True),
        f.said("other-ways", "  \n "),
        f.said("step", skipped=True, note="Not today."),
    )
    found = offered(answered=(one,))
    assert "answer:f9:came-up" not in found
    assert "answer:f9:other-ways" not in found
    assert found["answer:f9:step"].words == "Not today."


def test_only_words_and_questions_that_do_not_stand_there_can_be_put_first(offered):
    found = [one for one in offered().values() if one.can_be_first]

    assert {one.key.partition(":")[0] for one in found} == {"answer", "question"}
    assert Section.FIRST_LOOK not in {one.section for one in found}
    there = [one for one in offered().values() if one.section is Section.FIRST_LOOK]
    assert not any(one.can_be_first for one in there)

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.composing import Choice, Heading
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.domain.summary import Chosen, ChosenPractice, ChosenSession
from tests.golden import fictional as f
from tests.helpers.summaries import EVERYTHING, NOTHING, alone


def test_of_nothing_there_is_nothing_but_the_heading(made):
    assert made(NOTHING).data == Chosen(who="J. M. M.", made_on=f.TODAY)
    assert made(NOTHING, Choice(Heading.NAME)).data.who == "Jo Marie Muster"
    assert made(NOTHING, Choice(Heading.NOTHING)).data.who == ""


def test_an_answer_has_its_question_and_its_form(made):
    (form,) = made({"answer:r3:who"}).data.forms
    (one,) = form.answers
    assert (form.form_id, form.version, form.title) == ("core:session-record", 1, "Session-record")
    assert (form.day, form.session, form.scores) == (f.S3, f.S3, ())
    assert one.item.ask == "Who was there?"
    assert one.answer == Answer(ItemId("who"), options=("therapist", "own"), note="Anna brought me home.")


def test_a_score_comes_without_its_rows(made):
    earlier, later = made({"score:m0:total", "score:m3:total"}).data.forms
    assert earlier.answers == later.answers == ()
    assert [one.value for form in (earlier, later) for one in form.scores] == [8, 3]
    assert later.scores[0].estimated


def test_the_effects_of_a_check_in_come_without_notes_and_without_guarded_rows(made):
    (form,) = made({"effects:c2"}).data.forms
    assert [one.answer for one in form.answers] == [
        Answer(ItemId("nausea"), 1.0, gone="partly"),
        Answer(ItemId("headache"), skipped=True),
        Answer(ItemId("dizzy"), 0.0),
    ]


def test_a_note_stays_where_the_effects_of_its_check_in_go(made):
    (form,) = made({"effects:c1"}).data.forms
    assert form.answers[0].answer == Answer(ItemId("nausea"), 3.0, gone="yes")


def test_a_note_comes_without_the_number_beside_it_and_both_together_if_both_were_chosen(made):
    (note,) = made({"answer:c1:nausea"}).data.forms
    (both,) = made({"answer:c1:nausea", "effects:c1"}).data.forms
    assert [one.answer for one in note.answers] == [Answer(ItemId("nausea"), note="Until late in the evening.")]
    assert both.answers[0].answer == Answer(ItemId("nausea"), 3.0, gone="yes", note="Until late in the evening.")


def test_a_guarded_effect_comes_with_its_number_when_it_was_chosen_by_itself(made):
    (form,) = made({"answer:c2:craving"}).data.forms
    assert [one.answer for one in form.answers] == [Answer(ItemId("craving"), 2.0, note="Only for an hour.")]


def test_what_no_summary_tells_is_not_in_it(made):
    """A time of day, the beginning of an effect, a mark, and whether one is gone that was none."""
    answer = Answer(
        ItemId("nausea"), 0.0, started="later", gone="yes", options=("noticed",), share=ShareMark.SHARE, updated_at=1
    )
    one = f.answered("c1", f.CHECK_IN, f.S1, answer)
    (form,) = made({"effects:c1"}, **alone(one)).data.forms
    assert form.answers[0].answer == Answer(ItemId("nausea"), 0.0)
    (form,) = made({"effects:c1"}, **alone(f.answered("c1", f.CHECK_IN, f.S1, replace(answer, number=None)))).data.forms
    assert form.answers[0].answer == Answer(ItemId("nausea"), options=("noticed",))


def test_sessions_practices_and_questions_come_when_chosen(made):
    data = made({"session:s2", "session:s3", "practice:p1", "question:q1"}).data
    assert data.sessions == (ChosenSession(f.S2, "Nasal spray"), ChosenSession(f.S3, "Nasal spray"))
    assert data.practices == (ChosenPractice("Ten minutes at the window.", f.date(2026, 11, 20)),)
    assert data.questions == ("How many more sessions?",)
    assert made({"practice:p2", "session:s1"}).data.sessions == (ChosenSession(f.S1),)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(EVERYTHING))), st.booleans())
def test_the_values_are_there_for_exactly_what_was_chosen(made, chosen, first):
    data = made(chosen, Choice(first_look=frozenset(chosen) if first else frozenset())).data
    scores = sum(len(form.scores) for form in data.forms)
    assert scores == sum(key.startswith("score:") for key in chosen)
    assert len(data.sessions) == sum(key.startswith("session:") for key in chosen)
    assert len(data.practices) == sum(key.startswith("practice:") for key in chosen)
    assert len(data.questions) == sum(key.startswith("question:") for key in chosen)
    given_ = {f"{form.day}:{one.item.id}" for form in data.forms for one in form.answers}
    for one in f.responses():
        for item_id in one.response.answers:
            key = f"answer:{one.response.uid}:{item_id}"
            rated = f"effects:{one.response.uid}" in chosen and item_id in {"nausea", "headache", "dizzy"}
            assert (f"{one.day}:{item_id}" in given_) == (key in chosen or rated), key

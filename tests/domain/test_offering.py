from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.form import Condition, ItemType
from kat_journal.domain.offering import another, offered
from kat_journal.domain.response import Answer
from tests.helpers.forms import answers, form, item

TOPICS = ("mind", "mind", "body", "body", "meaning")
LONG = form(*(item(f"q{number}", topic=topic) for number, topic in enumerate(TOPICS)), offer=3)


def ids(items):
    return [one.id for one in items]


def test_a_form_without_an_offer_asks_everything():
    everything = form(item("a"), item("b"), item("c", ItemType.STATEMENT))

    assert ids(offered(everything, {})) == ["a", "b"]


def test_each_topic_has_its_turn_before_one_comes_twice():
    assert ids(offered(LONG, {})) == ["q0", "q2", "q4"]


def test_a_topic_of_late_waits_for_the_others():
    assert ids(offered(LONG, {}, rested=["mind"])) == ["q2", "q4", "q0"]


def test_what_was_answered_comes_first_and_counts_for_its_topic():
    given_before = answers(Answer("q1", text="words"))

    assert ids(offered(LONG, given_before)) == ["q1", "q2", "q4"]


def test_what_was_skipped_is_not_offered_again():
    assert "q0" not in ids(offered(LONG, answers(Answer("q0", skipped=True))))


def test_answered_questions_are_all_shown_however_few_are_offered():
    given_before = answers(*(Answer(f"q{number}", text="words") for number in range(4)))

    assert ids(offered(LONG, given_before)) == ["q0", "q1", "q2", "q3"]


def test_another_question_comes_from_the_topic_that_was_shown_least():
    assert another(LONG, {}, ["q0", "q2"]).id == "q4"
    assert another(LONG, {}, ["q0", "q2", "q4"]).id == "q1"


def test_there_is_no_other_question_when_all_were_shown():
    assert another(LONG, {}, [f"q{number}" for number in range(5)]) is None


def test_another_question_is_one_that_is_asked():
    branched = form(item("a"), item("b", ask_if=Condition("a", at_least=1)), offer=1)

    assert another(branched, {}, ["a"]) is None


@given(st.sets(st.sampled_from([f"q{number}" for number in range(5)])), st.lists(st.sampled_from(TOPICS)))
def test_a_sitting_never_repeats_a_question_and_holds_all_that_was_answered(done, rested):
    given_before = answers(*(Answer(item_id, text="words") for item_id in done))

    shown = ids(offered(LONG, given_before, rested))

    assert len(shown) == len(set(shown)) == max(3, len(done))
    assert done <= set(shown)

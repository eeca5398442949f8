import pytest

from kat_journal.domain.form import Condition, ItemType, Option
from kat_journal.domain.response import NOTICED, Answer, answer_words, asked_items, holds, is_done, words_of
from tests.helpers.forms import BOTHER, answers, form, item, numbers

BRANCHED = form(
    item("times", ItemType.NUMBER),
    item("say", ItemType.STATEMENT),
    item("more", ask_if=Condition("times", at_least=2)),
)


def test_zero_is_an_answer():
    assert not Answer("a", number=0).is_empty


def test_skipping_is_an_answer():
    assert not Answer("a", skipped=True).is_empty


@pytest.mark.parametrize("given", [{"text": "x"}, {"note": "x"}, {"options": ("x",)}])
def test_whatever_a_person_gave_is_an_answer(given):
    assert not Answer("a", **given).is_empty


def test_a_mark_alone_is_not_an_answer():
    assert Answer("a", started="next-day", gone="yes").is_empty


def test_a_branch_is_asked_only_when_its_condition_holds():
    assert [one.id for one in asked_items(BRANCHED, {})] == ["times"]
    assert [one.id for one in asked_items(BRANCHED, numbers(times=1))] == ["times"]
    assert [one.id for one in asked_items(BRANCHED, numbers(times=2))] == ["times", "more"]


def test_a_condition_on_a_number_does_not_hold_without_one():
    assert not holds(Condition("a", at_least=0), answers(Answer("a", text="5")))


def test_a_condition_that_asks_for_nothing_never_holds():
    assert not holds(Condition("a"), numbers(a=5))


def test_a_form_is_done_when_everything_that_is_asked_was_answered_or_skipped():
    assert is_done(BRANCHED, numbers(times=1), finished=False)
    assert not is_done(BRANCHED, numbers(times=2), finished=False)
    assert is_done(BRANCHED, numbers(times=2) | answers(Answer("more", skipped=True)), finished=False)


def test_an_answer_that_holds_nothing_does_not_make_a_form_done():
    assert not is_done(BRANCHED, answers(Answer("times")), finished=False)


def test_a_form_is_done_when_the_person_says_so():
    assert is_done(BRANCHED, {}, finished=True)


def test_a_form_that_asks_nothing_is_done_only_when_the_person_says_so():
    assert not is_done(form(item("say", ItemType.STATEMENT)), {}, finished=False)


def test_the_words_of_an_answer_are_its_text_or_else_its_note():
    assert words_of(Answer("a", text="text", note="note")) == "text"
    assert words_of(Answer("a", number=3, note="note")) == "note"


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (item("a", ItemType.SYMPTOM, scale=BOTHER), {"number": 2}, "Noticeable"),
        (item("a", ItemType.SCALE, scale=BOTHER), {"number": 7}, "7"),
        (item("a", ItemType.NUMBER, unit="times"), {"number": 2.0}, "2 times"),
        (item("a", ItemType.NUMBER), {"number": 2.5}, "2.5"),
        (item("a", ItemType.YES_NO), {"number": 1}, ""),
        (item("a", ItemType.TEXT), {"text": "words"}, "words"),
        (item("a", ItemType.CHOICES, options=(Option("x", "Ex"),)), {"options": ("x", "gone")}, "Ex, gone"),
    ],
)
def test_an_answer_is_said_in_the_words_of_its_item(asked, given, said):
    assert answer_words(asked, Answer("a", **given)) == said


def test_a_symptom_that_was_ticked_and_not_rated_counts_as_the_least_that_can_be_noticed():
    noticed = {"chest": Answer("chest", options=(NOTICED,))}

    assert holds(Condition("chest", at_least=1), noticed)
    assert not holds(Condition("chest", at_least=2), noticed)

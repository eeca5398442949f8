from kat_journal.domain.flags import Raised, raised
from kat_journal.domain.form import Condition, Flag, ItemType
from kat_journal.domain.response import Answer
from tests.helpers.forms import answers, form, item, numbers

FORM = form(
    item("chest", ItemType.SYMPTOM),
    item("sudden", ItemType.CHOICES),
    flags=(
        Flag(Condition("chest", at_least=1), "ring-now"),
        Flag(Condition("chest", at_least=3), "call"),
        Flag(Condition("sudden", option="fall"), "get-checked"),
    ),
)


def test_a_number_that_reaches_the_threshold_raises_its_flag():
    assert raised(FORM, numbers(chest=1)) == (Raised("chest", "ring-now"),)


def test_a_number_below_the_threshold_raises_nothing():
    assert raised(FORM, numbers(chest=0)) == ()


def test_one_answer_may_raise_several_flags_in_the_order_of_the_form():
    assert raised(FORM, numbers(chest=4)) == (Raised("chest", "ring-now"), Raised("chest", "call"))


def test_a_chosen_option_raises_its_flag_and_another_one_does_not():
    assert raised(FORM, answers(Answer("sudden", options=("fainted", "fall")))) == (Raised("sudden", "get-checked"),)
    assert raised(FORM, answers(Answer("sudden", options=("fainted",)))) == ()


def test_words_never_raise_a_flag():
    words = Answer("chest", text="chest pain, ring 999", note="fall")

    assert raised(FORM, answers(words)) == ()


def test_a_skipped_answer_raises_nothing():
    assert raised(FORM, answers(Answer("chest", number=4, skipped=True))) == ()

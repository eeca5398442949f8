from dataclasses import replace

import pytest

from kat_journal.domain.form import Condition
from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.sitting import Sitting


@pytest.fixture
def reflection(library):
    return library.form(FormId("core:reflection.day-3"))


def answered(item, text="words"):
    return {item.id: Answer(item.id, text=text)}


def way(sitting, answers):
    """Every question from here on."""
    seen = [sitting.item.id]
    while not sitting.is_last(answers):
        sitting.go_on(answers)
        seen.append(sitting.item.id)
    return seen


def test_a_sitting_has_as_many_questions_as_the_form_offers(reflection):
    assert len(way(Sitting(reflection, {}), {})) == reflection.offer


def test_going_back_leads_to_the_question_before(reflection):
    sitting = Sitting(reflection, {})
    first = sitting.item
    sitting.go_on({})
    sitting.go_back({})

    assert sitting.item == first
    assert sitting.is_first({})


def test_another_question_takes_the_place_of_one_without_an_answer(reflection):
    sitting = Sitting(reflection, {})
    before = sitting.item
    sitting.show_another({})

    assert sitting.item != before
    assert before.id not in way(sitting, {})


def test_another_question_comes_after_one_that_has_an_answer(reflection):
    sitting = Sitting(reflection, {})
    answers = answered(sitting.item)
    before = sitting.item
    sitting.show_another(answers)
    sitting.go_back(answers)

    assert sitting.item == before


def test_no_question_is_shown_twice_and_then_there_is_no_other(reflection):
    sitting = Sitting(reflection, {})
    shown = [sitting.item.id]
    while sitting.has_another({}):
        sitting.show_another({})
        shown.append(sitting.item.id)

    assert len(shown) == len(set(shown)) == len(reflection.items) - reflection.offer + 1


def test_a_form_that_asks_everything_offers_no_other(reflection):
    sitting = Sitting(replace(reflection, offer=None), {})

    assert not sitting.has_another({})
    assert len(way(sitting, {})) == len(reflection.items)


def test_the_sitting_begins_at_the_question_that_was_left_even_if_it_is_not_offered(reflection):
    offered = way(Sitting(reflection, {}), {})
    left = next(item.id for item in reflection.items if item.id not in offered)

    assert Sitting(reflection, {}, left).item.id == left


def test_a_question_appears_once_its_condition_holds(reflection):
    first, second, *_ = reflection.items
    asked = replace(second, ask_if=Condition(first.id, at_least=1))
    form = replace(reflection, items=(first, asked), offer=None)
    sitting = Sitting(form, {})

    assert sitting.is_last({})
    assert not sitting.is_last({first.id: Answer(ItemId(first.id), number=2)})

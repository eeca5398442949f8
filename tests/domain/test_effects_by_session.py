"""Side effects by session: the worst of each, and blank is never zero."""

from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.effects_by_session import EffectCell, effects_by_session
from kat_journal.domain.form import Condition, ItemType, Kind
from kat_journal.domain.progress import Missing
from kat_journal.domain.response import Answer
from tests.domain.progress_forms import CHECK_IN, DAY, SICK, TIRED, WEEK, filled
from tests.helpers.forms import form, item

ONE, TWO = 1, 2
given_number = st.none() | st.just(...) | st.integers(0, 2).map(float)
told = st.lists(st.tuples(st.integers(0, 9), st.sampled_from([ONE, TWO, None]), given_number), max_size=8)


def rows(fillings, sessions=(ONE, TWO)):
    return {row.title: row.cells for row in effects_by_session(fillings, sessions)}


@given(told=told)
def test_a_cell_is_a_number_only_where_one_was_given_and_then_the_highest(told):
    fillings = [filled(CHECK_IN, day, session, sick=number) for day, session, number in told]

    cells = rows(fillings).get(SICK.name, (None, None))

    for session, cell in zip((ONE, TWO), cells, strict=True):
        given_here = [number for _, own, number in told if own == session]
        numbers = [number for number in given_here if isinstance(number, float)]
        if cell is None:
            assert not given_here
        elif cell.worst is not None:
            assert cell.worst == max(numbers)
        else:
            assert not any(numbers)


def test_the_worst_of_all_check_ins_of_a_session_stands_with_its_word():
    fillings = [filled(CHECK_IN, 0, ONE, sick=1.0), filled(WEEK, 6, ONE, sick=2.0), filled(WEEK, 9, TWO, sick=0.0)]

    assert rows(fillings) == {SICK.name: (EffectCell(2, None, "Hard", 2), EffectCell(0, None, "Not at all", 2))}


def test_blank_skipped_noticed_and_zero_are_four_things():
    fillings = [filled(CHECK_IN, 0, ONE, sick=None, tired=...), filled(CHECK_IN, 7, TWO, tired=0.0)]

    assert rows(fillings) == {
        TIRED.name: (EffectCell(None, Missing.NOTICED), EffectCell(0, None, "Not at all", 2)),
        SICK.name: (EffectCell(None, Missing.SKIPPED), None),
    }


def test_what_was_noticed_and_not_rated_outranks_a_zero_and_no_number_above_it():
    zero = [filled(CHECK_IN, 0, ONE, sick=0.0), filled(WEEK, 6, ONE, sick=...)]
    more = [filled(CHECK_IN, 0, ONE, sick=2.0), filled(WEEK, 6, ONE, sick=...)]

    assert rows(zero)[SICK.name][0] == EffectCell(None, Missing.NOTICED)
    assert rows(more)[SICK.name][0] == EffectCell(2, None, "Hard", 2)


def test_effects_that_were_there_come_before_those_that_never_were():
    fillings = [filled(CHECK_IN, 0, ONE, sick=0.0, tired=1.0)]

    assert [row.noticed for row in effects_by_session(fillings, (ONE,))] == [True, False]
    assert list(rows(fillings)) == [TIRED.name, SICK.name]


def test_guarded_questions_other_forms_and_other_sessions_say_nothing():
    fillings = [
        filled(CHECK_IN, 0, ONE, unsafe=2.0),
        filled(DAY, 0, ONE, mood=2.0),
        filled(CHECK_IN, 0, None, sick=2.0),
        filled(CHECK_IN, 0, 99, sick=2.0),
    ]

    assert rows(fillings) == {}


def test_an_answer_that_is_a_note_alone_is_blank():
    one = filled(CHECK_IN, 0, ONE)
    one.answers["sick"] = Answer("sick", note="a bit")

    assert rows([one]) == {}


def test_a_question_that_was_not_asked_after_all_says_nothing():
    hidden = item("hidden", ItemType.SYMPTOM, scale=SICK.scale, ask_if=Condition("sick", at_least=1))
    asked = form(SICK, hidden, form_id="core:next-day", kind=Kind.CHECK_IN)

    assert list(rows([filled(asked, 0, ONE, sick=0.0, hidden=2.0)])) == [SICK.name]


def test_an_effect_without_a_scale_is_a_plain_number():
    bare = item("bare", ItemType.SYMPTOM)
    asked = form(bare, form_id="core:next-day", kind=Kind.CHECK_IN)

    assert rows([filled(asked, 0, ONE, bare=3.0)]) == {bare.name: (EffectCell(3, None, "", 0), None)}

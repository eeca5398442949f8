"""The order of the rows: a person's own usual ones first, and nothing else moved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from kat_journal.domain.response import Answer
from kat_journal.gui.runner.arranging import arranged
from tests.gui.runner.conftest import NEXT_DAY, form_id, item


def ids(items):
    return [one.id for one in items]


@pytest.mark.parametrize("name", [NEXT_DAY, "check-in.month", "practical-list", "free-page"])
def test_without_usual_rows_a_form_stands_as_it_is_written(library, name):
    form = library.form(form_id(name))

    assert arranged(form, ()) == tuple(form.items)


def test_a_question_goes_with_its_row(library):
    order = ids(arranged(library.form(form_id("check-in.month")), [item("low"), item("pee-night")]))

    assert order[:5] == ["low", "pee-night", "pee-night-times", "pee-often", "pee-urgent"]


def test_what_is_no_row_of_the_form_moves_nothing(library):
    form = library.form(form_id(NEXT_DAY))

    assert arranged(form, [item("gone"), item("safety")]) == tuple(form.items)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_usual_the_same_questions_are_asked(library, data):
    form = library.form(form_id(NEXT_DAY))
    rows = [one.id for one in form.items if one.type == "symptom"]
    usual = data.draw(st.lists(st.sampled_from(rows), unique=True))
    order = ids(arranged(form, usual))

    assert sorted(order) == sorted(ids(form.items))
    assert order[: len(usual)] == usual
    assert [one for one in order if one not in usual] == [one for one in ids(form.items) if one not in usual]


def place(runner, name):
    return runner.find(f"item-{name}").mapTo(runner.page, QPoint(0, 0)).y()


def test_after_three_sessions_ones_own_symptoms_stand_first_and_say_why(run_form, journal, clock):
    for _ in range(3):
        draft = journal.responses.begin(form_id(NEXT_DAY), session_id=journal.courses.just_had().id).draft
        journal.responses.save(draft, Answer(item("numb"), number=2))
        clock.pass_time(days=7)
    session = journal.courses.just_had()
    runner = run_form(NEXT_DAY, session)

    assert runner.focused().objectName() == "item-numb-tick", "it waits behind Show all for everyone else"
    assert place(runner, "numb") < place(runner, "nausea") < place(runner, "dizzy")
    assert runner.find("keys").text().startswith("What you noticed most often lately stands first.")
    runner.press(Qt.Key.Key_1)
    assert runner.focused().objectName() == "item-nausea-tick"
    runner.press(Qt.Key.Key_N)
    assert journal.responses.begin(form_id(NEXT_DAY), session_id=session.id).answers[item("numb")].number == 1


def test_before_that_the_rows_stand_as_for_everyone(run_form, session):
    runner = run_form(NEXT_DAY, session)

    assert not runner.sees("item-numb")
    assert runner.find("keys").text().startswith("By keyboard")

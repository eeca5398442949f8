"""Numbers over time: each once, gaps as gaps, and no line over a gap."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kat_journal.domain.form import Condition, ItemType, Kind, Point, Scale
from kat_journal.domain.progress import JOINED_WITHIN, Missing, Passed, SeriesKind
from kat_journal.domain.response import Answer
from kat_journal.domain.series import all_series
from tests.domain.progress_forms import (
    CHECK_IN,
    DAY,
    MOOD,
    SHEET,
    SICK,
    TEN,
    TOTAL,
    WEEK,
    at,
    filled,
)
from tests.helpers.forms import form, item

FORMS = {"sick": CHECK_IN, "tired": CHECK_IN, "unsafe": CHECK_IN, "mood": DAY, "times": DAY}
numbers = st.none() | st.just(...) | st.integers(0, 2).map(float)
given_numbers = st.dictionaries(st.sampled_from([*FORMS]), numbers)
fillings = st.lists(st.tuples(st.sampled_from([CHECK_IN, WEEK, DAY]), st.integers(0, 400), given_numbers), max_size=12)


def made(asked, day, given):
    own = {question.id for question in asked.questions()}
    return filled(asked, day, **{key: number for key, number in given.items() if key in own})


def values(series):
    return [point.value for point in series.points]


def the_only(series):
    [one] = series
    return one


@given(told=fillings)
def test_every_answered_number_appears_exactly_once_and_nothing_else_does(told):
    fillings = [made(*one) for one in told]
    answered = Counter(
        (item_id, one.at, answer.number)
        for one in fillings
        for item_id, answer in one.answers.items()
        if answer.number is not None
    )

    series = all_series(fillings)

    shown = Counter(
        (one.key.split(":")[-2], point.at, point.value)
        for one in series
        for point in one.points
        if point.value is not None
    )
    assert shown == answered


@given(told=fillings)
def test_what_is_missing_never_becomes_a_number_and_always_says_why(told):
    for series in all_series([made(*one) for one in told]):
        for point in series.points:
            assert (point.value is None) == (point.missing is not None)


@given(told=fillings)
def test_a_line_joins_neighbours_with_numbers_alone(told):
    for series in all_series([made(*one) for one in told]):
        lines = series.joined()
        assert len(lines) == len(series.points)
        assert lines[:1] == (False,)
        for place in (place for place, joined in enumerate(lines) if joined):
            last, point = series.points[place - 1], series.points[place]
            assert last.value is not None
            assert point.value is not None
            assert point.at - last.at <= JOINED_WITHIN


@given(told=fillings)
def test_the_order_of_reading_changes_nothing(told):
    fillings = [made(*one) for one in {one[1]: one for one in told}.values()]

    assert all_series(fillings) == all_series(reversed(fillings))


def test_the_four_ways_of_giving_no_number_are_told_apart():
    fillings = [
        filled(CHECK_IN, 0, sick=1.0),
        filled(CHECK_IN, 1, sick=None),
        filled(CHECK_IN, 2, sick=...),
        filled(CHECK_IN, 3, tired=0.0),
        filled(CHECK_IN, 5, sick=0.0),
    ]
    passed = [Passed(CHECK_IN, at(4), None)]

    sick = next(one for one in all_series(fillings, passed) if one.title == SICK.name)

    assert [point.missing for point in sick.points] == [
        None, Missing.SKIPPED, Missing.NOTICED, Missing.BLANK, Missing.OFFERED, None,
    ]  # fmt: skip
    assert values(sick) == [1, None, None, None, None, 0]
    assert sick.joined() == (False,) * 6
    assert sick.noticed == 2


def test_a_note_alone_is_no_number():
    one = filled(DAY, 0)
    one = replace(one, answers={"mood": Answer("mood", note="So-so")})

    assert all_series([one]) == ()


def test_an_asking_that_was_let_go_by_breaks_the_line():
    fillings = [filled(DAY, day, mood=5.0) for day in (0, 2)]

    assert the_only(all_series(fillings)).joined() == (False, True)

    broken = the_only(all_series(fillings, [Passed(DAY, at(1), None)]))
    assert values(broken) == [5, None, 5]
    assert broken.joined() == (False, False, False)


def test_what_was_let_go_by_before_the_first_answer_and_after_the_last_is_no_place():
    passed = [Passed(DAY, at(day), None) for day in (0, 5)]

    assert values(the_only(all_series([filled(DAY, 3, mood=5.0)], passed))) == [5]


def test_an_asking_of_a_form_that_was_never_filled_in_makes_no_series():
    assert all_series([], [Passed(DAY, at(0), None)]) == ()


@pytest.mark.parametrize(("apart", "joined"), [(JOINED_WITHIN, True), (JOINED_WITHIN + timedelta(days=1), False)])
def test_a_long_silence_is_not_joined(apart, joined):
    fillings = [filled(DAY, day, mood=5.0) for day in (0, apart.days)]

    assert the_only(all_series(fillings)).joined() == (False, joined)


def test_side_effects_are_joined_over_the_check_ins_of_a_pack_and_everything_else_stays_with_its_form():
    other = form(SICK, form_id="mine:next-day", kind=Kind.CHECK_IN)
    fillings = [filled(CHECK_IN, 0, sick=1.0), filled(WEEK, 6, sick=2.0), filled(other, 7, sick=0.0)]

    series = all_series(fillings)

    assert [(one.key, values(one)) for one in series] == [
        ("effect:core:sick:0-2", [1, 2]), ("effect:mine:sick:0-2", [0]),
    ]  # fmt: skip
    assert [point.form_title for point in series[0].points] == ["The day after", "A week on"]


def test_another_version_of_a_question_goes_on_in_the_same_series_under_its_newest_words():
    newer = form(replace(MOOD, label="How I felt"), form_id="core:day", kind=Kind.MEASURE, title="My day")

    one = the_only(all_series([filled(DAY, 0, mood=3.0), filled(newer, 1, mood=4.0)]))

    assert (one.title, one.form_title, values(one)) == ("How I felt", "My day", [3, 4])


def test_another_scale_begins_a_new_series():
    short = Scale("short", (Point(0, "None"), Point(4, "Most")))
    newer = form(replace(MOOD, scale=short), form_id="core:day", kind=Kind.MEASURE)

    series = all_series([filled(DAY, 0, mood=3.0), filled(newer, 1, mood=3.0)])

    assert [(one.high, values(one)) for one in series] == [(10, [3]), (4, [3])]


def test_ends_and_answers_have_the_words_of_their_scale_unless_the_word_is_the_number():
    mood = the_only(all_series([filled(DAY, 0, mood=10.0), filled(DAY, 1, mood=7.0)]))

    assert (mood.low, mood.low_words, mood.high, mood.high_words) == (0, "None", 10, "The most")
    assert [point.words for point in mood.points] == ["The most", ""]
    assert mood.kind is SeriesKind.RATING


def test_a_number_without_ends_has_none():
    times = the_only(all_series([filled(DAY, 0, times=3.0)]))

    assert (times.low, times.high, times.low_words, times.high_words, times.unit) == (None, None, "", "", "times")
    assert times.key == "rating:core:day:times:-"


def test_a_score_says_how_many_rows_it_rests_on_and_its_rows_are_no_ratings():
    fillings = [
        filled(SHEET, 0, a=1.0, b=2.0, c=3.0),
        filled(SHEET, 1, a=1.0, b=2.0),
        filled(SHEET, 2, a=1.0, b=None),
        filled(SHEET, 3),
        filled(SHEET, 4, a=0.0, b=0.0, c=0.0),
    ]

    one = the_only(all_series(fillings))

    assert (one.kind, one.title, one.low, one.high, one.guarded) == (SeriesKind.SCORE, "A score", 0, 9, False)
    assert values(one) == [6, 5, None, None, 0]
    assert [point.estimated for point in one.points] == [False, True, False, False, False]
    assert [point.missing for point in one.points][2:4] == [Missing.TOO_FEW, Missing.BLANK]
    assert [(point.answered, point.of) for point in one.points][:3] == [(3, 3), (2, 3), (1, 3)]


def test_a_score_of_guarded_rows_alone_is_guarded():
    rows = [item(name, ItemType.SCALE, scale=TEN, guarded=True) for name in "abc"]
    sheet = form(*rows, form_id="core:sheet", kind=Kind.MEASURE, scores=(TOTAL,))

    assert the_only(all_series([filled(sheet, 0, a=1.0, b=1.0, c=1.0)])).guarded


def test_guarded_questions_are_marked():
    series = all_series([filled(CHECK_IN, 0, sick=1.0, unsafe=1.0)])

    assert [one.guarded for one in series] == [False, True]


def test_a_question_that_was_not_asked_is_no_place():
    more = item("more", ItemType.NUMBER, ask_if=Condition("mood", at_least=5))
    asked = form(MOOD, more, form_id="core:day", kind=Kind.MEASURE)

    series = all_series([filled(asked, 0, mood=6.0, more=2.0), filled(asked, 1, mood=1.0, more=9.0)])

    assert [values(one) for one in series] == [[6, 1], [2]]


def test_forms_of_other_kinds_and_questions_without_numbers_give_nothing():
    diary = form(MOOD, kind=Kind.REFLECTION)
    words = form(item("words"), kind=Kind.MEASURE)

    assert all_series([filled(diary, 0, mood=3.0), filled(words, 0, words=3.0)]) == ()


def test_ratings_come_before_scores_and_side_effects_last():
    fillings = [filled(CHECK_IN, 0, sick=1.0), filled(SHEET, 1, a=1.0, b=1.0, c=1.0), filled(DAY, 2, mood=1.0)]

    assert [one.kind for one in all_series(fillings)] == list(SeriesKind)

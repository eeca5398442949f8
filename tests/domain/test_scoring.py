import pytest

from kat_journal.domain.form import Method, ScoreRule
from kat_journal.domain.response import Answer
from kat_journal.domain.scoring import score
from tests.helpers.forms import answers, numbers


def rule(method=Method.SUM, **changes):
    return ScoreRule("total", "Total", method, ("a", "b", "c", "d"), 0, 12, **changes)


def test_a_sum_is_the_sum_of_its_rows():
    told = score(rule(), numbers(a=1, b=2, c=3, d=0, other=9))

    assert (told.value, told.answered, told.of, told.estimated) == (6, 4, 4, False)


@pytest.mark.parametrize(("method", "value"), [(Method.MEAN, 1.5), (Method.MAX, 3)])
def test_other_methods_do_what_their_name_says(method, value):
    assert score(rule(method), numbers(a=1, b=2, c=3, d=0)).value == value


def test_a_factor_is_applied_last():
    assert score(rule(multiply=4), numbers(a=1, b=2, c=3, d=0)).value == 24


def test_a_missing_row_is_never_counted_as_zero():
    told = score(rule(), numbers(a=3, b=3, c=3))

    assert (told.value, told.answered, told.of) == (None, 3, 4)


def test_a_skipped_row_is_missing():
    skipped = answers(Answer("d", number=0, skipped=True))

    assert score(rule(), numbers(a=3, b=3, c=3) | skipped).value is None


def test_a_sum_may_make_up_for_missing_rows_in_proportion_and_says_so():
    told = score(rule(max_missing=1, prorate=True), numbers(a=3, b=3, c=3))

    assert (told.value, told.estimated) == (12, True)


def test_half_a_point_is_rounded_up():
    assert score(rule(max_missing=2, prorate=True), numbers(a=1, b=1, c=0)).value == 3  # 2.67
    assert score(rule(max_missing=3, prorate=True), numbers(a=1, b=0, c=1)).value == 3
    sums = ScoreRule("total", "Total", Method.SUM, ("a", "b", "c"), 0, 9, max_missing=1, prorate=True)
    assert score(sums, numbers(a=1, b=2)).value == 5  # 4.5


def test_a_mean_of_fewer_rows_is_a_mean_all_the_same():
    told = score(rule(Method.MEAN, max_missing=1, prorate=True), numbers(a=1, b=2, c=3))

    assert (told.value, told.estimated) == (2, True)


def test_too_many_missing_rows_make_no_score():
    assert score(rule(max_missing=1, prorate=True), numbers(a=3, b=3)).value is None


def test_rows_may_not_be_missing_where_the_rule_does_not_make_up_for_them():
    assert score(rule(max_missing=2), numbers(a=3, b=3, c=3)).value is None


def test_no_answer_at_all_makes_no_score():
    assert score(rule(max_missing=4, prorate=True), {}).value is None

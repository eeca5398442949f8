"""The score sheets against tables made here from the published rules, and the traps that others fell into.

The tables are made with whole numbers alone and share nothing with the program but the ids of the rows.
"""

import re
from dataclasses import fields
from itertools import combinations, product

import pytest

from kat_journal.content.library import load_library
from kat_journal.domain.form import Kind, Method, ScoreRule
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer
from kat_journal.domain.scoring import score

PHQ_9 = ("interest", "low-mood", "sleep", "energy", "appetite", "self-view", "concentration", "pace", "thoughts")
GAD_7 = ("on-edge", "stopping-worry", "amount-of-worry", "relaxing", "restlessness", "irritability", "dread")
PCL_5 = tuple(f"row-{number}" for number in range(1, 21))
WHO_5 = PCL_5[:5]
# Rows, highest answer of a row, how many may be missing, highest score.
PRORATED = {"phq-9": (PHQ_9, 3, 2, 27), "phq-8": (PHQ_9[:8], 3, 2, 24), "gad-7": (GAD_7, 3, 1, 21)}
SHEETS = (*PRORATED, "pcl-5", "who-5")


@pytest.fixture(scope="module")
def library(resources):
    return load_library(resources)


def made(library, name, values, rule="total"):
    """What the sheet makes of these numbers; None is a row without an answer."""
    form = library.form(f"core:{name}")
    [found] = [one for one in form.scores if one.id == rule]
    return score(
        found, {ItemId(row): Answer(ItemId(row), number=value) for row, value in values.items() if value is not None}
    )


def fillings(rows, highest):
    """One filling of these rows for every total that they can have, from the first row up."""
    for total in range(highest * len(rows) + 1):
        yield total, {row: min(highest, max(0, total - highest * place)) for place, row in enumerate(rows)}


@pytest.mark.parametrize("name", PRORATED)
def test_every_total_of_every_pattern_of_missing_rows(library, name):
    rows, highest, may_miss, _ = PRORATED[name]
    for count in range(len(rows) + 1):
        for answered in combinations(rows, count):
            missing = tuple(place for place, row in enumerate(rows, start=1) if row not in answered)
            for total, values in fillings(answered, highest):
                told = made(library, name, values)
                # n rows of N: total * N / n, a half rounded up, in whole numbers.
                prorated = (2 * total * len(rows) + count) // (2 * count) if count >= len(rows) - may_miss else None
                assert (told.value, told.answered, told.of) == (prorated, count, len(rows))
                assert (told.estimated, told.missing) == (0 < len(missing) <= may_miss, missing)


@pytest.mark.parametrize("name", PRORATED)
def test_the_order_of_the_answers_does_not_matter(library, name):
    rows, highest, _, most = PRORATED[name]
    for values in (tuple(n % (highest + 1) for n in range(len(rows))), (highest,) * len(rows), (0,) * len(rows)):
        for turned in (values, values[::-1]):
            assert made(library, name, dict(zip(rows, turned, strict=True))).value == sum(values) <= most


@pytest.mark.parametrize(
    ("name", "values", "estimate"),
    [
        ("phq-9", [1] * 8, 9),
        ("phq-9", [3, 3, 2, 0, 0, 0, 0], 10),  # 8 * 9 / 7 = 10.29
        ("phq-9", [1, 1, 1, 1, 0, 0, 0, 0], 5),  # 4.5 rounded up
        ("phq-8", [1, 0, 0, 0, 0, 0], 1),  # 1.33
        ("phq-8", [3, 3, 3, 0, 0, 0], 12),
        ("gad-7", [3, 0, 0, 0, 0, 0], 4),  # 3.5 rounded up
        ("gad-7", [3, 3, 3, 3, 3, 3], 21),
    ],
)
def test_estimates_worked_out_by_hand(library, name, values, estimate):
    rows = PRORATED[name][0]

    told = made(library, name, dict(zip(rows, values, strict=False)))

    assert (told.value, told.estimated) == (estimate, True)


def test_the_pcl_5_needs_all_twenty_rows(library):
    for total, values in fillings(PCL_5, 4):
        assert made(library, "pcl-5", values).value == total
    for missing in [*combinations(PCL_5, 1), *combinations(PCL_5, 2), PCL_5[1:], PCL_5]:
        told = made(library, "pcl-5", {row: 2 for row in PCL_5 if row not in missing})
        assert (told.value, told.answered) == (None, 20 - len(missing))


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [("rows-1-to-5", 1, 5), ("rows-6-and-7", 6, 7), ("rows-8-to-14", 8, 14), ("rows-15-to-20", 15, 20)],
)
def test_the_clusters_of_the_pcl_5_are_their_own_rows(library, rule, first, last):
    values = {row: place % 5 for place, row in enumerate(PCL_5)}
    own = [values[f"row-{number}"] for number in range(first, last + 1)]

    assert made(library, "pcl-5", values, rule).value == sum(own)
    assert made(library, "pcl-5", values | {f"row-{last}": None}, rule).value is None
    beside = PCL_5[0] if first > 1 else PCL_5[-1]
    assert made(library, "pcl-5", values | {beside: None}, rule).value == sum(own)


def test_the_who_5_is_the_sum_times_four(library):
    for values in product(range(6), repeat=5):
        assert made(library, "who-5", dict(zip(WHO_5, values, strict=True))).value == 4 * sum(values)


def test_the_who_5_needs_all_five_rows(library):
    for count in range(5):
        for answered in combinations(WHO_5, count):
            assert made(library, "who-5", dict.fromkeys(answered, 5)).value is None


# ---- traps


def test_the_who_5_does_not_begin_at_five(library):
    """Some calculators take five off first: the least would then be asked for as one."""
    assert made(library, "who-5", dict.fromkeys(WHO_5, 0)).value == 0
    assert made(library, "who-5", dict.fromkeys(WHO_5, 1)).value == 20
    assert made(library, "who-5", dict.fromkeys(WHO_5, 5)).value == 100


def test_more_is_better_on_the_who_5_alone(library):
    better = {name: {rule.better for rule in library.form(f"core:{name}").scores} for name in SHEETS}

    assert better == {name: {"higher" if name == "who-5" else "lower"} for name in SHEETS}


@pytest.mark.parametrize("name", ["phq-9", "phq-8"])
def test_the_difficulty_row_is_never_part_of_the_total(library, name):
    rows = PRORATED[name][0]
    [row] = [item for item in library.form(f"core:{name}").items if item.id == "difficulty"]

    assert made(library, name, dict.fromkeys(rows, 1) | {"difficulty": 3}).value == len(rows)
    assert made(library, name, {"difficulty": 3}).value is None
    assert "not part of the total" in row.ask


def test_row_nine_is_never_filled_in_silently(library, messages):
    from kat_journal.domain.composing.words import score_words

    told = made(library, "phq-9", dict.fromkeys(PHQ_9[:8], 2))

    assert told.missing == (9,)
    assert score_words(told, messages) == "18 of 27, 8 of 9 answered, estimated without row 9"


def test_the_phq_8_has_no_row_nine_and_no_card(library):
    form = library.form("core:phq-8")

    assert [item.id for item in form.items] == [*PHQ_9[:8], "difficulty"]
    assert (form.flags, [item for item in form.items if item.guarded]) == ((), [])


def test_there_is_arithmetic_and_no_rule_of_diagnosis(library):
    """A sum is all that a sheet can make; what a rule could hold beyond that is listed here."""
    rules = [rule for name in SHEETS for rule in library.form(f"core:{name}").scores]

    assert {rule.method for rule in rules} == {Method.SUM}
    assert {field.name for field in fields(ScoreRule)} == {
        "id",
        "title",
        "method",
        "items",
        "low",
        "high",
        "better",
        "max_missing",
        "prorate",
        "multiply",
        "source",
        "loinc",
    }


BANDS = re.compile(r"\b(minimal|mild|moderate\w*|severe\w*|cut-?off|threshold|normal|clinical\w*|diagnos\w*)\b", re.I)


def test_no_sheet_has_a_band_or_a_word_of_the_questionnaire(library):
    """So no band can end at the wrong number, such as 15 for the middle of the PHQ-9, and no 0 has a longer name."""
    for name in SHEETS:
        form = library.form(f"core:{name}")
        words = [form.title, form.about, *(item.ask for item in form.items), *(item.hint for item in form.items)]
        assert [text for text in words if BANDS.search(text)] == []
        assert [item.hint for item in form.items if item.hint] == []
        for item in form.items:
            assert [point.text for point in item.scale.points] == [str(point.value) for point in item.scale.points]
            assert item.scale.points[0].value == 0
            assert len(item.ask.split()) <= 7
            assert "?" not in item.ask


def test_rows_whose_words_may_not_be_carried_are_numbers_alone(library):
    for name, count in [("pcl-5", 20), ("who-5", 5)]:
        asked = [item.ask for item in library.form(f"core:{name}").items]
        assert asked == [f"Row {number}" for number in range(1, count + 1)]


@pytest.mark.parametrize(("name", "highest"), [(name, 3) for name in PRORATED] + [("pcl-5", 4), ("who-5", 5)])
def test_a_sheet_takes_the_numbers_of_its_form_and_no_others(library, name, highest):
    form = library.form(f"core:{name}")

    assert {item.scale.points[-1].value for item in form.items} == {highest}
    assert {len(item.scale.points) for item in form.items} == {highest + 1}


def test_a_sheet_says_where_the_numbers_come_from_and_which_time_they_cover(library):
    for name in SHEETS:
        form = library.form(f"core:{name}")
        assert "Fill in the form that your clinic gave you, then copy your numbers here" in form.about
        assert ("the month before today" if name == "pcl-5" else "the two weeks before today") in form.about


def test_sheets_wait_for_a_request_and_come_at_most_weekly(library):
    measures = [form for form in library.forms.values() if form.on_request]

    assert {form.id for form in measures} == {f"core:{name}" for name in SHEETS}
    assert all(form.kind is Kind.MEASURE and form.timing.every >= 7 for form in measures)

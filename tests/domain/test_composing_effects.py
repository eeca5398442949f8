from datetime import timedelta

import pytest

from kat_journal.domain.composing.bother import effect_words
from kat_journal.domain.material import effects_key
from kat_journal.domain.response import NOTICED, Answer
from kat_journal.domain.summary import Paragraph, Quote
from tests.golden import fictional as f
from tests.golden import fictional_forms as forms
from tests.helpers.summaries import alone, blocks

LEGEND = (
    "Each column is a session. Each cell is my worst answer in its check-ins that are in this document, and my last"
    " word on whether it is gone. How much it bothered me: 0 Not at all, 1 A little, 2 Noticeable, 3 Hard,"
    " 4 Overwhelming. Blank: no answer, which is not 0."
)
SKIPPED = " Skipped: I chose not to answer."


def test_effects_have_a_row_for_each_symptom_and_a_column_for_each_session(made):
    legend, table, zeros = blocks(made({"effects:c1", "effects:c2", "effects:c3"}), "Unwanted effects")
    assert legend == Paragraph(LEGEND + SKIPPED)
    assert table.header == ("Effect", "Tue 2026-11-03", "Fri 2026-11-06", "Sun 2026-11-22")
    assert table.rows == (
        ("Check-ins up to", "Wed 2026-11-04", "Sat 2026-11-07", "Mon 2026-11-23"),
        ("Feeling sick", "3, gone", "1, partly gone", "2, not gone"),
        ("Headache", "0", "skipped", "2"),
    )
    assert zeros == Paragraph("0 in every column, each time that I answered: Dizzy.")


def test_the_check_ins_that_are_not_in_the_document_say_nothing(made):
    legend, table = blocks(made({"effects:c3"}), "Unwanted effects")[:2]
    assert legend == Paragraph(LEGEND)
    assert table.header == ("Effect", "Sun 2026-11-22")
    assert table.rows[0] == ("Check-ins up to", "Mon 2026-11-23")


def test_a_check_in_without_a_session_has_the_column_of_its_day(made):
    pair = tuple(
        f.answered(uid, f.CHECK_IN, f.S1, f.said("nausea", number=1.0), session_id=n)
        for uid, n in (("c1", 2), ("c2", None))
    )
    legend, table = blocks(made({"effects:c1", "effects:c2"}, answered=pair), "Unwanted effects")
    assert legend.text.startswith("Each column is a session, or the day of a check-in without one. Each cell is")
    assert table.header == ("Effect", "Tue 2026-11-03", "Fri 2026-11-06")
    assert table.rows[0] == ("Check-ins up to", "Tue 2026-11-03", "Tue 2026-11-03")


def test_blank_is_no_answer_and_never_zero(made):
    first = f.answered("c1", f.CHECK_IN, f.S1, f.said("nausea", number=0.0), session_id=1)
    second = f.answered("c2", f.CHECK_IN, f.S2, f.said("dizzy", number=1.0), session_id=2)
    legend, table = blocks(made({"effects:c1", "effects:c2"}, answered=(first, second)), "Unwanted effects")
    assert legend == Paragraph(LEGEND)
    assert table.rows == (("Feeling sick", "0", ""), ("Dizzy", "", "1"))


def test_effects_that_were_zero_every_time_stand_in_one_line_below(made):
    zeros = (f.said("nausea", number=0.0), f.said("dizzy", number=0.0))
    one = f.answered("c1", f.CHECK_IN, f.S1, *zeros, f.said("headache", number=1.0), session_id=1)
    _, table, below = blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")
    assert table.rows == (("Headache", "1"),)
    assert below == Paragraph("0 in every column, each time that I answered: Feeling sick; Dizzy.")


def test_nothing_but_zeros_is_a_table_of_zeros(made):
    one = f.answered("c1", f.CHECK_IN, f.S1, f.said("nausea", number=0.0), session_id=1)
    assert blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")[1].rows == (("Feeling sick", "0"),)


def test_the_worst_of_a_session_counts_and_the_last_word_on_gone(made):
    several = tuple(
        f.answered(uid, f.CHECK_IN, day, f.said("nausea", number=n, gone=gone), session_id=1)
        for uid, day, n, gone in (("c1", f.S1, 1.0, "no"), ("c2", f.S2, 3.0, "yes"), ("c3", f.S3, 0.0, ""))
    )
    table = blocks(made({"effects:c1", "effects:c2", "effects:c3"}, answered=several), "Unwanted effects")[1]
    assert table.rows[1:] == (("Feeling sick", "3, gone"),)


DAYS = (f.S1, f.S2, f.S3)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([(2, "no")], "2, not gone"),
        ([(2, "partly")], "2, partly gone"),
        ([(2, "unknown")], "2, not sure if gone"),
        ([(2, "")], "2"),
        ([(0, "")], "0"),
        ([(0, "no")], "0"),
        ([(2, "no"), (None, "")], "2, not gone on 2026-11-03"),
        ([(2, "no"), (1, "")], "2, not gone on 2026-11-03"),
        ([(2, "no"), (1, "partly")], "2, partly gone"),
        ([(2, "no"), (0, "")], "2, later 0"),
        ([(2, ""), (0, "")], "2, later 0"),
        ([(2, "yes"), (0, "")], "2, gone"),
        ([(2, "yes"), (None, "")], "2, gone"),
        ([(2, "yes"), (1, "")], "2"),
        ([(2, "yes"), (1, ""), (0, "")], "2, later 0"),
        ([(0, ""), (3, "no")], "3, not gone"),
    ],
)
def test_the_last_word_on_gone_stands_until_an_answer_says_otherwise_and_has_its_day(messages, told, words):
    answers = [
        (day, f.said("nausea", skipped=True) if number is None else f.said("nausea", number=float(number), gone=gone))
        for day, (number, gone) in zip(DAYS, told, strict=False)
    ]
    assert effect_words(answers, answers[-1][0], messages) == words


def test_a_fifth_session_goes_into_a_second_table(made):
    days = [f.S1 + timedelta(days=n) for n in range(5)]
    check_ins = tuple(f.answered(f"c{n}", f.CHECK_IN, day, f.said("nausea", number=2.0)) for n, day in enumerate(days))
    check_ins += (f.answered("c9", f.CHECK_IN, days[0], f.said("headache", number=1.0)),)
    keys = {f"effects:c{n}" for n in (0, 1, 2, 3, 4, 9)}
    _, first, second = blocks(made(keys, answered=check_ins, sessions=()), "Unwanted effects")
    assert (len(first.header), len(second.header)) == (5, 2)
    assert [row[0] for row in second.rows] == ["Feeling sick"]


def test_a_guarded_effect_leaves_only_by_its_own_tick(made):
    table = blocks(made({"effects:c2"}), "Unwanted effects")[1]
    assert [row[0] for row in table.rows[1:]] == ["Feeling sick", "Headache"]
    _, own, note = blocks(made({"answer:c2:craving"}), "Unwanted effects")
    assert own.rows == (("Check-ins up to", "Sat 2026-11-07"), ("Craving", "2"))
    assert note.words == "Only for an hour."


def test_a_note_beside_an_effect_leaves_without_its_number(made):
    assert blocks(made({"answer:c1:nausea"}), "Unwanted effects") == (
        Quote("Until late in the evening.", "Wed 2026-11-04, session of Tue 2026-11-03. Feeling sick"),
    )


def test_an_answer_of_another_type_among_the_effects_is_quoted(made):
    assert blocks(made({"answer:c3:home"}), "Unwanted effects")[0].words == "Yes\nAnna drove."


def test_an_effect_without_a_scale_has_no_legend_of_points(made):
    plain_form = forms.form("x", forms.item("itch", forms.ItemType.SYMPTOM, "Itching"))
    one = f.answered("c1", plain_form, f.S1, f.said("itch", number=2.0))
    legend, table = blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")
    assert legend.text == LEGEND.replace(
        "is a session.", "is a session, or the day of a check-in without one."
    ).replace(" How much it bothered me: 0 Not at all, 1 A little, 2 Noticeable, 3 Hard, 4 Overwhelming.", "")
    assert table.rows == (("Itching", "2"),)


def test_an_effect_that_was_noticed_and_not_rated_is_said_so_and_never_zero(made):
    seen = f.answered("noticed", f.CHECK_IN, f.S1, Answer("nausea", options=(NOTICED,)))
    [_, table, *_] = blocks(made({effects_key(seen.response.uid)}, **alone(seen)), "Unwanted effects")
    assert table.rows[0][1] == "noticed, not rated"

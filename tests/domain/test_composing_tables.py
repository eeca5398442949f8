from dataclasses import replace
from datetime import timedelta

from kat_journal.domain.composing import Choice
from kat_journal.domain.form import Section
from kat_journal.domain.material import effects_key
from kat_journal.domain.response import NOTICED, Answer
from kat_journal.domain.summary import Paragraph, Quote, Table
from tests.golden import fictional as f
from tests.golden import fictional_forms as forms
from tests.helpers.summaries import ORDER, alone, blocks

# ---- sessions


def test_up_to_four_sessions_stand_side_by_side(made):
    table = blocks(made({"session:s1", "session:s3", "answer:r1:route", "answer:r3:how-it-was"}), "Sessions")[0]
    assert table == Table(
        ("Session", "Tue 2026-11-03", "Sun 2026-11-22"),
        (
            ("How was the medicine given?", "Nasal spray", "Nasal spray"),
            ("How was it for you?", "", "5 of 10, Some of both"),
        ),
    )


def test_more_sessions_have_a_row_each(made):
    days = [f.S1 + timedelta(days=n) for n in range(5)]
    sessions = tuple(f.session(n + 1, day) for n, day in enumerate(days))
    table = blocks(made({f"session:s{n}" for n in range(1, 6)}, sessions=sessions, answered=()), "Sessions")[0]
    assert table.header == ("Session", "How the medicine was given")
    assert [row[0] for row in table.rows] == [f"{d:%a} {d.isoformat()}" for d in days]


def test_a_session_of_which_nothing_else_is_told_is_a_date(made):
    sessions = (replace(f.session(1, f.S1), route=""),)
    table = blocks(made({"session:s1"}, sessions=sessions, answered=()), "Sessions")[0]
    assert table == Table(("Session",), (("Tue 2026-11-03",),))


def test_an_unticked_route_does_not_leave_with_the_date(made):
    assert blocks(made({"session:s1"}), "Sessions")[0] == Table(("Session",), (("Tue 2026-11-03",),))


def test_a_route_of_another_pack_stands_as_it_is(made):
    sessions = (f.session(1, f.S1, route="by-owl"),)
    assert blocks(made({"session:s1"}, sessions=sessions, answered=()), "Sessions")[0].rows[0][1] == "by-owl"


def test_an_answer_about_a_session_shows_its_date_without_its_tick(made):
    table = blocks(made({"answer:i1:intention"}), "Sessions")[0]
    assert table == Table(("Session", "Tue 2026-11-03"), (("Which direction?", "Be kind to the tired part."),))


def test_two_answers_to_one_question_share_a_cell(made):
    pair = tuple(f.answered(uid, f.INTENTION, f.S1, f.said("intention", uid), session_id=1) for uid in ("i1", "i2"))
    table = blocks(made({"answer:i1:intention", "answer:i2:intention"}, answered=pair), "Sessions")[0]
    assert table.rows == (("Which direction?", "i1\ni2"),)


def test_a_long_answer_or_one_without_a_session_is_quoted_below(made):
    long = f.answered("i1", f.INTENTION, f.S1, f.said("intention", "long " * 20), session_id=1)
    loose = f.answered("i2", f.INTENTION, f.S1, f.said("intention", "short"))
    found = blocks(made({"answer:i1:intention", "answer:i2:intention"}, answered=(long, loose)), "Sessions")
    assert [block.words for block in found] == ["long " * 20, "short"]


# ---- unwanted effects


def test_effects_have_a_row_for_each_symptom_and_a_column_for_each_session(made):
    legend, table, zeros = blocks(made({"effects:c1", "effects:c2", "effects:c3"}), "Unwanted effects")
    assert legend.text.endswith("0 Not at all, 1 A little, 2 Noticeable, 3 Hard, 4 Overwhelming. Blank: not asked.")
    assert table.header == ("Effect", "Tue 2026-11-03", "Fri 2026-11-06", "Sun 2026-11-22")
    assert table.rows == (
        ("Feeling sick", "3, gone", "1, partly gone", "2, not gone"),
        ("Headache", "0", "skipped", "2"),
    )
    assert zeros == Paragraph("0 in each of these sessions: Dizzy.")


def test_blank_is_not_asked_and_never_zero(made):
    first = f.answered("c1", f.CHECK_IN, f.S1, f.said("nausea", number=0.0), session_id=1)
    second = f.answered("c2", f.CHECK_IN, f.S2, f.said("dizzy", number=1.0), session_id=2)
    table = blocks(made({"effects:c1", "effects:c2"}, answered=(first, second)), "Unwanted effects")[1]
    assert table.rows == (("Feeling sick", "0", ""), ("Dizzy", "", "1"))


def test_effects_that_were_zero_every_time_stand_in_one_line_below(made):
    zeros = (f.said("nausea", number=0.0), f.said("dizzy", number=0.0))
    one = f.answered("c1", f.CHECK_IN, f.S1, *zeros, f.said("headache", number=1.0), session_id=1)
    _, table, below = blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")
    assert table.rows == (("Headache", "1"),)
    assert below == Paragraph("0 in each of these sessions: Feeling sick, Dizzy.")


def test_nothing_but_zeros_is_a_table_of_zeros(made):
    one = f.answered("c1", f.CHECK_IN, f.S1, f.said("nausea", number=0.0), session_id=1)
    assert blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")[1].rows == (("Feeling sick", "0"),)


def test_the_worst_of_a_session_counts_and_the_last_word_on_gone(made):
    several = tuple(
        f.answered(uid, f.CHECK_IN, day, f.said("nausea", number=n, gone=gone), session_id=1)
        for uid, day, n, gone in (("c1", f.S1, 1.0, "no"), ("c2", f.S2, 3.0, "yes"), ("c3", f.S3, 0.0, ""))
    )
    table = blocks(made({"effects:c1", "effects:c2", "effects:c3"}, answered=several), "Unwanted effects")[1]
    assert table.rows == (("Feeling sick", "3, gone"),)


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
    assert [row[0] for row in table.rows] == ["Feeling sick", "Headache"]
    _, own, note = blocks(made({"answer:c2:craving"}), "Unwanted effects")
    assert own.rows == (("Craving", "2"),)
    assert note.words == "Only for an hour."


def test_a_note_beside_an_effect_leaves_without_its_number(made):
    assert blocks(made({"answer:c1:nausea"}), "Unwanted effects") == (
        Quote("Until late in the evening.", "Wed 2026-11-04. Feeling sick"),
    )


def test_an_answer_of_another_type_among_the_effects_is_quoted(made):
    assert blocks(made({"answer:c3:home"}), "Unwanted effects")[0].words == "Yes\nAnna drove."


def test_an_effect_without_a_scale_has_no_legend_of_points(made):
    plain_form = forms.form("x", forms.item("itch", forms.ItemType.SYMPTOM, "Itching"))
    one = f.answered("c1", plain_form, f.S1, f.said("itch", number=2.0))
    legend, table = blocks(made({"effects:c1"}, answered=(one,)), "Unwanted effects")
    assert legend.text == "How much it bothered me: . Blank: not asked."
    assert table.rows == (("Itching", "2"),)


# ---- numbers


def numbers(summary):
    return blocks(summary, "Numbers, copied by me")


def test_numbers_show_first_previous_and_last_with_their_range(made):
    (table,) = numbers(made({"score:m0:total", "score:m1:total", "score:m2:total", "score:m3:total"}))
    assert table == Table(
        ("Number", "First", "Previous", "Last"),
        (
            (
                "PHQ-9",
                "Tue 2026-09-01: 8 of 9, 3 of 3 answered",
                "Mon 2026-11-02: 6 of 9, 3 of 3 answered",
                "Wed 2026-11-18: 3 of 9, 2 of 3 answered, estimated",
            ),
        ),
    )


def test_two_numbers_are_first_and_last_and_one_is_the_last(made):
    assert numbers(made({"score:m0:total", "score:m2:total"}))[0].header == ("Number", "First", "Last")
    assert numbers(made({"score:m2:total"}))[0].header == ("Number", "Last")


def test_single_rows_leave_only_if_chosen(made):
    assert "1 Interest" not in str(numbers(made({"score:m2:total"})))
    (table,) = numbers(made({"answer:m2:one", "answer:m3:one"}))
    assert table.rows == (("1 Interest", "Mon 2026-11-02: 2 of 3", "Wed 2026-11-18: 1 of 3"),)


def test_a_range_that_does_not_start_at_zero_is_named(made):
    scored = replace(f.MEASURE, scores=(replace(f.MEASURE.scores[0], low=3, high=9, method=forms.Method.MEAN),))
    one = f.answered(
        "m2", scored, f.S1, *(f.said(name, number=n) for name, n in (("one", 1.0), ("two", 1.0), ("three", 3.0)))
    )
    (table,) = numbers(made({"score:m2:total"}, answered=(one,), earlier=()))
    assert table.rows[0][1] == "Tue 2026-11-03: 1.67 in a range of 3 to 9, 3 of 3 answered"


def test_a_score_with_too_many_rows_missing_is_no_number(made):
    one = f.answered("m2", f.MEASURE, f.S1, f.said("one", number=3.0))
    assert numbers(made({"score:m2:total"}, **alone(one))) == ()


def test_sources_stand_below_only_if_wanted(made):
    assert len(numbers(made({"score:m2:total"}))) == 1
    footnote = numbers(made({"score:m2:total"}, Choice(footnotes=True)))[1]
    assert footnote == Paragraph("Sources: PHQ-9: Kroenke 2001.")
    assert len(numbers(made({"answer:m2:one"}, Choice(footnotes=True)))) == 1


def test_a_note_beside_a_number_is_quoted_and_words_among_the_numbers_too(made):
    asked = forms.form(
        "day",
        forms.item("walks", forms.ItemType.NUMBER, "Walks", unit="times", note=True),
        forms.item("sleep", forms.ItemType.TEXT, "Sleep", section=Section.NUMBERS),
    )
    one = f.answered("d1", asked, f.S1, f.said("walks", number=3.0, note="With the dog."), f.said("sleep", "Well."))
    table, note, words = numbers(made({"answer:d1:walks", "answer:d1:sleep"}, **alone(one)))
    assert table.rows == (("Walks", "Tue 2026-11-03: 3 times"),)
    assert (note.words, words.words) == ("With the dog.", "Well.")


def test_no_and_yes_are_said_in_words(made):
    asked = forms.form("list", forms.item("ready", forms.ItemType.YES_NO, "Ready?"))
    one = f.answered("l1", asked, f.S1, f.said("ready", number=0.0))
    assert blocks(made({"answer:l1:ready"}, **alone(one)), ORDER[8])[0].words == "No"


def test_an_effect_that_was_noticed_and_not_rated_is_said_so_and_never_zero(made):
    seen = f.answered("noticed", f.CHECK_IN, f.S1, Answer("nausea", options=(NOTICED,)))
    [_, table, *_] = blocks(made({effects_key(seen.response.uid)}, **alone(seen)), "Unwanted effects")
    assert table.rows[0][1] == "noticed, not rated"

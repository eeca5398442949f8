from dataclasses import replace
from datetime import timedelta

from kat_journal.domain.composing import Choice
from kat_journal.domain.form import Section
from kat_journal.domain.summary import Paragraph, Table
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
            ("How it was (0 As hard as I can imagine, 10 As easy as I can imagine)", "", "5 of 10, Some of both"),
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
    assert table == Table(("Session", "Tue 2026-11-03"), (("Intention", "Be kind to the tired part."),))


def test_two_answers_to_one_question_share_a_cell(made):
    pair = tuple(f.answered(uid, f.INTENTION, f.S1, f.said("intention", uid), session_id=1) for uid in ("i1", "i2"))
    table = blocks(made({"answer:i1:intention", "answer:i2:intention"}, answered=pair), "Sessions")[0]
    assert table.rows == (("Intention", "i1\ni2"),)


def test_a_long_answer_or_one_without_a_session_is_quoted_below(made):
    long = f.answered("i1", f.INTENTION, f.S1, f.said("intention", "long " * 20), session_id=1)
    loose = f.answered("i2", f.INTENTION, f.S1, f.said("intention", "short"))
    found = blocks(made({"answer:i1:intention", "answer:i2:intention"}, answered=(long, loose)), "Sessions")
    assert [block.words for block in found] == ["long " * 20, "short"]


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
                "Wed 2026-11-18: 3 of 9, 2 of 3 answered, estimated without row 3",
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


def test_the_ends_of_a_scale_are_named_once_where_they_have_words_of_their_own(made):
    half = forms.Scale("half", (forms.Point(0, "None"), forms.Point(1, "1")))
    asked = forms.form(
        "day",
        forms.item("mood", forms.ItemType.SCALE, "How is your mood?", scale=forms.FELT, label="Mood"),
        forms.item("pain", forms.ItemType.SCALE, "Pain", scale=half),
        forms.item("walks", forms.ItemType.NUMBER, "How many walks?", label="Walks"),
        forms.item("free", forms.ItemType.SCALE, "No scale"),
    )
    said = tuple(f.said(name, number=1.0) for name in ("mood", "pain", "walks", "free"))
    pair = (f.answered("d1", asked, f.S1, *said), f.answered("d2", asked, f.S2, *said))
    keys = {f"answer:{uid}:{one.item_id}" for uid in ("d1", "d2") for one in said}
    assert [row[0] for row in numbers(made(keys, **alone(*pair)))[0].rows] == [
        "Mood (0 As hard as I can imagine, 10 As easy as I can imagine)",
        "Pain (0 None)",
        "Walks",
        "No scale",
    ]


def test_no_and_yes_are_said_in_words(made):
    asked = forms.form("list", forms.item("ready", forms.ItemType.YES_NO, "Ready?"))
    one = f.answered("l1", asked, f.S1, f.said("ready", number=0.0))
    assert blocks(made({"answer:l1:ready"}, **alone(one)), ORDER[8])[0].words == "No"

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.choosing import candidates
from kat_journal.domain.composing import Choice, Heading, compose
from kat_journal.domain.composing.offered import offered_keys
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.form import Condition, Section
from kat_journal.domain.material import Material, Period
from kat_journal.domain.summary import Numbered, Paragraph, Quote, Table
from kat_journal.export.formats import markdown
from tests.golden import fictional as f

NOTHING = frozenset()
EVERYTHING = offered_keys(f.material())
ORDER = [
    "If we had ten minutes",
    "Last and next session",
    "Please look at first",
    "Since last time",
    "Questions I want to ask",
    "Numbers, copied by me",
    "Sessions",
    "Unwanted effects",
    "In my own words",
    "What I tried, and my next small step",
    "What I would like different",
]


@pytest.fixture
def made(messages):
    """Composes the fictional journal, or one that differs a little."""

    def make(chosen=EVERYTHING, choice=None, **changes):
        return compose(f.material(**changes), frozenset(chosen), choice or Choice(), messages)

    return make


def blocks(summary, heading):
    return next((section.blocks for section in summary.sections if section.heading == heading), ())


def text_of(summary, messages):
    return markdown.render(summary, messages).decode()


def alone(*answered):
    """A journal that holds nothing but these responses."""
    return {"answered": answered, "earlier": (), "sessions": (), "practices": (), "questions": ()}


# ---- the order, and what is always there


def test_the_sections_stand_in_the_order_that_a_clinician_needs(made):
    assert [section.heading for section in made().sections] == ORDER


def test_an_empty_section_is_absent(made):
    summary = made({"answer:a1:since"}, sessions=())
    assert [section.heading for section in summary.sections] == ["Since last time"]


def test_with_nothing_chosen_only_the_frame_is_there(made):
    summary = made(NOTHING)
    assert [section.heading for section in summary.sections] == ["Last and next session"]
    assert summary.closing[-1] == Paragraph(
        "If a topic is missing here, that means only that it is not in this document."
    )


def test_keys_that_name_nothing_are_passed_over(made):
    assert made({"answer:gone:gone", "score:x:y"}) == made(NOTHING)


def test_it_says_whose_it_is_which_days_and_when_it_was_made(made):
    first, second = made().opening
    assert first == Paragraph("J. M. M., Fri 2026-10-30 to Mon 2026-11-23. Made on Mon 2026-11-23.")
    assert second == Paragraph("These are my own notes, not a clinical assessment.")


@pytest.mark.parametrize(
    ("heading", "name", "start"),
    [
        (Heading.NAME, "Jo  Marie Muster", "Jo Marie Muster, Fri"),
        (Heading.INITIALS, "Jo-Ann \u00f8rsted 3", "J. \u00d8., Fri"),
        (Heading.INITIALS, "", "Fri"),
        (Heading.NAME, " \n", "Fri"),
        (Heading.NOTHING, "Jo Marie Muster", "Fri"),
    ],
)
def test_the_name_stands_as_the_person_chose(made, heading, name, start):
    assert made(choice=Choice(heading), name=name).opening[0].text.startswith(start)


def test_last_and_next_session_leave_out_what_is_not_known(made):
    planned = (f.session(4, date(2026, 11, 23), SessionStatus.PLANNED),)
    missed = (f.session(4, date(2026, 11, 22), SessionStatus.PLANNED),)
    held = (f.session(1, f.TODAY),)
    dateless = (replace(f.session(1, f.TODAY), started_at=None, scheduled_at=None),)
    assert blocks(made(NOTHING, sessions=planned), ORDER[1]) == (Paragraph("Next session: Mon 2026-11-23."),)
    assert blocks(made(NOTHING, sessions=held), ORDER[1]) == (
        Paragraph("Last session: Mon 2026-11-23. Days since then: 0."),
    )
    assert blocks(made(NOTHING, sessions=missed + dateless), ORDER[1]) == ()


def test_what_was_left_out_is_counted_only_if_the_person_wants_it(made):
    chosen = {"answer:a1:since"}
    assert len(made(chosen).closing) == 2
    counted = made(chosen, Choice(count_left_out=True)).closing[1]
    assert counted == Paragraph(f"Parts I left out: {len(EVERYTHING) - 1}.")


# ---- the person's words


def test_please_look_at_first_is_there_only_if_something_was_put_there(made):
    assert blocks(made(EVERYTHING - {"answer:a1:first", "answer:a1:safe"}), ORDER[2]) == ()
    assert blocks(made({"answer:a1:first"}), ORDER[2])[0].words == "The headache came back."


def test_an_answer_and_a_question_can_be_moved_to_the_first_look(made):
    keys = frozenset({"answer:f3:came-up", "question:q1"})
    summary = made(keys, Choice(first_look=keys))
    assert [block.words[:12] for block in blocks(summary, ORDER[2])] == ["A coat on a ", "How many mor"]
    assert blocks(summary, ORDER[8]) == ()
    assert blocks(summary, ORDER[4]) == ()


def test_something_moved_but_not_chosen_stays_out(made):
    assert blocks(made(NOTHING, Choice(first_look=frozenset({"answer:f3:came-up"}))), ORDER[2]) == ()


def test_own_words_are_quoted_with_date_and_question(made):
    assert blocks(made({"answer:f3:other-ways"}), ORDER[8]) == (
        Quote("SECRET other ways", "Mon 2026-11-23. Two other ways to see it"),
    )


def test_chosen_options_show_their_words_and_a_note_stands_below(made):
    assert blocks(made({"answer:f3:feeling"}), ORDER[8])[0].words == "Calm, Sad"
    assert blocks(made({"answer:r3:who"}), ORDER[6])[-1].words == (
        "My therapist, Someone of my own\nAnna brought me home."
    )


def test_questions_are_numbered_one_to_a_line(made):
    assert blocks(made({"question:q1", "answer:a1:ask"}), ORDER[4]) == (
        Numbered(
            (
                "How many more sessions?",
                "Is it usual to feel flat on day 3?",
                "May I take something for the headache?",
            )
        ),
    )


def test_practices_say_when_they_were_last_done_and_never_how_often(made):
    assert blocks(made({"practice:p1", "practice:p2"}), ORDER[9]) == (
        Quote("Ten minutes at the window.", "A practice of mine, last done Fri 2026-11-20."),
        Quote("Ring my sister.", "A practice of mine."),
    )


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
    plain_form = f.form("x", f.item("itch", f.ItemType.SYMPTOM, "Itching"))
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
    scored = replace(f.MEASURE, scores=(replace(f.MEASURE.scores[0], low=3, high=9, method=f.Method.MEAN),))
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
    asked = f.form(
        "day",
        f.item("walks", f.ItemType.NUMBER, "Walks", unit="times", note=True),
        f.item("sleep", f.ItemType.TEXT, "Sleep", section=Section.NUMBERS),
    )
    one = f.answered("d1", asked, f.S1, f.said("walks", number=3.0, note="With the dog."), f.said("sleep", "Well."))
    table, note, words = numbers(made({"answer:d1:walks", "answer:d1:sleep"}, **alone(one)))
    assert table.rows == (("Walks", "Tue 2026-11-03: 3 times"),)
    assert (note.words, words.words) == ("With the dog.", "Well.")


def test_no_and_yes_are_said_in_words(made):
    asked = f.form("list", f.item("ready", f.ItemType.YES_NO, "Ready?"))
    one = f.answered("l1", asked, f.S1, f.said("ready", number=0.0))
    assert blocks(made({"answer:l1:ready"}, **alone(one)), ORDER[8])[0].words == "No"


# ---- laws


def _with_sentinels():
    """The fictional journal with a word of its own in every answer, note, question and practice."""
    found = {}

    def mark(key, words):
        found[key] = f"sentinel{len(found)}x"
        return found[key] if words else words

    responses = []
    for one in f.responses():
        answers = {}
        for item_id, answer in one.response.answers.items():
            key = f"answer:{one.response.uid}:{item_id}"
            field = "note" if answer.note else "text" if answer.text else ""
            answers[item_id] = replace(answer, **{field: mark(key, True)}) if field else answer
        responses.append(replace(one, response=replace(one.response, answers=answers)))
    stuff = f.material(answered=tuple(responses))
    practices = tuple(replace(one, words=mark(f"practice:{one.uid}", True)) for one in stuff.practices)
    questions = tuple(replace(one, words=mark(f"question:{one.uid}", True)) for one in stuff.questions)
    return replace(stuff, practices=practices, questions=questions), found


MARKED, SENTINELS = _with_sentinels()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(offered_keys(MARKED)))), st.sets(st.sampled_from(sorted(SENTINELS))))
def test_what_is_chosen_appears_once_and_what_is_not_appears_nowhere(messages, chosen, first):
    text = text_of(compose(MARKED, frozenset(chosen), Choice(first_look=frozenset(first)), messages), messages)
    for key, sentinel in SENTINELS.items():
        assert text.count(sentinel) == (key in chosen), key


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(EVERYTHING))), st.text(), st.text())
def test_nothing_that_stays_private_changes_a_byte(messages, chosen, one_text, other_text):
    def changed(text):
        answered = tuple(
            replace(
                one,
                response=replace(
                    one.response,
                    answers={
                        name: answer
                        if not answer.text or f"answer:{one.response.uid}:{name}" in chosen
                        else replace(answer, text=f"x{text}")
                        for name, answer in one.response.answers.items()
                    },
                ),
            )
            for one in f.responses()
        )
        return text_of(compose(f.material(answered=answered), frozenset(chosen), Choice(), messages), messages)

    assert changed(one_text) == changed(other_text)


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_outline_is_ours_whatever_is_written(messages, words):
    answered = (f.answered("f3", f.REFLECTION, f.S1, f.said("came-up", words), f.said("other-ways", words)),)
    stuff = Material(f.PERIOD, f.TODAY, answered=answered, name=words)
    keys = frozenset({"answer:f3:came-up", "answer:f3:other-ways"})
    text = text_of(compose(stuff, keys, Choice(Heading.NAME), messages), messages)
    assert re.findall(r"^#+ .*", text, re.MULTILINE) == [
        "# Notes for my appointment, 2026-10-30 to 2026-11-23",
        "## In my own words",
    ]


def test_every_candidate_is_a_key_that_can_be_chosen(messages):
    assert {one.key for one in candidates(f.material(), messages)} == EVERYTHING


def test_a_hidden_question_is_not_offered():
    asked = f.form(
        "x",
        f.item("any", f.ItemType.YES_NO, "Any?"),
        replace(f.item("which", f.ItemType.TEXT, "Which?"), ask_if=Condition(f.ItemId("any"), at_least=1)),
    )
    one = f.answered("x1", asked, f.S1, f.said("any", number=0.0), f.said("which", "stale"))
    assert offered_keys(Material(Period(f.S1, f.S1), f.S1, answered=(one,))) == {"answer:x1:any"}

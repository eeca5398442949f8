from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from kat_journal.domain.composing import Choice, Heading
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.material import Period
from kat_journal.domain.summary import Numbered, Paragraph, Quote
from tests.golden import fictional as f
from tests.helpers.summaries import EVERYTHING, NOTHING, ORDER, alone, blocks

# ---- the order, and what is always there


def test_the_sections_stand_in_the_order_that_a_clinician_needs(made):
    assert [section.heading for section in made().sections] == ORDER


def test_an_empty_section_is_absent(made):
    summary = made({"answer:a1:since"}, sessions=())
    assert [section.heading for section in summary.sections] == ["Since last time"]


def test_with_nothing_chosen_only_the_frame_is_there(made):
    summary = made(NOTHING)
    assert [section.heading for section in summary.sections] == [ORDER[1]]
    assert summary.closing[-1] == Paragraph(
        "If a topic is missing here, that means only that it is not in this document."
    )


def test_keys_that_name_nothing_are_passed_over(made):
    assert made({"answer:gone:gone", "score:x:y"}) == made(NOTHING)


def test_it_says_whose_it_is_which_days_and_when_it_was_made(made):
    assert made().title == "Notes for my appointment, 2026-10-30 to 2026-11-23"
    assert made().opening == (
        Paragraph("J. M. M., Fri 2026-10-30 to Mon 2026-11-23. Made on Mon 2026-11-23."),
        Paragraph("For: Fri 2026-11-27, Nadia."),
        Paragraph("These are my own notes, not a clinical assessment."),
    )


def test_the_appointment_is_named_as_far_as_it_is_known(made):
    named = made(appointment=f.appointment(f.TODAY, " Dr.\n Nadia ")).opening
    assert named[1] == Paragraph("For: Mon 2026-11-23, Dr. Nadia.")
    assert made(appointment=f.appointment(f.TODAY, " ")).opening[1] == Paragraph("For: Mon 2026-11-23.")
    assert len(made(appointment=None).opening) == 2


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
    assert blocks(made(NOTHING, sessions=planned), ORDER[1]) == (
        Paragraph("Next ketamine session: Mon 2026-11-23, the day this was made."),
    )
    assert blocks(made(NOTHING, sessions=held), ORDER[1]) == (
        Paragraph("Last ketamine session: Mon 2026-11-23, the day this was made."),
    )
    assert blocks(made(NOTHING, sessions=missed + dateless), ORDER[1]) == ()


@pytest.mark.parametrize(
    ("away", "last", "next_one"),
    [
        (1, "Sun 2026-11-22, 1 day before this was made.", "Tue 2026-11-24, 1 day after this was made."),
        (9, "Sat 2026-11-14, 9 days before this was made.", "Wed 2026-12-02, 9 days after this was made."),
    ],
)
@pytest.mark.parametrize("days", [(date(2025, 1, 1), date(2025, 2, 1)), (date(2027, 1, 1), date(2027, 2, 1))])
def test_days_are_counted_to_the_making_wherever_the_period_is(made, away, last, next_one, days):
    held = f.session(1, f.TODAY - timedelta(days=away))
    planned = f.session(2, f.TODAY + timedelta(days=away), SessionStatus.PLANNED)
    found = blocks(made(NOTHING, period=Period(*days), sessions=(held, planned)), ORDER[1])
    assert found == (Paragraph(f"Last ketamine session: {last}"), Paragraph(f"Next ketamine session: {next_one}"))


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
        Quote("SECRET other ways", "Mon 2026-11-23, session of Sun 2026-11-22. Two other ways to see it"),
    )


def test_a_caption_names_the_session_that_the_words_belong_to(made):
    page = partial(f.answered, "f9", f.REFLECTION, f.S3, f.said("came-up", "x"))
    captions = [
        blocks(made({"answer:f9:came-up"}, answered=(page(session_id=number),)), ORDER[8])[0].caption
        for number in (1, 3, None, 77)
    ]
    assert captions == [
        "Sun 2026-11-22, session of Tue 2026-11-03. What came up?",
        "Sun 2026-11-22, day of the session. What came up?",
        "Sun 2026-11-22. What came up?",
        "Sun 2026-11-22. What came up?",
    ]


def test_two_guarded_questions_of_one_day_are_told_apart_by_their_forms(made):
    safe = f.said("safe", options=("yes",))
    pair = tuple(
        f.answered(title, replace(f.APPOINTMENT, title=title), f.S1, safe)
        for title in ("The day after", "A week after")
    )
    found = blocks(made({f"answer:{one.response.uid}:safe" for one in pair}, **alone(*pair)), ORDER[2])
    assert [one.caption for one in found] == [
        "Tue 2026-11-03, The day after. Are you safe?",
        "Tue 2026-11-03, A week after. Are you safe?",
    ]


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

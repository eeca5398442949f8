from dataclasses import replace

import pytest

from kat_journal.domain.composing import Choice
from kat_journal.domain.form import Condition, Flag, ItemType, Option, Section
from kat_journal.domain.ids import AdviceId
from kat_journal.domain.summary import Paragraph
from tests.golden import fictional as f
from tests.golden import fictional_forms as forms
from tests.helpers.summaries import EVERYTHING, ORDER, alone, blocks

ARCHIVE = Choice(everything=True)
FIRST, WORDS = ORDER[2], ORDER[8]


def first(name, kind, **more):
    return forms.item(name, kind, f"{name}?", section=Section.FIRST_LOOK, **more)


OPTIONS = tuple(Option(name, name) for name in ("no", "yes", "rather-not-say"))
ASKED = replace(
    forms.form(
        "check",
        first("thoughts", ItemType.CHOICE, options=OPTIONS, guarded=True),
        first("unreal", ItemType.YES_NO),
        first("sudden", ItemType.CHOICES, options=OPTIONS),
        first("page", ItemType.TEXT),
    ),
    flags=(
        Flag(Condition(f.ItemId("thoughts"), option="yes"), AdviceId("core:safety")),
        Flag(Condition(f.ItemId("unreal"), at_least=1), AdviceId("core:ring")),
    ),
)
SAFE = replace(
    forms.form("safe", first("safe", ItemType.CHOICE, options=OPTIONS)),
    flags=(Flag(Condition(f.ItemId("safe"), option="no"), AdviceId("core:safety")),),
)


def test_an_archive_says_that_it_is_one_and_for_nobody_else(made):
    summary = made(EVERYTHING, ARCHIVE)
    assert summary.title == "Everything in my journal, 2026-10-30 to 2026-11-23, for my own keeping"
    assert summary.closing[0] == Paragraph(
        "These are my answers of these days for my own keeping, private ones among them."
        " KAT Journal put them in order, and nobody else has checked them."
    )
    assert summary.closing[1] == made().closing[1]
    assert "Nadia" not in str(summary.opening)


@pytest.mark.parametrize(
    ("form", "answer", "heading"),
    [
        (ASKED, f.said("thoughts", options=("no",)), WORDS),
        (ASKED, f.said("unreal", number=0.0), WORDS),
        (ASKED, f.said("unreal", number=0.0, note=" \n"), WORDS),
        (ASKED, f.said("thoughts", options=("yes",)), FIRST),
        (ASKED, f.said("thoughts", options=("rather-not-say",)), FIRST),
        (ASKED, f.said("thoughts", options=("no",), note="Not today."), FIRST),
        (ASKED, f.said("unreal", number=1.0), FIRST),
        (ASKED, f.said("unreal", skipped=True, note="Not sure."), FIRST),
        (ASKED, f.said("sudden", options=("no", "yes")), FIRST),
        (ASKED, f.said("page", "no"), FIRST),
        (SAFE, f.said("safe", options=("no",)), FIRST),
    ],
)
def test_of_everything_a_plain_no_is_nothing_to_look_at_first_unless_it_is_the_alarming_answer(
    made, form, answer, heading
):
    one = f.answered("x1", form, f.S1, answer)
    chosen = {f"answer:x1:{answer.item_id}"}
    assert [section.heading for section in made(chosen, ARCHIVE, **alone(one)).sections] == [heading]
    assert [section.heading for section in made(chosen, **alone(one)).sections] == [FIRST]


def test_what_the_person_moved_to_the_first_look_stays_there(made):
    one = f.answered("x1", ASKED, f.S1, f.said("unreal", number=0.0))
    keys = frozenset({"answer:x1:unreal"})
    assert len(blocks(made(keys, replace(ARCHIVE, first_look=keys), **alone(one)), FIRST)) == 1

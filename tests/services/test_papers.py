"""What stands on the papers: the person's own words where they wrote any, and nothing else of the journal."""

import pytest

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import FormId, ItemId, SessionId, Uid
from kat_journal.domain.response import Answer
from kat_journal.services.papers import INTENTION, PLAN, ToRing

MAYA = Contact(Uid("u-1"), ContactKind.PERSON, "Maya", "07700 900123")
CLINIC = Contact(Uid("u-2"), ContactKind.CLINIC, "Alder Row", "020 7946 0018")


def write(journal, form, session_id=None, **answers):
    draft = journal.responses.new(FormId(form), session_id=session_id).draft
    for item, text in answers.items():
        journal.responses.save(draft, Answer(ItemId(item.replace("_", "-")), text=text))
    return draft


def test_a_plan_has_the_parts_with_words_in_their_order_and_the_numbers(journal):
    journal.support.put_contact(CLINIC)
    journal.support.put_contact(MAYA)
    write(journal, PLAN, reasons="The garden", hard_signs="No sleep\n  at all", by_myself="   ")
    draft = write(journal, PLAN, helped_last_time="Ringing early", hard_signs="Quiet")
    journal.responses.save(draft, Answer(ItemId("reasons"), skipped=True))

    plan = journal.papers.plan()

    assert [(part.item_id, part.heading, part.words) for part in plan.parts] == [
        ("hard-signs", "How I know it is getting hard", "Quiet"),
        ("helped-last-time", "What helped last time", "Ringing early"),
    ]
    assert plan.numbers.emergency == "999 (112 also works)"
    assert plan.numbers.people == (ToRing("Maya", ("07700 900123",)),)
    assert plan.numbers.clinic == (ToRing("Alder Row", ("020 7946 0018",)),)
    assert [line.ways for line in plan.numbers.lines] == [("116 123",), ("text 85258",), ("111",)]


def test_without_a_plan_there_are_no_parts(journal):
    assert journal.papers.plan().parts == ()


def test_without_a_country_no_number_is_guessed(vault, library, messages, clock):
    from kat_journal.services.journal import OpenJournal

    papers = OpenJournal(vault, library, messages, clock, str).papers

    assert papers.plan().numbers.emergency == ""
    assert papers.plan().numbers.lines == ()
    assert "your local emergency number" in papers.sitter().parts[2].title


def test_an_emergency_number_without_a_remark_stands_alone(vault, library, messages, clock):
    from kat_journal.services.journal import OpenJournal

    assert OpenJournal(vault, library, messages, clock, lambda: "US").papers.plan().numbers.emergency == "911"


def test_the_sitters_card_is_ours_with_the_numbers_filled_in(journal):
    write(journal, PLAN, reasons="The garden")

    card = journal.papers.sitter()

    assert [part.id for part in card.parts] == ["before", "during", "ring-now", "ring-clinic"]
    text = repr(card)
    assert "999" in text
    assert "{" not in text
    assert "garden" not in text
    assert card.beside_me == ""


@pytest.fixture
def prepared(journal):
    first, second = (journal.courses.plan(journal.clock.now()) for _ in range(2))
    write(journal, INTENTION, session_id=first.id, beside_you="Hold my hand")
    write(journal, INTENTION, session_id=second.id, intention="Lean towards rest")
    return first.id, second.id


def test_what_the_person_wrote_for_that_session_can_go_onto_it(journal, prepared):
    first, second = prepared

    assert journal.papers.sitter(first).beside_me == "Hold my hand"
    assert journal.papers.sitter(second).beside_me == ""
    assert journal.papers.sitter().beside_me == "Hold my hand"
    assert journal.papers.sitter(SessionId(999)).beside_me == ""
    assert "rest" not in repr(journal.papers.sitter())


def test_the_newest_words_stand_for_no_session_in_particular(journal, prepared):
    write(journal, INTENTION, session_id=prepared[1], beside_you="Dim the lamp")
    write(journal, INTENTION, beside_you="  ")

    assert journal.papers.sitter().beside_me == "Dim the lamp"

"""Support, what stays readable, and the papers: named, reached by Tab in reading order, and nothing clipped."""

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import ItemId, SessionId, Uid
from kat_journal.domain.response import Answer
from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.gui.navigation import PLAN, PLAN_PAPER, SITTER_PAPER, PageName
from kat_journal.storage import support_card

LONG = "Somebody with a long name who can be rung at any hour of the day"


def fill(eyes, contacts=9):
    journal = eyes.journal
    for number in range(contacts):
        kind = ContactKind.CLINIC if number % 4 == 3 else ContactKind.PERSON
        journal.support.put_contact(
            Contact(Uid(f"u-{number}"), kind, f"{LONG}, {number}", "+44 1632 960 000 ext. 4711")
        )
    draft = journal.responses.new(PLAN).draft
    for item in draft.form.questions():
        journal.responses.save(draft, Answer(ItemId(item.id), text=f"Words that help, and {'river' * 30}.\nMore."))


def test_support_with_many_people_and_a_choice_of_what_stays_readable(open_demo):
    fill(open_demo)
    open_demo.press("nav-support")
    open_demo.judge("support with many people")
    open_demo.press("readable-choose")
    for name in ("readable-person-0-tick", "readable-plan-0-tick", "readable-plan-7-tick"):
        open_demo.press(name)
    open_demo.find("readable-own-line").setText("Ring Maya first, at any hour.")
    open_demo.judge("choosing what stays readable")
    open_demo.press("readable-keep")
    open_demo.judge("what stays readable")
    open_demo.journal.support.delete_contact(open_demo.journal.support_card.offer().card.people[0].uid)
    open_demo.press("nav-today")
    open_demo.press("nav-support")
    assert open_demo.sees("readable-look")
    open_demo.judge("what stays readable has changed")


def test_support_while_locked_with_much_that_is_readable(locked):
    people = tuple(
        ReadablePerson(Uid(str(n)), ContactKind.PERSON, f"{LONG}, {n}", "+44 1632 960 000") for n in range(9)
    )
    plan = (ReadablePart(ItemId("i"), "How I know it is getting hard", f"Words, and {'river' * 30}.\nMore."),)
    support_card.write(locked.app.config.journal, ReadableCard("Ring Maya first, at any hour.", people, plan))
    locked.press("support")
    assert locked.sees("readable")
    locked.judge("support while locked, with a readable card")


def test_the_paper_of_a_plan(open_demo):
    for draft in open_demo.journal.written.newest(100):
        open_demo.journal.responses.trash(draft.uid)
    open_demo.go(PageName.PAPER, line=PLAN_PAPER)
    assert open_demo.sees("paper-write")
    open_demo.judge("the paper of an empty plan")
    fill(open_demo)
    open_demo.go(PageName.PAPER, line=PLAN_PAPER)
    open_demo.judge("the paper of a plan")
    open_demo.press("paper-add")
    open_demo.judge("the paper of a plan without people")


def test_the_card_for_the_person_beside_one(open_demo):
    open_demo.go(PageName.PAPER, line=SITTER_PAPER, session_id=SessionId(4))
    open_demo.judge("the sitter's card")

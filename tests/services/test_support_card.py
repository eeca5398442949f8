"""Keeping things readable while locked: only by choice, only as seen, and gone when it is taken back."""

import pytest

from kat_journal.domain.contact import Contact, ContactKind
from kat_journal.domain.ids import FormId, ItemId, Uid
from kat_journal.domain.response import Answer
from kat_journal.domain.support_card import CardState, ReadableCard, ReadablePerson
from kat_journal.errors import KatJournalError, SupportCardFullError
from kat_journal.services.papers import PLAN
from kat_journal.services.support import readable_card
from kat_journal.storage import support_card
from kat_journal.storage.opening import open_vault
from tests.conftest import opened
from tests.helpers.traces import files_with

MAYA = Contact(Uid("u-1"), ContactKind.PERSON, "Maya", "07700 900123")
DAD = Contact(Uid("u-2"), ContactKind.PERSON, "Dad", "01632 960001")
WORD = "zanzibarmarmalade"


@pytest.fixture
def plan(journal):
    journal.support.put_contact(MAYA)
    journal.support.put_contact(DAD)
    draft = journal.responses.new(FormId(PLAN)).draft
    journal.responses.save(draft, Answer(ItemId("reasons"), text="The garden"))
    journal.responses.save(draft, Answer(ItemId("by-myself"), text="Cold water"))
    return draft


def choose(journal, *, people=("Maya",), parts=("reasons",), line=""):
    offer = journal.support_card.offer()
    return ReadableCard(
        line,
        tuple(one for one in offer.people if one.name in people),
        tuple(one for one in offer.plan if one.item_id in parts),
    )


def test_nothing_is_readable_until_the_person_says_so(journal, plan):
    offer = journal.support_card.offer()

    assert offer.state is CardState.OFF
    assert offer.card == ReadableCard()
    assert [one.name for one in offer.people] == ["Maya", "Dad"]
    assert [one.words for one in offer.plan] == ["Cold water", "The garden"]
    assert readable_card(journal.folder) is None


def test_exactly_what_was_chosen_is_readable(journal, plan):
    card = choose(journal, line="Ring Maya first.")
    journal.support_card.keep(card)

    assert readable_card(journal.folder) == card
    assert journal.support_card.offer().state is CardState.AS_SEEN
    assert journal.support_card.offer().card == card


def test_only_the_cards_own_file_holds_its_words_and_none_once_it_is_off(journal, plan):
    card = ReadableCard(WORD, (ReadablePerson(Uid("u-9"), ContactKind.PERSON, WORD, "1"),))
    journal.support_card.keep(card)
    assert files_with(WORD, journal.folder) == [journal.folder / support_card.NAME]

    journal.support_card.turn_off()
    assert files_with(WORD, journal.folder) == []
    assert journal.support_card.offer().state is CardState.OFF


def test_an_emptied_card_is_off(journal, plan):
    journal.support_card.keep(choose(journal))
    journal.support_card.keep(ReadableCard("  "))

    assert not support_card.is_there(journal.folder)
    assert journal.support_card.offer().state is CardState.OFF


def test_what_changes_afterwards_is_not_readable_before_it_was_seen(journal, plan):
    journal.support_card.keep(choose(journal))
    journal.responses.save(plan, Answer(ItemId("reasons"), text="A secret reason"))
    journal.support.put_contact(Contact(MAYA.uid, MAYA.kind, "Maya", "07700 900999"))
    journal.support_card.withdraw()

    card = readable_card(journal.folder)
    assert [one.words for one in card.plan] == ["The garden"]
    assert [one.number for one in card.people] == ["07700 900123"]
    assert journal.support_card.offer().state is CardState.CHANGED


def test_a_person_who_was_not_chosen_may_change_without_a_word(journal, plan):
    journal.support_card.keep(choose(journal))
    journal.support.delete_contact(DAD.uid)

    assert journal.support_card.offer().state is CardState.AS_SEEN


def test_what_is_taken_out_goes_from_the_card_at_locking(vault, journal, plan, passphrase, library, messages, clock):
    journal.support_card.keep(choose(journal, people=("Maya", "Dad"), line="Breathe."))
    journal.support.delete_contact(DAD.uid)
    journal.responses.trash(plan.uid)
    assert journal.support_card.offer().state is CardState.CHANGED
    assert len(readable_card(journal.folder).people) == 2, "it can still be put back"
    folder = journal.folder

    journal.close()

    card = readable_card(folder)
    assert [one.name for one in card.people] == ["Maya"]
    assert (card.plan, card.line) == ((), "Breathe.")
    again = opened(open_vault(folder, passphrase), library, messages, clock)
    assert again.support_card.offer().state is CardState.AS_SEEN
    again.close()


def test_when_all_of_it_is_taken_out_the_file_goes(journal, plan):
    journal.support_card.keep(choose(journal, parts=()))
    journal.support.delete_contact(MAYA.uid)
    journal.support_card.withdraw()

    assert not support_card.is_there(journal.folder)
    assert journal.support_card.offer().state is CardState.OFF


@pytest.mark.parametrize("harm", ["changed", "gone", "damaged"])
def test_a_file_that_is_not_what_was_chosen_is_told_and_left(journal, plan, harm):
    journal.support_card.keep(choose(journal))
    path = journal.folder / support_card.NAME
    if harm == "changed":
        support_card.write(journal.folder, ReadableCard("Ring this number instead"))
    elif harm == "gone":
        path.unlink()
    else:
        path.write_bytes(b"\x00")
    journal.support.delete_contact(MAYA.uid)
    before = path.read_bytes() if path.exists() else None

    journal.support_card.withdraw()

    assert journal.support_card.offer().state is CardState.NOT_OURS
    assert (path.read_bytes() if path.exists() else None) == before
    assert [one.name for one in journal.support_card.offer().card.people] == ["Maya"]


def test_a_card_that_this_journal_never_made_is_told_and_can_be_taken_away(journal):
    support_card.write(journal.folder, ReadableCard("From before a restore"))
    assert journal.support_card.offer().state is CardState.NOT_OURS

    journal.support_card.turn_off()
    assert journal.support_card.offer().state is CardState.OFF


def test_a_card_that_is_too_full_changes_nothing(journal, plan):
    card = choose(journal)
    journal.support_card.keep(card)

    with pytest.raises(SupportCardFullError):
        journal.support_card.keep(ReadableCard("x" * 100_000))

    assert readable_card(journal.folder) == card
    assert journal.support_card.offer().state is CardState.AS_SEEN


def test_a_disk_that_refuses_changes_nothing(journal, plan):
    """The name of the file that waits beside it is taken by a folder: the same on every system, and for root."""
    card = choose(journal)
    journal.support_card.keep(card)
    (journal.folder / f"{support_card.NAME}.new").mkdir()

    with pytest.raises(KatJournalError):
        journal.support_card.keep(ReadableCard("Another"))

    assert readable_card(journal.folder) == card
    assert journal.support_card.offer().state is CardState.AS_SEEN

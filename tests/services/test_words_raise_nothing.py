"""Only structured answers count: whatever a person writes, wherever they write it, calls up nothing."""

import pytest

from kat_journal.domain.form import ItemType
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer

WORDS = "ego death, I thought I was dying"


def fields(form):
    """Every place for words: a page, a line, and "Anything to add?" beside an answer that is a no."""
    for item in form.items:
        if item.type is ItemType.TEXT:
            yield Answer(item.id, text=WORDS, note=WORDS)
        elif item.note:
            number = 0 if item.type in {ItemType.SYMPTOM, ItemType.YES_NO, ItemType.SCALE, ItemType.NUMBER} else None
            yield Answer(item.id, number=number, note=WORDS)


def test_the_words_in_every_field_of_every_form_bring_no_card(journal, library):
    typed = 0
    for form_id, form in library.forms.items():
        draft = journal.responses.new(form_id).draft
        for answer in fields(form):
            assert journal.responses.save(draft, answer).emergency == ()
            typed += 1
        assert journal.responses.leave(draft) == ()
        assert journal.responses.finish(draft) == ()
        assert journal.responses.open(draft.uid).cards == ()

    assert typed > 150


@pytest.mark.parametrize("form", ["check-in.next-day", "check-in.month", "check-in.baseline"])
def test_a_tap_beside_the_same_words_does(journal, form):
    draft = journal.responses.new(f"core:{form}").draft

    told = journal.responses.save(draft, Answer(ItemId("safety"), options=("yes",), note=WORDS))

    assert [card.advice.id for card in told.emergency] == ["safety"]

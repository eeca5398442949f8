from dataclasses import replace

import pytest

from kat_journal.domain.form import ItemType
from tests.helpers.forms import BOTHER, form, item

FORM = form(item("a"), item("say", ItemType.STATEMENT), item("b"))


def test_an_item_is_found_by_its_id():
    assert FORM.item("b").id == "b"


def test_an_item_that_is_not_there_is_a_mistake():
    with pytest.raises(KeyError):
        FORM.item("c")


def test_an_item_goes_by_its_short_name_or_else_by_its_question():
    one = FORM.item("a")
    assert one.name == one.ask
    assert replace(one, label="Short").name == "Short"


def test_a_statement_is_no_question():
    assert [one.id for one in FORM.questions()] == ["a", "b"]


def test_every_point_is_said_in_its_word():
    assert [BOTHER.text(point.value) for point in BOTHER.points] == ["Not at all", "A little", "Noticeable"]

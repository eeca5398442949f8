"""Each field gives back what it was shown, and says when the person changes it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kat_journal.domain.form import Item, ItemType, Option, Point, Scale
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.fields import make_field
from kat_journal.gui.widgets.plain import folded

ID = ItemId("it")
BOTHER = Scale("bother", (Point(0, "Not at all"), Point(1, "A little"), Point(2, "Hard")))
OPTIONS = (Option("one", "One"), Option("two", "Two"), Option("three", "Three"))


@pytest.fixture
def make(qtbot):
    def field_of(kind, **values):
        field = make_field(Item(ID, kind, "What?", **values))
        qtbot.addWidget(field)
        field.show()
        return field

    return field_of


@pytest.mark.parametrize(
    ("kind", "values", "answer"),
    [
        (ItemType.SYMPTOM, {"scale": BOTHER, "note": True}, Answer(ID, number=2, gone="yes", note="at night")),
        (ItemType.SYMPTOM, {"scale": BOTHER}, Answer(ID, number=0)),
        (ItemType.SYMPTOM, {"scale": BOTHER}, Answer(ID, options=("noticed",))),
        (ItemType.SCALE, {"scale": BOTHER, "note": True}, Answer(ID, number=0, note="fine")),
        (ItemType.NUMBER, {"unit": "times"}, Answer(ID, number=2.5)),
        (ItemType.CHOICE, {"options": OPTIONS}, Answer(ID, options=("two",))),
        (ItemType.CHOICES, {"options": OPTIONS, "note": True}, Answer(ID, options=("one", "three"), note="n")),
        (ItemType.YES_NO, {}, Answer(ID, number=1)),
        (ItemType.YES_NO, {}, Answer(ID, number=0)),
        (ItemType.TEXT, {}, Answer(ID, text="Two\n\nlines ")),
        (ItemType.TEXT, {"lines": 1}, Answer(ID, text=" one line")),
        (ItemType.TIME, {}, Answer(ID, text="14:30")),
    ],
)
def test_an_answer_comes_back_as_it_was_shown(make, kind, values, answer):
    field = make(kind, **values)
    field.set_answer(answer)
    shown = field.answer()
    field.set_answer(None)

    assert shown == answer
    assert field.answer().is_empty


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text())
def test_any_words_come_back_whole(make, text):
    field = make(ItemType.TEXT)
    field.set_answer(Answer(ID, text=text))

    assert field.answer().text == folded(text)


def test_a_tap_is_whole_at_once_and_typing_is_not(qtbot, make):
    choice, text = make(ItemType.CHOICE, options=OPTIONS), make(ItemType.TEXT)
    with qtbot.waitSignal(choice.changed) as tapped:
        qtbot.mouseClick(choice.findChild(QWidget, "item-it-two"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(text.changed) as typed:
        qtbot.keyClicks(text.findChild(QWidget, "item-it"), "a")

    assert (tapped.args, typed.args) == ([True], [False])


def test_one_option_takes_the_place_of_another_and_a_second_tap_takes_it_back(qtbot, make):
    field = make(ItemType.CHOICE, options=OPTIONS)
    given_ = []
    for name in ("one", "three", "three"):
        qtbot.mouseClick(field.findChild(QWidget, f"item-it-{name}"), Qt.MouseButton.LeftButton)
        given_.append(field.answer().options)

    assert given_ == [("one",), ("three",), ()]


def test_options_are_chosen_by_number_keys_and_walked_by_arrows(qtbot, make):
    field = make(ItemType.CHOICES, options=OPTIONS)
    qtbot.keyClick(field.target(), Qt.Key.Key_3)
    qtbot.keyClick(field.findChild(QWidget, "item-it-three"), Qt.Key.Key_Left)
    qtbot.keyClick(field.findChild(QWidget, "item-it-two"), Qt.Key.Key_Space)

    assert field.answer().options == ("two", "three")


@pytest.mark.parametrize("typed", ["many", "11", "-1", "inf", "nan"])
def test_a_number_that_cannot_be_read_is_no_answer_and_stays_where_it_is(qtbot, make, typed):
    field = make(ItemType.NUMBER, low=0, high=10)
    line = field.findChild(QWidget, "item-it")
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert field.answer().is_empty
    assert line.words() == typed
    assert field.findChild(QWidget, "item-it-how").text() == "Please write a number, 0 to 10."
    assert field.findChild(QWidget, "item-it-how").isVisible()


def test_a_number_may_be_written_with_a_comma(qtbot, make):
    field = make(ItemType.NUMBER)
    qtbot.keyClicks(field.findChild(QWidget, "item-it"), "2,5")

    assert field.answer().number == 2.5


def test_a_time_is_kept_in_one_way_however_it_is_typed(qtbot, make):
    field = make(ItemType.TIME)
    qtbot.keyClicks(field.findChild(QWidget, "item-it"), "2.30 pm")

    assert field.answer().text == "14:30"


def test_a_statement_takes_no_answer(qapp):
    assert make_field(Item(ID, ItemType.STATEMENT, "It is fine to wait.")) is None


@pytest.mark.parametrize("kind", [ItemType.CHOICE, ItemType.CHOICES, ItemType.YES_NO])
def test_every_option_is_reached_by_tab(qtbot, make, kind):
    field = make(kind, options=() if kind is ItemType.YES_NO else OPTIONS)
    row = [option for option in field.findChildren(QAbstractButton) if option.isCheckable()]
    field.set_answer(Answer(ID, number=1) if kind is ItemType.YES_NO else Answer(ID, options=("two",)))
    row[0].setFocus()
    for option in row[1:]:
        qtbot.keyClick(field.focusWidget(), Qt.Key.Key_Tab)
        assert field.focusWidget() is option
    assert {option.accessibleName() for option in row} == {option.text() for option in row}
    assert row[0].parentWidget().accessibleName() == "What?"

"""The laws that every page is held to would see what breaks them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.chooser import Chooser
from kat_journal.gui.widgets.line import Line
from tests.gui import seeing


@pytest.fixture
def show(qtbot, theme):
    """A window with these parts, one under another."""

    def show(*parts):
        window = QWidget()
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(window)
        window.resize(500, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        seeing.settle()
        return window

    return show


class Blind(QAbstractButton):
    """Looks the same whatever happens to it."""

    def paintEvent(self, event):
        pass


def ways():
    first, second = buttons.secondary("First", "first"), buttons.secondary("Second", "second")
    return first, second, Line(name="l", accessible="Third")


def places_in(window):
    return {widget: seeing.place(widget) for widget in seeing.controls(window)}


def test_a_page_in_order_breaks_no_law(show):
    window = show(texts.body("Some words"), *ways())
    walk = seeing.walk(window)

    assert walk.closed
    assert [seeing.named(stop) for stop in walk.stops] == ["second", "l", "first"]
    assert all(walk.pictures.values())
    assert not walk.hidden
    assert not seeing.out_of_order(walk.stops, places_in(window))
    laws = (seeing.unnamed, seeing.unheard, seeing.unreached, seeing.too_low, seeing.clipped, seeing.overlapping)
    for law in laws:
        assert list(law(window)) == []


def test_a_control_without_a_name_is_seen(show):
    button = buttons.secondary("", "nameless")

    assert list(seeing.unnamed(show(button))) == ["nameless has no name"]


def test_something_that_is_no_control_but_takes_the_focus_is_seen(show):
    part = QScrollArea()
    part.setObjectName("part")
    part.setAccessibleName("A part")
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    assert [words.split(" is a ")[0] for words in seeing.unnamed(show(part))] == ["part"]


def test_a_control_that_tab_passes_over_is_seen(show):
    first, second, third = ways()
    second.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    assert list(seeing.unreached(show(first, second, third))) == ["second is no Tab stop"]


def test_a_field_that_keeps_the_tab_key_is_seen(show):
    first, *_ = ways()
    trap = QTextEdit()
    trap.setObjectName("trap")

    assert first not in seeing.walk(show(trap, first)).stops


def test_a_focus_that_cannot_be_seen_is_seen(show):
    walk = seeing.walk(show(Blind(), *ways()))

    assert list(walk.pictures.values()).count(False) == 1


def test_an_order_that_jumps_is_seen(show):
    first, second, third = ways()
    window = show(first, second, third, fourth := buttons.secondary("Fourth", "fourth"))
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    QWidget.setTabOrder(second, fourth)

    assert "second comes after l" in seeing.out_of_order(seeing.walk(window).stops, places_in(window))


def test_a_target_that_is_too_low_is_seen(show):
    low = Blind()
    low.setObjectName("low")
    low.setFixedHeight(30)

    assert list(seeing.too_low(show(low))) == ["low is 30 px high"]


@pytest.mark.parametrize("make", [texts.body, buttons.secondary])
def test_words_that_are_cut_off_or_broken_are_seen(show, make):
    low, narrow = texts.body("Many words that need more than one line. " * 4, "low"), make("Appointment", "narrow")
    low.setFixedHeight(20)
    narrow.setFixedWidth(40)

    said = "\n".join(seeing.clipped(show(low, narrow)))

    assert "low 'Many words" in said
    assert "narrow 'Appointment' breaks a word" in said


def test_what_scrolls_sideways_is_seen(show):
    area, wide = QScrollArea(), QWidget()
    wide.setFixedSize(2_000, 50)
    area.setWidget(wide)
    area.setObjectName("area")

    assert list(seeing.clipped(show(area))) == ["area scrolls sideways"]


def test_parts_that_stand_on_each_other_are_seen(show):
    first, second, _ = ways()
    window = show(first, second)
    second.move(first.pos())

    assert list(seeing.overlapping(window)) == ["first and second overlap"]


def test_buttons_that_are_heard_alike_are_seen_unless_each_says_what_it_is_about(show):
    first, second = buttons.secondary("Keep", "first"), buttons.secondary("Keep", "second")
    window = show(first, second)
    assert list(seeing.unheard(window)) == ["first and second are all heard as 'Keep' alone"]

    second.setAccessibleDescription("The second")

    assert list(seeing.unheard(window)) == []


def test_the_same_answer_to_two_questions_is_not_alike(show):
    questions = [Choices(name, f"{name}?", [("yes", "Yes"), ("no", "No")]) for name in ("one", "two")]

    assert list(seeing.unheard(show(*questions))) == []


def test_words_that_are_said_twice_are_seen(show):
    line = Line(name="l", accessible="Find", placeholder="Find")

    assert list(seeing.unheard(show(line))) == ["l says 'Find' twice"]


def test_a_list_without_a_label_is_seen(show):
    chooser = Chooser("c", "Country")
    window = show(chooser)
    assert list(seeing.unheard(window)) == ["c has no label"]

    window.layout().addWidget(texts.field_label("Country", chooser))

    assert list(seeing.unheard(window)) == []

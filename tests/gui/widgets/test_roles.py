import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets import buttons, roles, texts
from kat_journal.gui.widgets.choices import Choices

Role = QAccessible.Role
POINTS = (("0", "Not at all"), ("1", "A little"))


@pytest.fixture(autouse=True)
def installed(qapp):
    roles.install()


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


def name(widget):
    return heard(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("make", [texts.heading, texts.subheading])
def test_a_heading_is_heard_as_one_with_the_words_it_has_now(qtbot, make):
    words = make("Before")
    qtbot.addWidget(words)
    assert (heard(words).role(), name(words)) == (Role.Heading, "Before")
    words.setText("After")
    assert name(words) == "After"


def test_a_sentence_is_no_heading(qtbot):
    words = texts.body("A sentence.")
    qtbot.addWidget(words)
    assert (heard(words).role(), name(words)) == (Role.StaticText, "A sentence.")


def test_one_of_several_is_a_radio_button_in_a_group_that_asks(qtbot):
    choices = Choices("bother", "How was it?", POINTS)
    qtbot.addWidget(choices)
    assert (heard(choices).role(), name(choices)) == (Role.Grouping, "How was it?")
    first = choices.first
    assert (heard(first).role(), name(first)) == (Role.RadioButton, "Not at all")
    choices.set_key("1")
    assert [heard(button).state().checked for button in choices] == [0, 1]


def test_any_number_of_several_are_check_boxes(qtbot):
    choices = Choices("effects", "Which?", POINTS, several=True)
    qtbot.addWidget(choices)
    assert {heard(button).role() for button in choices} == {Role.CheckBox}


def test_a_page_of_the_side_bar_is_a_tab_and_a_mere_button_stays_one(qtbot):
    page, press = buttons.nav("Today"), buttons.primary("Save")
    for button in (page, press):
        qtbot.addWidget(button)
    assert (heard(page).role(), heard(press).role()) == (Role.PageTab, Role.Button)
    page.setChecked(True)
    assert heard(page).state().selected


def test_a_screen_reader_can_press_what_it_can_choose(qtbot):
    choices = Choices("bother", "How was it?", POINTS)
    qtbot.addWidget(choices)
    spoken = heard(list(choices)[1]).actionInterface()
    assert spoken.pressAction() in spoken.actionNames()
    with qtbot.waitSignal(choices.chosen):
        spoken.doAction(spoken.pressAction())
    assert choices.key() == "1"


def test_two_thousand_widgets_come_and_go(qtbot):
    for _ in range(400):
        page = QWidget()
        choices = Choices("bother", "How was it?", POINTS, page)
        parts = [texts.heading("A heading", parent=page), choices, *choices, buttons.nav("Today", parent=page)]
        for part in parts:
            assert heard(part).isValid()
            heard(part).state()
        page.deleteLater()
    del page, choices, parts, part
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    last = Choices("bother", "How was it?", POINTS)
    qtbot.addWidget(last)
    assert heard(last).role() is Role.Grouping


LISTENED_TO = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from kat_journal.gui.widgets import buttons, roles, texts

application = QApplication([])
roles.install()
page = QWidget()
column = QVBoxLayout(page)
for part in (texts.heading("A"), buttons.nav("B"), buttons.choice("C")):
    column.addWidget(part)
page.show()
for widget in application.allWidgets():
    QAccessible.queryAccessibleInterface(widget).role()
print("ended")
"""


def test_a_program_that_a_screen_reader_listened_to_ends_cleanly():
    ended = subprocess.run([sys.executable, "-c", LISTENED_TO], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (0, "ended\n"), ended.stderr

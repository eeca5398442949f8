"""The curtain before the pages while the person is in another program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

AWAY = Qt.ApplicationState.ApplicationInactive
HERE = Qt.ApplicationState.ApplicationActive


@pytest.fixture
def hidden(inside):
    """A person who wants the curtain, with their journal open."""
    inside.app.config.preferences.hide_when_away = True
    inside.window.apply_preferences()
    return inside


def goes(person, state):
    QApplication.instance().applicationStateChanged.emit(state)


def curtain(person):
    return person.window.findChild(QWidget, "curtain")


def test_without_the_choice_nothing_is_covered(inside):
    goes(inside, AWAY)

    assert not curtain(inside).isVisible()
    assert inside.sees("today-sentence")


def test_away_the_pages_are_covered_and_not_spoken_and_back_they_are_as_they_were(hidden):
    hidden.see("write-freely").setFocus()
    page = hidden.window.centralWidget()

    goes(hidden, AWAY)
    assert curtain(hidden).isVisible()
    assert curtain(hidden).geometry() == hidden.window.rect()
    assert not hidden.sees("today-sentence")
    assert QAccessible.queryAccessibleInterface(page).state().invisible

    goes(hidden, HERE)
    assert not curtain(hidden).isVisible()
    assert hidden.sees("today-sentence")
    assert hidden.focus().objectName() == "write-freely"


def test_the_curtain_says_the_name_of_the_program_and_nothing_else(hidden):
    goes(hidden, AWAY)

    words = [one.text() for one in curtain(hidden).findChildren(QWidget) if hasattr(one, "text")]

    assert words == ["KAT Journal"]


def test_the_curtain_grows_with_the_window(hidden):
    goes(hidden, AWAY)

    hidden.window.resize(900, 600)

    hidden.qtbot.waitUntil(lambda: curtain(hidden).geometry() == hidden.window.rect())


def test_being_away_twice_forgets_nothing(hidden):
    hidden.see("write-freely").setFocus()

    for state in (AWAY, Qt.ApplicationState.ApplicationHidden, HERE, HERE):
        goes(hidden, state)

    assert hidden.focus().objectName() == "write-freely"


def test_locking_behind_the_curtain_leaves_the_way_in(hidden):
    goes(hidden, AWAY)

    hidden.lock()

    assert hidden.sees("passphrase")
    assert not curtain(hidden).isVisible()
    goes(hidden, HERE)
    assert hidden.sees("passphrase")


def test_what_is_locked_is_not_covered(person):
    person.app.config.preferences.hide_when_away = True
    person.window.apply_preferences()

    goes(person, AWAY)

    assert person.sees("passphrase")


def test_a_place_that_is_gone_meanwhile_takes_no_focus(hidden):
    goes(hidden, AWAY)
    hidden.window.centralWidget()._context.navigator.back()

    goes(hidden, HERE)

    assert hidden.sees("today-sentence")

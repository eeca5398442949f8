"""A journal that was here and is gone whole, such as on a disk that is not connected."""

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.unlock import build_missing


class Looker:
    """Finds the journal once it is told to, and notes where the person is led."""

    def __init__(self):
        self.there = False
        self.shown = 0
        self.led_to = []

    def has_journal(self):
        return self.there

    def show(self):
        self.shown += 1


@pytest.fixture
def looker():
    return Looker()


@pytest.fixture
def show(qtbot, theme, preferences, clock, tmp_path, looker):
    def show(words=""):
        mine = {"has_journal": looker.has_journal, "preferences": preferences, "clock": clock}
        gate = Gate(**({field.name: bool for field in fields(Gate)} | mine | {"folder": tmp_path / "Journal"}))
        page = build_missing(gate, InlineTasks(), looker.show, looker.led_to.append, words, None)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return page

    return show


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def trouble(page):
    notice = page.findChild(QWidget, "trouble")
    return notice.text() if notice.isVisible() else ""


def test_it_says_where_the_journal_was_and_what_to_do(show, tmp_path):
    page = show()

    said = " ".join(label.text() for label in page.findChildren(QLabel))

    assert "Your journal is not where it was" in said
    assert "connect that disk" in said
    assert str(tmp_path / "Journal") in said
    assert trouble(page) == ""


def test_looking_again_comes_first_and_a_new_journal_last(show):
    page = show()

    assert page.focusWidget().objectName() == "look-again"
    offered = [found.objectName() for found in page.findChildren(QAbstractButton) if found.isVisible()]
    assert sorted(offered) == ["look-again", "restoring", "support", "welcome"]
    lowest = max(page.findChildren(QAbstractButton), key=lambda found: found.mapTo(page, found.pos()).y())
    assert lowest.objectName() == "welcome"


@pytest.mark.parametrize("name", ["restoring", "support", "welcome"])
def test_what_helps_is_one_press_away(show, looker, name):
    press(show(), name)

    assert looker.led_to == [name]


def test_looking_again_says_so_until_it_is_there(show, looker):
    page = show()
    press(page, "look-again")
    assert "still not there" in trouble(page)
    assert looker.shown == 0

    looker.there = True
    press(page, "look-again")

    assert looker.shown == 1


def test_what_there_is_to_say_is_said_at_once(show):
    assert trouble(show(words="Some words could not be saved yet.")) == "Some words could not be saved yet."

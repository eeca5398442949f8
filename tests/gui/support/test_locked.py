"""Support while locked: everything that is the same for everyone, and nothing of the journal."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from kat_journal.domain.contact import ContactKind
from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.support_card import ReadableCard, ReadablePart, ReadablePerson
from kat_journal.gui.support import build_locked
from kat_journal.services.support import Numbers


class Back:
    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1


@pytest.fixture
def back():
    return Back()


@pytest.fixture
def locked(qtbot, theme, library, messages, preferences, back):
    numbers = Numbers(library.support, messages, lambda: preferences.country)
    view = build_locked(numbers, preferences, theme, back, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view


def test_numbers_grounding_and_help_are_there(locked):
    assert locked.findChild(QLabel, "emergency").text().startswith("999")
    assert locked.findChild(QLabel, "ground-step").text()
    assert "999" in locked.findChild(QWidget, "help-line-swelling").accessibleName()


def test_nothing_of_the_journal_is_there(locked):
    assert not locked.findChild(QWidget, "people").isVisible()
    assert not locked.findChild(QAbstractButton, "plan").isVisible()


def test_a_country_can_be_chosen(locked, preferences):
    chooser = locked.findChild(QComboBox, "country")
    chooser.setCurrentIndex(chooser.findData("CA"))
    chooser.activated.emit(chooser.currentIndex())

    assert locked.findChild(QLabel, "emergency").text() == "911"
    assert "911" in locked.findChild(QWidget, "help-line-swelling").accessibleName()
    assert preferences.path.exists()


def test_back_leads_to_the_way_in(locked, back):
    locked.findChild(QAbstractButton, "support-back").click()

    assert back.times == 1


def test_loading_the_page_loads_no_service_of_the_journal():
    code = "import sys, kat_journal.gui.support; sys.exit('kat_journal.services.journal' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_was_kept_readable_stands_above_everything(qtbot, theme, library, messages, preferences, back):
    person = ReadablePerson(Uid("u"), ContactKind.PERSON, "<b>Maya</b>", "07700 900123")
    card = ReadableCard("Ring Maya first.", (person,), (ReadablePart(ItemId("i"), "Reasons", "The garden"),))
    numbers = Numbers(library.support, messages, lambda: "GB", card)
    view = build_locked(numbers, preferences, theme, back, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()

    assert view.findChild(QLabel, "readable-person-0-name").text() == "<b>Maya</b>"
    assert view.findChild(QLabel, "readable-plan-0").text() == "The garden"
    assert view.findChild(QLabel, "readable-line").text() == "Ring Maya first."
    readable, numbers = view.findChild(QWidget, "readable"), view.findChild(QWidget, "numbers")
    assert readable.y() < numbers.y()
    assert view.findChild(QWidget, "keeping") is None
    assert view.findChild(QLabel, "locked-words").text() == "Everything else of yours is in your journal."


def test_nothing_was_kept_readable_and_so_nothing_is_there(locked):
    assert locked.findChild(QWidget, "readable") is None
    assert "in your journal" in locked.findChild(QLabel, "locked-words").text()

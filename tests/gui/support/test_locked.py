"""Support while locked: everything that is the same for everyone, and nothing of the journal."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

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

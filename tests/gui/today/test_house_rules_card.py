"""The house rules on Today: offered once, after the recovery kit."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today import build
from kat_journal.services.reminders import Reminder, ReminderKind


@pytest.fixture
def today(qtbot, context, journal):
    """Opens Today in a journal with a page in it, whose recovery kit was spoken of."""
    draft = journal.responses.new("core:free-page").draft
    journal.responses.finish(draft)
    journal.reminders.put_off(Reminder(ReminderKind.KIT))

    def today():
        page = build(Place(PageName.TODAY), context, None)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        return page

    return today


def title(page):
    found = page.findChild(QLabel, "reminder-title")
    return found.text() if found is not None and found.isVisible() else ""


def test_the_card_leads_to_the_rules(today, context):
    moves = []
    context.navigator.moved.connect(moves.append)
    page = today()
    assert title(page) == "How this journal works"

    page.findChild(QAbstractButton, "reminder-action").click()

    assert moves == [Place(PageName.HOUSE_RULES)]


def test_declined_it_does_not_come_back(today, journal):
    today().findChild(QAbstractButton, "reminder-other").click()

    assert title(today()) == ""
    assert journal.house_rules.offer() is None

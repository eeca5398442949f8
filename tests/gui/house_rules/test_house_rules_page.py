"""The house rules: all on one page, found from Settings and once from Today."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kat_journal.errors import DiskFullError
from kat_journal.gui.house_rules import build
from kat_journal.gui.navigation import PageName, Place

PLACE = Place(PageName.HOUSE_RULES)


@pytest.fixture
def page(qtbot, context):
    view = build(PLACE, context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view


def words(page, name):
    return page.findChild(QLabel, name).text()


def test_every_rule_is_there(page, context):
    rules = context.journal.house_rules.show().rules

    assert [words(page, f"rule-{rule.id}") for rule in rules] == [rule.title for rule in rules]
    assert [words(page, f"rule-{rule.id}-text") for rule in rules] == [rule.text for rule in rules]
    assert "In an emergency ring 999" in words(page, "house-rules-about")


def test_opened_they_are_not_offered_again(page, context):
    assert context.journal.house_rules.offer() is None


def test_the_way_back_has_the_focus_and_leads_back(page, context):
    moves = []
    context.navigator.moved.connect(moves.append)
    context.navigator.go(Place(PageName.SETTINGS))
    context.navigator.go(PLACE)
    page.start_focus()
    button = page.findChild(QAbstractButton, "back")
    assert page.focusWidget() is button

    button.click()

    assert moves[-1] == Place(PageName.SETTINGS)
    assert page.place() == PLACE


def test_what_goes_wrong_is_said_in_the_page(page):
    page.show_problem(DiskFullError.user_message)

    assert words(page, "house-rules-notice-text").startswith(DiskFullError.user_message[:10])

"""How this journal works is said once, and never pressed on anybody."""

import pytest

from kat_journal.services.reminders import ReminderKind


@pytest.fixture
def rules(journal):
    return journal.house_rules


@pytest.fixture
def begun(journal, writer):
    """A journal with a page in it, whose recovery kit was spoken of."""
    writer.free_page("Rain on the window.")
    assert journal.reminders.next().kind is ReminderKind.KIT
    journal.reminders.put_off(journal.reminders.next())


def test_on_the_first_evening_nothing_is_said(journal):
    assert journal.reminders.next() is None


def test_once_there_is_a_page_they_are_offered_on_today(begun, journal):
    assert journal.reminders.next().kind is ReminderKind.HOUSE_RULES


def test_opened_or_declined_they_are_not_offered_again(begun, rules, journal):
    rules.settle()
    rules.settle()

    assert rules.offer() is None
    assert journal.reminders.next() is None


def test_they_can_be_read_at_any_time_and_count_as_shown_then(begun, rules):
    first = rules.show()

    assert rules.offer() is None
    assert rules.show() == first
    assert (first.title, len(first.rules)) == ("How this journal works", 8)
    assert first.rules[0].title == "Skip anything."


def test_they_name_this_countrys_number(rules):
    assert "In an emergency ring 999" in rules.show().about
    assert "{" not in rules.show().about


def test_in_the_hours_after_a_session_they_wait(begun, journal, clock):
    from tests.helpers.clock import november

    clock.set(november(22, 12))
    journal.courses.just_had()

    assert journal.reminders.next() is None
    assert journal.house_rules.offer() is not None

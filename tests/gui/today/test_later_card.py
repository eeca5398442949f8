"""Something parked comes back on Today: still true, let it go, or talk about it; and questions before a meeting."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kat_journal.domain.practice import LaterState
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today.later_card import LaterCard
from kat_journal.gui.today.reminder_words import Said, said
from kat_journal.services.reminders import Reminder, ReminderKind
from tests.helpers.clock import november

ANSWERS = ["reminder-action", "later-let-go", "later-talk", "reminder-other"]


@pytest.fixture
def parked(journal, clock):
    """Parked on the 9th; two weeks later it comes back."""
    clock.set(november(9, 10))
    later = journal.practices.park("Move to the sea", date(2026, 11, 23))
    clock.set(november(23, 10))
    return later


def shown(page, name):
    return next((one for one in page.findChildren(QWidget, name) if one.isVisible()), None)


def text(page, name):
    found = shown(page, name)
    return found.text() if found is not None else ""


def press(page, name):
    button = shown(page, name)
    assert isinstance(button, QAbstractButton)
    button.setFocus()
    button.click()
    QApplication.processEvents()


def focused(page):
    return page.focusWidget().objectName()


def state(journal):
    carried = journal.practices.carried()
    return (carried.laters + carried.settled)[0].state


def test_it_says_when_it_was_parked_and_the_words(show, parked):
    page = show()

    assert text(page, "reminder-title") == "Two weeks ago you parked this"
    assert text(page, "later-words") == "Move to the sea"
    assert text(page, "reminder-words") == "Is it still true?"
    assert [text(page, name) for name in ANSWERS] == ["Still true", "Let it go", "Talk about it", "Not now"]
    assert shown(page, "reminder-action").accessibleDescription() == "Two weeks ago you parked this. Move to the sea."


def test_still_true_asks_nothing_more_and_offers_what_can_follow(show, parked, journal):
    page = show()

    press(page, "reminder-action")

    assert state(journal) is LaterState.STILL_TRUE
    assert text(page, "later-outcome") == "It stays with you. Nothing has to follow from it."
    assert [text(page, name) for name in ("later-step", "later-again")] == ["Make it a small step", "Park it again"]
    assert not any(shown(page, name) for name in ANSWERS)
    assert focused(page) == "later-undo"
    assert text(show(), "reminder-title") == "", "not twice"


def test_it_can_become_a_small_step(show, parked, journal):
    page = show()
    press(page, "reminder-action")

    press(page, "later-step")

    assert [one.words for one in journal.practices.practices()] == ["Move to the sea"]
    assert text(page, "later-outcome") == "Kept with your small steps."
    assert shown(page, "later-again") is None
    assert page.focusWidget().isVisible(), "the focus is not lost"


def test_it_can_be_parked_again(show, parked, journal):
    page = show()
    press(page, "reminder-action")

    press(page, "later-again")

    assert [one.returns_on for one in journal.practices.carried().laters] == [date(2026, 12, 7)]
    assert text(page, "later-outcome") == "Parked again. It comes back in two weeks."


@pytest.mark.parametrize(
    ("button", "settled", "words"),
    [
        ("later-let-go", LaterState.LET_GO, "Let go."),
        ("later-talk", LaterState.TALK, "It is on your list of questions."),
    ],
)
def test_let_go_and_talk_are_done_at_once_and_can_be_taken_back(show, parked, journal, button, settled, words):
    page = show()
    press(page, button)
    assert state(journal) is settled
    assert text(page, "later-outcome") == words
    assert shown(page, "later-step") is None
    assert len(journal.practices.questions()) == (settled is LaterState.TALK)

    press(page, "later-undo")

    assert state(journal) is LaterState.WAITING
    assert journal.practices.questions() == ()
    assert all(shown(page, name) for name in ANSWERS)
    assert focused(page) == "reminder-action"
    press(page, "later-let-go")
    assert state(journal) is LaterState.LET_GO


def test_not_now_leaves_it_for_tomorrow(show, parked, journal, clock):
    page = show()

    press(page, "reminder-other")

    assert shown(page, "reminder-title") is None
    assert state(journal) is LaterState.WAITING
    assert text(show(), "reminder-title") == ""
    clock.pass_time(days=1)
    assert text(show(), "reminder-title") == "You parked this on Monday 9 November"


def test_by_keyboard_alone(show, parked, journal, qtbot):
    page = show()
    for _ in range(30):
        if focused(page) == "later-talk":
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert [one.words for one in journal.practices.questions()] == ["Move to the sea"]
    assert focused(page) == "later-undo"


def test_trouble_is_said_in_the_page(show, parked, vault):
    page = show()
    vault.close()

    press(page, "reminder-action")

    assert text(page, "trouble-text")
    assert shown(page, "later-outcome") is None


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (-1, "Yesterday you parked this"),
        (-7, "A week ago you parked this"),
        (-14, "Two weeks ago you parked this"),
        (-30, "A month ago you parked this"),
        (-22, "You parked this on Sunday 1 November"),
        (0, "You parked this"),
        (3, "You parked this"),
    ],
)
def test_when_it_was_parked_is_said_in_words(messages, days, title):
    reminder = Reminder(ReminderKind.LATER, "words", day=date(2026, 11, 1), days=days)

    assert said(reminder, messages).title == title


@pytest.mark.parametrize(
    ("count", "days", "title"),
    [
        ("3", 3, "You have 3 questions for Thursday"),
        ("1", 3, "You have a question for Thursday"),
        ("3", 1, "You have 3 questions for tomorrow"),
        ("1", 1, "You have a question for tomorrow"),
        ("3", 0, "You have 3 questions for today"),
        ("1", 0, "You have a question for today"),
    ],
)
def test_questions_are_counted_for_a_day(messages, count, days, title):
    reminder = Reminder(ReminderKind.QUESTIONS, count, day=date(2026, 11, 26), days=days)

    assert said(reminder, messages).title == title


def test_questions_for_a_meeting_lead_to_the_list_or_wait(show, journal, context):
    moves = []
    context.navigator.moved.connect(moves.append)
    journal.practices.ask("How long?")
    journal.courses.add_appointment(november(26, 9))
    page = show()
    assert text(page, "reminder-title") == "You have a question for Thursday"

    press(page, "reminder-action")
    assert moves == [Place(PageName.CARRY)]

    press(page, "reminder-other")
    assert text(show(), "reminder-title") == ""


def test_today_leads_to_what_was_kept(show, context):
    moves = []
    context.navigator.moved.connect(moves.append)

    press(show(), "open-carry")

    assert moves == [Place(PageName.CARRY)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text())
def test_whatever_was_parked_is_shown_as_plain_text(qtbot, words):
    card = LaterCard(Said("title", "words", "yes", "no"), words)
    label = card.findChild(QWidget, "later-words")

    assert label.text() == words
    assert label.textFormat() == Qt.TextFormat.PlainText
    card.deleteLater()

"""The one quiet card on Today."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kat_journal.domain.ids import FormId
from kat_journal.domain.response import Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today.reminder_words import said
from kat_journal.services.reminders import Reminder, ReminderKind, Reminders
from kat_journal.services.sealing import SealedWriter
from kat_journal.storage.responses import Responses
from tests.helpers.clock import november

KIT, REHEARSAL, RECOVERED = "If you ever forget your passphrase", "Do you still have your", "has a new passphrase"


@pytest.fixture
def written(journal):
    """One page: something to lose."""
    draft = journal.responses.new(FormId("core:free-page")).draft
    journal.responses.save(draft, Answer("words", text="The river was warm."))


@pytest.fixture
def rehearsal(journal, clock):
    journal.keys.passphrase_is_new()
    clock.pass_time(days=14)


def shown(page, name, kind=QWidget):
    return next((found for found in page.findChildren(kind, name) if found.isVisible()), None)


def title(page):
    found = shown(page, "reminder-title")
    return found.text() if found is not None else ""


def press(page, name):
    shown(page, name, QAbstractButton).click()
    QApplication.processEvents()


def test_on_the_first_evening_nothing_is_said(show):
    assert title(show()) == ""


def test_a_kit_is_offered_once_something_is_written_and_leads_there(show, written, moves):
    page = show()
    assert title(page) == KIT

    press(page, "reminder-action")

    assert moves == [Place(PageName.KEYS)]


def test_not_now_puts_it_off_for_two_weeks(show, written, journal, clock):
    journal.house_rules.settle()
    page = show()
    shown(page, "reminder-other").setFocus()
    press(page, "reminder-other")
    assert title(page) == ""
    assert page.focusWidget().objectName() == "write-freely", "the focus is not lost"

    clock.pass_time(days=13)
    assert title(show()) == ""
    clock.pass_time(days=1)
    assert title(show()) == KIT


def test_one_at_a_time_and_none_after_the_answer(show, written, rehearsal):
    page = show()
    assert title(page) == KIT

    press(page, "reminder-other")
    assert title(page) == ""

    assert title(show()).startswith(REHEARSAL)


def test_it_leaves_the_focus_and_the_first_place_to_the_one_action(show, written, journal, clock):
    journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    journal.courses.just_had()
    clock.set(november(23, 10))

    page = show(size=(820, 600))

    assert page.focusWidget().objectName() == "take-offer"
    card, action = shown(page, "reminder"), shown(page, "take-offer")
    assert card.mapTo(page, QPoint(0, 0)).y() > action.mapTo(page, QPoint(0, 0)).y()
    assert page.rect().contains(QRect(action.mapTo(page, QPoint(0, 0)), action.size()))


def test_the_passphrase_is_tried_in_place(show, rehearsal, passphrase, qtbot, journal):
    page = show()
    field = shown(page, "rehearsal", QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, passphrase)

    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert shown(page, "rehearsal-outcome").text() == "Yes, that is it."
    assert shown(page, "rehearsal") is None
    assert field.text() == ""
    assert shown(page, "rehearsal-kit") is None
    assert not journal.keys.rehearsal_offered()


def test_a_slip_changes_nothing_and_a_kit_is_offered(show, rehearsal, journal, moves):
    page = show()
    shown(page, "rehearsal", QLineEdit).setText("not this one")

    press(page, "reminder-action")

    assert shown(page, "rehearsal-outcome").text().startswith("Not this time. That is fine: nothing changed.")
    assert journal.keys.rehearsal_offered()
    press(page, "rehearsal-kit")
    assert moves == [Place(PageName.KEYS)]


def test_nothing_typed_tries_nothing(show, rehearsal):
    page = show()

    press(page, "reminder-action")

    assert page.focusWidget().objectName() == "rehearsal"
    assert shown(page, "rehearsal-outcome") is None


def test_a_rehearsal_can_be_put_off(show, rehearsal):
    page = show()

    press(page, "reminder-other")

    assert title(page) == ""
    assert title(show()) == ""


def test_that_the_old_passphrase_no_longer_opens_is_said_once(show, journal):
    journal.key_reminders.passphrase_was_recovered()
    page = show()
    assert RECOVERED in title(page)
    assert shown(page, "reminder-other") is None

    press(page, "reminder-action")

    assert title(page) == ""
    assert title(show()) == ""


@pytest.fixture
def locked_words(journal, vault, clock):
    """A session, and words that were written while locked, an hour after it began."""
    journal.courses.plan(november(23, 9))
    clock.set(november(23, 10))
    session = journal.courses.just_had()
    SealedWriter(vault.folder, clock).keep("Still floating.")
    journal.sealed.take_in()
    return session


def test_beside_the_pages_own_question_nothing_else_is_asked(show, written, journal, clock):
    assert title(show()) == KIT, "else nothing was looked at"
    journal.courses.plan(november(23, 11))
    clock.set(november(25, 10))

    page = show()

    assert shown(page, "ask-title") is not None
    assert title(page) == ""
    press(page, "ask-no")
    assert title(page) == KIT


def test_words_of_a_locked_journal_find_their_session_once_it_took_place(show, journal, vault, clock):
    journal.courses.plan(november(23, 9))
    clock.set(november(23, 13))
    SealedWriter(vault.folder, clock).keep("Still floating.")
    clock.set(november(24, 10))
    journal.sealed.take_in()
    page = show()
    assert title(page) == ""

    press(page, "ask-yes")

    assert title(page) == "You wrote while the journal was locked"


def test_they_can_be_read_first(show, locked_words, journal, moves):
    press(show(), "reminder-look")

    assert moves == [Place(PageName.RUNNER, response_uid=journal.written.newest(1)[0].uid)]


@pytest.mark.parametrize(("button", "belongs"), [("reminder-action", True), ("reminder-other", False)])
def test_words_of_a_locked_journal_are_given_to_their_session_or_stay_a_page(
    show, locked_words, journal, vault, button, belongs
):
    page = show()
    assert shown(page, "reminder-words").text() == "Do these words belong to your first session?"

    press(page, button)

    [row] = journal.written.newest(1)
    kept = Responses(vault.connection).response(row.uid)
    assert (kept.session_id == locked_words.id) is belongs
    assert "locked" not in title(show())


def test_words_that_cannot_be_read_are_spoken_of_once(show, journal, vault):
    folder = vault.folder / "sealed"
    folder.mkdir(exist_ok=True)
    (folder / "00000000-0000-4000-8000-000000000000.sealed").write_bytes(b"nothing")
    journal.sealed.take_in()
    page = show()
    assert "1 of the pages" in shown(page, "reminder-words").text()

    press(page, "reminder-action")

    assert title(show()) == ""


@pytest.mark.parametrize(
    ("kind", "detail", "words", "place"),
    [
        (ReminderKind.CONFLICT, "journal (copy).db", "journal (copy).db", PageName.SETTINGS),
        (ReminderKind.DAMAGED, "", "A backup from before", PageName.BACKUPS),
        (ReminderKind.SPACE, "9", "About 9 MB", PageName.BACKUPS),
        (ReminderKind.SECOND_PLACE, "stick", "\u201cstick\u201d", PageName.BACKUPS),
    ],
)
def test_what_is_about_files_leads_to_where_it_can_be_seen_to(
    show, journal, messages, moves, kind, detail, words, place
):
    reminder = Reminder(kind, detail)
    assert words in said(reminder, messages).words
    journal.reminders = Reminders([lambda: reminder], journal.settings, journal.clock)
    page = show()

    press(page, "reminder-action")

    assert moves == [Place(place)]


def test_trouble_is_said_in_the_page(show, written, vault):
    page = show()
    vault.close()

    press(page, "reminder-other")

    assert shown(page, "trouble").text() != ""

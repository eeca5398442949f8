"""Every page that leads to an open journal, and what keeps that way open: as in test_every_page."""

import pytest

from kat_journal.domain.practice import LaterState
from kat_journal.errors import JournalDamagedError, JournalElsewhereError, KeysDamagedError
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName
from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import said
from kat_journal.gui.unlock.ways_out import ways_out
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.reminders import Reminder, ReminderKind

CARDS_OF_THEIR_OWN = {ReminderKind.REHEARSAL, ReminderKind.SAVED}  # walked below, and in test_every_page.py


@pytest.mark.parametrize("error", [JournalDamagedError(), KeysDamagedError()])
def test_the_unlock_page_in_trouble(locked, error):
    locked.window.centralWidget().show_trouble(plain_words(error), ways_out(error))
    locked.judge(f"unlock with {type(error).__name__}")


def test_the_unlock_page_of_a_journal_elsewhere(locked):
    error = JournalElsewhereError(details={"who": "laptop (anna)", "since": "09:30"})
    locked.window.centralWidget().show_elsewhere(plain_words(error))
    locked.judge("unlock with a journal elsewhere")


def test_a_journal_that_is_gone(locked):
    config = locked.app.config
    config.know_journal()
    config.journal.rename(config.journal.with_name("Elsewhere"))
    locked.window._way_in.show()
    locked.judge("a journal that is gone")
    locked.press("look-again")
    locked.judge("a journal that is still gone")
    locked.press("welcome")
    locked.judge("welcome in place of a journal that is gone")


def test_the_way_in_with_a_code(locked):
    locked.press("recovery")
    locked.judge("recovery")
    locked.find("recovery-code").setText("ABCD-EFGH")
    locked.press("code-go-on")
    locked.judge("recovery with a slip")
    locked.window.centralWidget().show_words_step()
    locked.judge("a new passphrase")
    locked.press("use-my-own")
    locked.press("recover")
    locked.judge("a new passphrase with a slip")


def test_the_way_in_with_a_code_to_a_journal_elsewhere(locked):
    locked.press("recovery")
    view = locked.window.centralWidget()
    view.code_step.show_right()
    locked.judge("a code without a slip")
    view.show_words_step()
    error = JournalElsewhereError(details={"who": "laptop (anna)", "since": "09:30"})
    view.words_step.show_elsewhere(plain_words(error))
    locked.judge("a new passphrase for a journal elsewhere")


def test_salvaging(locked):
    with (locked.app.config.journal / "journal.db").open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    locked.find("passphrase").setText(PASSPHRASE)
    locked.press("open")
    locked.press("go-salvaging")
    locked.judge("salvaging")
    locked.press("salvaging-other")
    locked.find("salvaging-secret").setText("ABCD")
    locked.find("salvaging-new").setText("hat lemon fox tulip")
    locked.press("salvaging-go")
    locked.judge("salvaging with a slip in the code")
    locked.press("salvaging-other")
    locked.find("salvaging-secret").setText(PASSPHRASE)
    locked.press("salvaging-go")
    assert locked.sees("saved-place")
    locked.judge("what was saved")


def test_words_without_opening_that_cannot_be_kept(locked):
    locked.press("sealed")
    view = locked.window.centralWidget()
    view.show_trouble("There is no room left on the disk.", leaving=True)
    locked.judge("words that are not kept yet")
    view.show_useless("Nothing can be kept here now.")
    locked.judge("no words can be kept")


def test_passphrase_and_kit(open_demo):
    open_demo.press("nav-settings")
    open_demo.press("open-keys")
    open_demo.judge("passphrase and kit")
    open_demo.press("begin-change")
    open_demo.press("use-my-own")
    open_demo.press("change")
    open_demo.judge("another passphrase, with a slip")
    open_demo.press("begin-kit")
    open_demo.judge("all unfolded")
    open_demo.find("kit-passphrase").setText(PASSPHRASE)
    open_demo.press("kit-go-on")
    open_demo.judge("the sheet")
    open_demo.press("kit-done")
    open_demo.judge("the sheet with a slip")
    page = open_demo.find("kit-page")
    page.ask_overwrite("kit.pdf")
    open_demo.judge("the sheet with a question")


def test_a_new_kit_and_a_new_passphrase(open_demo):
    keys = open_demo.journal.keys
    code = keys.kit_code(PASSPHRASE)
    keys.confirm_kit(code, dict(enumerate(code.split("-"), start=1)))
    open_demo.go(PageName.KEYS)
    open_demo.judge("a kit is made")
    open_demo.press("begin-kit")
    open_demo.find("kit-passphrase").setText(PASSPHRASE)
    open_demo.press("kit-go-on")
    assert open_demo.sees("old-kit")
    open_demo.judge("the sheet of a new kit")
    open_demo.press("kit-leave")
    open_demo.journal.courses.just_had()
    open_demo.press("begin-change")
    assert open_demo.sees("change-anyway")
    open_demo.judge("a passphrase that can wait")
    open_demo.press("change-anyway")
    open_demo.find("current-passphrase").setText(PASSPHRASE)
    open_demo.find("passphrase-again").setText(open_demo.find("new-passphrase").text())
    open_demo.press("change")
    assert open_demo.sees("new-backup")
    open_demo.judge("a passphrase that was changed")


@pytest.mark.parametrize("kind", [kind for kind in ReminderKind if kind not in CARDS_OF_THEIR_OWN])
def test_every_quiet_card_on_today(open_demo, kind):
    said_there = said(Reminder(kind, detail="laptop-of-anna.db", session_number=4), open_demo.journal.messages)
    page = open_demo.window.centralWidget().page
    page.clear_reminder()
    page.show_reminder(ReminderCard(said_there))
    open_demo.judge(f"today with {kind}")


def test_a_rehearsal_on_today(open_demo):
    journal = open_demo.journal
    journal.keys.passphrase_is_new()
    for one in journal.practices.carried().laters:  # what comes back is said first
        journal.practices.settle(one.uid, LaterState.LET_GO)
    journal.clock.pass_time(days=14)
    journal.reminders.put_off(Reminder(ReminderKind.KIT))
    open_demo.go(PageName.TODAY)
    while open_demo.sees("ask-no"):  # sessions of the past are asked about first, and one question is enough
        open_demo.press("ask-no")
    open_demo.go(PageName.TODAY)
    open_demo.judge("today with a rehearsal")
    open_demo.find("rehearsal").setText("not this one")
    open_demo.press("reminder-action")
    open_demo.judge("today after a rehearsal")

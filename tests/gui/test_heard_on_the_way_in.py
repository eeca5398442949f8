"""What somebody hears who does not see the page: where the focus lands, it says what the page is about."""

import pytest

from kat_journal.gui.navigation import PageName
from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import said
from kat_journal.gui.unlock.presenter import FREE_TRIES
from kat_journal.services.demo import PASSPHRASE
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.storage import backup
from kat_journal.storage.opening import open_vault


@pytest.fixture
def size():
    """One is enough: what is heard has no size."""
    return "small"


def heard(eyes):
    """What a screen reader says of the focus."""
    focused = eyes.window.focusWidget()
    return focused.objectName(), focused.accessibleDescription()


def test_a_try_that_has_to_wait_leaves_the_focus_in_the_field(locked):
    for _ in range(FREE_TRIES + 2):
        locked.find("passphrase").setText("a wrong one")
        locked.find("open").setFocus()
        locked.press("open")

    assert not locked.find("open").isEnabled(), "the next try waits"
    assert heard(locked)[0] == "passphrase", "and not the button that shows what was typed"


def test_each_step_of_restoring_is_told_by_its_button(locked):
    folder = locked.app.config.journal
    vault = open_vault(folder, PASSPHRASE)
    backup.make(vault.connection, vault.key, folder, folder / "backups" / "2026-11-23T103000.kjbackup")
    vault.close()
    locked.press("restoring")
    locked.press("restore-0")
    locked.find("restore-passphrase").setText(PASSPHRASE)
    locked.press("restore-open")
    name, words = heard(locked)
    assert name == "restore-put"
    assert "Inside: sessions" in words
    assert "Nothing of it is lost." in words

    locked.press("restore-put")

    name, words = heard(locked)
    assert name == "restore-go-on"
    assert words.startswith("The backup is in place.")


def test_what_was_salvaged_is_told_where_the_focus_is(locked):
    with (locked.app.config.journal / "journal.db").open("r+b") as file:
        file.seek(1000)
        file.write(b"damage")
    locked.find("passphrase").setText(PASSPHRASE)
    locked.press("open")
    locked.press("go-salvaging")
    locked.find("salvaging-secret").setText("a wrong one")
    locked.find("salvaging-go").setFocus()
    locked.press("salvaging-go")
    assert heard(locked)[0] == "salvaging-secret"

    locked.find("salvaging-secret").setText(PASSPHRASE)
    locked.press("salvaging-go")

    name, words = heard(locked)
    assert name == "saved-heading"
    assert "pages" in words
    assert "table of contents is lost" in words


def test_the_sheet_is_told_and_its_code_is_not(open_demo):
    code = open_demo.journal.keys.kit_code(PASSPHRASE)
    open_demo.go(PageName.KEYS)
    assert "There is no recovery kit yet." in heard(open_demo)[1]
    open_demo.press("begin-kit")
    open_demo.find("kit-passphrase").setText(PASSPHRASE)

    open_demo.press("kit-go-on")

    name, words = heard(open_demo)
    assert (name, words) == ("kit-print", "Your recovery kit.")
    assert open_demo.find("group-1").text() == code[:4], "it is on the page"


def test_the_offered_words_are_pointed_at_and_not_said(open_demo):
    open_demo.go(PageName.KEYS)
    open_demo.press("begin-change")
    again, offered = open_demo.find("passphrase-again"), open_demo.find("new-passphrase").text()

    assert again.accessibleDescription() == "The four words stand in the field before this one."
    assert len(offered.split()) == 4
    open_demo.press("use-my-own")
    assert again.accessibleDescription() == ""


def test_the_answers_on_a_quiet_card_say_what_they_answer(open_demo):
    words = said(Reminder(ReminderKind.KIT), open_demo.journal.messages)
    page = open_demo.window.centralWidget().page
    page.clear_reminder()
    page.show_reminder(ReminderCard(words))

    assert open_demo.find("reminder-action").accessibleDescription() == f"{words.title}. {words.words}"
    assert open_demo.find("reminder-other").accessibleDescription() == words.title


def test_a_second_place_that_is_given_up_leaves_the_focus_on_its_card(open_demo, tmp_path):
    open_demo.journal.backups.choose_second_place(tmp_path)
    open_demo.go(PageName.BACKUPS)
    open_demo.find("leave-second-place").setFocus()

    open_demo.press("leave-second-place")

    assert heard(open_demo)[0] == "choose-second-place"
    assert open_demo.find("backups-notice-text").text() == "No more copies go there. What is there already stays."

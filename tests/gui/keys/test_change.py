"""Changing the passphrase."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kat_journal.errors import CommonPassphraseError, WrongPassphraseError
from kat_journal.gui.keys import build
from kat_journal.gui.navigation import PageName, Place
from kat_journal.storage.rekeying import check_passphrase

NEW = "harbour plum seven kettle"


@pytest.fixture
def page(qtbot, context):
    page = build(Place(PageName.KEYS), replace(context, offer_words=lambda: NEW), None)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.start_focus()
    return page


def line(page, name):
    return page.findChild(QLineEdit, name)


def sees(page, name):
    return any(found.isVisible() for found in page.findChildren(QWidget, name))


def press(page, name):
    next(found for found in page.findChildren(QAbstractButton, name) if found.isVisible()).click()
    QApplication.processEvents()


def said(page):
    found = page.findChild(QWidget, "change-notice")
    return found.text() if found.isVisible() else ""


def fill(page, current, new=NEW, again=NEW):
    press(page, "begin-change")
    line(page, "current-passphrase").setText(current)
    if new != NEW:
        press(page, "use-my-own")
        line(page, "new-passphrase").setText(new)
    line(page, "passphrase-again").setText(again)
    press(page, "change")


def test_the_page_begins_folded_and_says_which_one_it_is(page):
    assert page.place() == Place(PageName.KEYS)
    assert page.title() == "Passphrase and recovery kit"
    assert page.focusWidget().objectName() == "begin-kit"
    assert not sees(page, "current-passphrase")


def test_the_new_one_opens_the_journal_and_the_old_one_does_not(page, vault, passphrase, qtbot):
    press(page, "begin-change")
    assert page.focusWidget() is line(page, "current-passphrase")
    qtbot.keyClicks(line(page, "current-passphrase"), passphrase)
    qtbot.keyClick(line(page, "current-passphrase"), Qt.Key.Key_Return)
    assert line(page, "new-passphrase").text() == NEW
    assert page.focusWidget() is line(page, "passphrase-again")
    qtbot.keyClicks(line(page, "passphrase-again"), NEW)
    qtbot.keyClick(line(page, "passphrase-again"), Qt.Key.Key_Return)

    check_passphrase(vault.folder, NEW)
    with pytest.raises(WrongPassphraseError):
        check_passphrase(vault.folder, passphrase)
    assert "Your words were not touched" in said(page)
    assert "still open with the old passphrase" in said(page)


def test_nothing_typed_stays(page, passphrase):
    fill(page, passphrase)

    for name in ("current-passphrase", "new-passphrase", "passphrase-again"):
        line(page, name).undo()
        assert line(page, name).text() == ""


def test_a_new_backup_is_offered_that_opens_with_the_new_one(page, passphrase, journal):
    fill(page, passphrase)
    before = len(journal.backups.list())

    press(page, "new-backup")

    assert len(journal.backups.list()) == before + 1
    assert said(page) == "A new backup was made. It opens with the new passphrase."


def test_a_wrong_passphrase_changes_nothing_and_may_be_mended(page, vault, passphrase):
    fill(page, "not this one at all")

    assert said(page) == f"{WrongPassphraseError.user_message} {WrongPassphraseError.hint}"
    assert page.focusWidget() is line(page, "current-passphrase")
    assert line(page, "passphrase-again").text() == NEW
    check_passphrase(vault.folder, passphrase)


def test_a_common_one_is_refused_with_the_reason(page, vault, passphrase):
    fill(page, passphrase, "password1234", "password1234")

    assert said(page) == f"{CommonPassphraseError.user_message} {CommonPassphraseError.hint}"
    check_passphrase(vault.folder, passphrase)


def test_two_that_differ_change_nothing(page, vault, passphrase):
    fill(page, passphrase, again="something else")

    assert "not the same yet" in said(page)
    check_passphrase(vault.folder, passphrase)


def test_the_passphrase_of_now_is_asked_for_first(page, vault, passphrase):
    fill(page, "")

    assert "your current passphrase first" in said(page)
    check_passphrase(vault.folder, passphrase)


def test_it_can_be_left_as_it_is(page, vault, passphrase):
    press(page, "begin-change")
    line(page, "current-passphrase").setText(passphrase)

    press(page, "cancel-change")

    assert line(page, "current-passphrase").text() == ""
    assert page.focusWidget().objectName() == "begin-change"


def test_after_a_session_it_can_wait(page, journal, vault, passphrase):
    journal.courses.just_had()
    press(page, "begin-change")
    assert said(page) == "You had a session today. This can wait until tomorrow."
    assert page.focusWidget().objectName() == "change-wait"
    assert not sees(page, "current-passphrase")

    press(page, "change-wait")
    assert said(page) == ""
    press(page, "begin-change")
    press(page, "change-anyway")
    line(page, "current-passphrase").setText(passphrase)
    line(page, "passphrase-again").setText(NEW)
    press(page, "change")

    check_passphrase(vault.folder, NEW)


def test_the_way_leads_back(page, context):
    places = []
    context.navigator.moved.connect(places.append)

    press(page, "back")

    assert places == [Place(PageName.TODAY)]

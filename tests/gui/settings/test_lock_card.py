"""What Settings says and offers about locking, and about being seen while the journal is open."""

import tomllib

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox

from kat_journal.gui.desktop.capture import can_hide, hide_from_pictures
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.settings.lock import LockCard


def said(page):
    return page.findChild(QLabel, "lock-desktop").text()


def kept(preferences):
    return tomllib.loads(preferences.path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        (Heard(lock=True, sleep=True), ("when you lock the screen", "before the computer sleeps")),
        (Heard(lock=True), ("when you lock the screen", "does not tell when it goes to sleep", "after 5 minutes")),
        (Heard(sleep=True), ("before the computer sleeps", "does not tell when it locks", "after 5 minutes")),
        (Heard(), ("does not tell when it locks or", "still locks after 5 minutes")),
    ],
)
def test_it_says_which_signals_of_the_desktop_are_heard(page, heard, words):
    page.show_heard(heard)

    for part in words:
        assert part in said(page)


def test_the_minutes_that_are_said_are_those_in_force(page):
    page.findChild(QSpinBox, "auto-lock").setValue(12)
    assert "12 minutes" in said(page)

    page.findChild(QSpinBox, "auto-lock").setValue(1)
    assert "one minute" in said(page)

    page.findChild(QAbstractButton, "auto-lock-never").click()
    page.findChild(QAbstractButton, "auto-lock-confirm").click()
    assert "only you can lock" in said(page)


def test_the_curtain_is_off_until_it_is_chosen_and_then_in_force_and_kept(page, context, preferences):
    curtain = page.findChild(QAbstractButton, "hide-when-away")
    assert not curtain.isChecked()

    curtain.click()

    assert curtain.isChecked()
    assert context.apply_preferences.times == 1
    assert kept(preferences)["hide_when_away"] is True


def test_a_system_that_cannot_keep_the_window_out_of_pictures_says_so(qtbot, preferences):
    card = LockCard(60, can_hide=False)
    qtbot.addWidget(card)
    card.show_preferences(preferences)
    card.show()

    assert not card.findChild(QAbstractButton, "hide-from-pictures").isVisible()
    assert "can take pictures of the screen" in card.findChild(QLabel, "lock-pictures").text()


def test_a_system_that_can_offers_it_and_starts_with_it(qtbot, preferences):
    card = LockCard(60, can_hide=True)
    qtbot.addWidget(card)
    card.show_preferences(preferences)
    card.show()
    offered = card.findChild(QAbstractButton, "hide-from-pictures")
    assert offered.isVisible()
    assert offered.isChecked()

    with qtbot.waitSignal(card.pictures_chosen) as chosen:
        offered.click()

    assert chosen.args == [False]


def test_a_choice_about_pictures_is_kept(page, context, preferences):
    page.pictures_chosen.emit(False)

    assert kept(preferences)["hide_from_pictures"] is False
    assert context.apply_preferences.times == 1


def test_linux_offers_nothing_of_the_kind(qtbot, page):
    assert not can_hide("linux")
    assert can_hide("win32")
    assert can_hide("darwin")
    if not can_hide():
        assert not hide_from_pictures(page, True)

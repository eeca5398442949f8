"""Where a journal does not open: what is wrong is told apart, restoring comes first, and nothing is ever recreated."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kat_journal.errors import (
    JournalDamagedError,
    JournalElsewhereError,
    JournalMissingError,
    KeysDamagedError,
    WrongPassphraseError,
)
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.unlock import build

ELSEWHERE = JournalElsewhereError(details={"who": "laptop (anna)", "since": "09:30"})
PAUSES = [0, 0, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]


class Door:
    """Refuses as it is told, and notes every try."""

    def __init__(self, refusal):
        self.refusal = refusal
        self.tries = []
        self.opened = []
        self.led_to = []

    def open(self, passphrase, **how):
        self.tries.append((passphrase, how))
        if self.refusal is not None and not how:
            raise self.refusal
        return "the journal"


@pytest.fixture
def stand_before(qtbot, theme, preferences, clock, tmp_path):
    def stand(refusal):
        door = Door(refusal)
        mine = {"open": door.open, "preferences": preferences, "clock": clock, "folder": tmp_path}
        gate = Gate(**({field.name: bool for field in fields(Gate)} | mine))
        page = build(gate, InlineTasks(), door.opened.append, door.led_to.append, "", None)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page, door

    return stand


def press(page, name):
    next(found for found in page.findChildren(QAbstractButton, name) if found.isVisible()).click()
    QApplication.processEvents()


def field(page):
    return page.findChild(QLineEdit, "passphrase")


def give(page, passphrase="a passphrase"):
    field(page).setText(passphrase)
    press(page, "open")


def said(page):
    return page.findChild(QWidget, "trouble").text()


def ways(page):
    notice = page.findChild(QWidget, "trouble")
    return [found.objectName() for found in notice.findChildren(QAbstractButton) if found.isVisible()]


def pause(page):
    return next(timer for timer in page.findChildren(QTimer) if timer.parent() is not page and timer.isSingleShot())


@pytest.mark.parametrize(
    ("refusal", "offered"),
    [
        (JournalDamagedError(), ["go-restoring", "go-salvaging"]),
        (KeysDamagedError(), ["go-recovery", "go-restoring"]),
        (WrongPassphraseError(), []),
        (JournalMissingError(), []),
    ],
)
def test_what_helps_is_offered_and_the_best_comes_first(stand_before, refusal, offered):
    page, door = stand_before(refusal)

    give(page)

    assert ways(page) == offered
    assert said(page) == f"{refusal.user_message} {refusal.hint}"
    if offered:
        assert page.focusWidget().objectName() == offered[0]
        press(page, offered[-1])
        assert door.led_to == [offered[-1].removeprefix("go-")]


@pytest.mark.parametrize("refusal", [JournalDamagedError(), KeysDamagedError(), JournalMissingError()])
def test_nobody_is_told_to_start_afresh(stand_before, refusal):
    page, _ = stand_before(refusal)
    give(page)

    shown = " ".join(found.text().lower() for found in page.findChildren(QAbstractButton)) + said(page).lower()

    assert "restore" in shown, "else nothing was looked at"
    assert not any(word in shown for word in ("reset", "recreate", "start again", "new journal", "delete"))


def test_a_missing_journal_is_one_on_a_disk_that_is_not_there(stand_before):
    page, _ = stand_before(JournalMissingError())

    give(page)

    assert "connect that disk" in said(page)


def test_who_has_it_open_elsewhere_is_named_and_it_opens_here_on_request(stand_before):
    page, door = stand_before(ELSEWHERE)
    give(page)
    assert "laptop (anna), since 09:30" in said(page)
    assert "a second copy" in said(page), "what can happen"
    assert door.opened == []

    press(page, "take-over")

    assert door.tries[-1] == ("a passphrase", {"take_over": True})
    assert door.opened == ["the journal"]


def test_without_a_passphrase_nothing_is_taken_over(stand_before):
    page, door = stand_before(ELSEWHERE)
    give(page)
    field(page).forget()

    press(page, "take-over")

    assert len(door.tries) == 1
    assert page.focusWidget() is field(page)


def test_wrong_tries_are_slowed_from_the_third_on_and_never_ended(stand_before):
    page, door = stand_before(WrongPassphraseError())
    waited = []

    for _ in PAUSES:
        give(page)
        waited.append(pause(page).interval() if pause(page).isActive() else 0)
        pause(page).stop()

    assert waited == PAUSES
    assert len(door.tries) == len(PAUSES)
    door.refusal = None
    give(page)
    assert door.opened == ["the journal"]


def test_during_a_pause_the_passphrase_can_be_mended_and_is_tried_by_itself(stand_before, qtbot):
    page, door = stand_before(WrongPassphraseError())
    for _ in range(3):
        give(page)
    door.refusal = None

    press(page, "open")
    assert said(page) == "Please wait a moment."
    assert not field(page).isReadOnly()
    assert len(door.tries) == 3
    field(page).setText("the right one")
    pause(page).setInterval(1)

    qtbot.waitUntil(lambda: door.opened == ["the journal"])
    assert door.tries[-1] == ("the right one", {})


def test_a_pause_that_nobody_waits_for_tries_nothing(stand_before, qtbot):
    page, door = stand_before(WrongPassphraseError())
    for _ in range(3):
        give(page)
    pause(page).setInterval(1)

    qtbot.waitUntil(lambda: not pause(page).isActive())

    assert len(door.tries) == 3
    assert said(page).startswith(WrongPassphraseError.user_message)


def test_another_trouble_ends_the_row_of_wrong_tries(stand_before):
    page, door = stand_before(WrongPassphraseError())
    for refusal in (WrongPassphraseError(), WrongPassphraseError(), JournalMissingError(), WrongPassphraseError()):
        door.refusal = refusal
        give(page)

    assert not pause(page).isActive()


def test_once_it_is_open_the_passphrase_is_gone_and_cannot_be_brought_back(stand_before):
    page, _ = stand_before(None)
    give(page)

    field(page).reveal(True)
    field(page).undo()

    assert field(page).text() == ""

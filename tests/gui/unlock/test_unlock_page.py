"""A passphrase and one button."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kat_journal.errors import JournalInUseError, WrongPassphraseError
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import InlineTasks
from kat_journal.gui.unlock import build
from kat_journal.gui.widgets.line import PassphraseField

RIGHT = "four words that open"


class Opener:
    """Opens for one passphrase, and says what it was asked."""

    def __init__(self):
        self.asked = []
        self.refusal = WrongPassphraseError()
        self.opened = []
        self.led_to = []

    def open(self, passphrase, *, take_over=False):
        self.asked.append(passphrase)
        if passphrase == RIGHT or take_over:
            return "the journal"
        raise self.refusal


class LaterTasks(InlineTasks):
    """Holds work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def journal(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))


@pytest.fixture
def opener():
    return Opener()


@pytest.fixture
def gate(opener, preferences, clock, tmp_path):
    mine = {"open": opener.open, "preferences": preferences, "clock": clock, "folder": tmp_path, "can_seal": bool}
    return Gate(**({field.name: bool for field in fields(Gate)} | mine))


@pytest.fixture
def show(qtbot, theme, gate, opener):
    def show(tasks=None, words="", gate=gate):
        page = build(gate, tasks or InlineTasks(), opener.opened.append, opener.led_to.append, words, None)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        return page

    return show


def field(page):
    return page.findChild(QLineEdit, "passphrase")


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def trouble(page):
    notice = page.findChild(QWidget, "trouble")
    return notice.text() if notice.isVisible() else ""


@pytest.mark.parametrize("how", ["button", "enter"])
def test_the_right_passphrase_opens(show, opener, qtbot, how):
    page = show()
    qtbot.keyClicks(field(page), RIGHT)

    if how == "button":
        press(page, "open")
    else:
        qtbot.keyClick(field(page), Qt.Key.Key_Return)

    assert opener.opened == ["the journal"]


def test_nothing_typed_asks_nobody(show, opener):
    press(show(), "open")

    assert opener.asked == []


@pytest.mark.parametrize("refusal", [WrongPassphraseError(), JournalInUseError()])
def test_why_it_did_not_open_is_said_and_what_was_typed_stays_marked(show, opener, refusal):
    opener.refusal = refusal
    page = show()
    field(page).setText("a slip")

    press(page, "open")

    assert trouble(page) == f"{refusal.user_message} {refusal.hint}"
    assert field(page).selectedText() != ""
    assert field(page).text() == "a slip"
    assert page.findChild(QAbstractButton, "open").isEnabled()


def test_while_it_opens_nothing_can_be_changed_or_asked_twice(show, opener, qtbot):
    tasks = LaterTasks()
    page = show(tasks)
    field(page).setText(RIGHT)
    press(page, "open")

    qtbot.keyClicks(field(page), "more")
    qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert page.findChild(QAbstractButton, "open").text() == "Opening…"

    [waiting] = tasks.waiting
    waiting()
    assert opener.asked == [RIGHT]


def test_the_passphrase_is_shown_only_when_asked_and_hidden_again(show):
    page = show()
    assert field(page).echoMode() is PassphraseField.EchoMode.Password

    press(page, "show-passphrase")
    assert field(page).echoMode() is PassphraseField.EchoMode.Normal
    assert page.findChild(QAbstractButton, "show-passphrase").text() == "Hide"

    press(page, "show-passphrase")
    assert field(page).echoMode() is PassphraseField.EchoMode.Password


@pytest.mark.parametrize("page_name", ["recovery", "restoring", "support"])
def test_what_needs_no_passphrase_is_one_press_away(show, opener, page_name):
    press(show(), page_name)

    assert opener.led_to == [page_name]


def test_a_few_words_without_opening_are_offered_where_they_can_be_kept(show, gate, opener):
    assert show().findChild(QAbstractButton, "sealed") is None

    page = show(gate=replace(gate, can_seal=lambda: True))
    press(page, "sealed")

    assert opener.led_to == ["sealed"]


def test_what_there_is_to_say_is_said_at_once(show):
    assert trouble(show(words="Some words could not be saved yet.")) == "Some words could not be saved yet."


def test_a_slip_is_hidden_again_and_does_not_stay_for_whoever_comes_by_later(show, qtbot):
    page = show()
    press(page, "show-passphrase")
    qtbot.keyClicks(field(page), "four words that almost open")
    qtbot.keyClick(field(page), Qt.Key.Key_Return)

    assert field(page).text() == "four words that almost open", "so that it can be mended"
    assert field(page).echoMode() is PassphraseField.EchoMode.Password

    page._forget.setInterval(10)
    qtbot.waitUntil(lambda: field(page).text() == "", timeout=5_000)

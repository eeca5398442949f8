"""The way in with the recovery code."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kat_journal.errors import DiskFullError, JournalElsewhereError, UnusablePassphraseError, WrongRecoveryCodeError
from kat_journal.gui.gate import Gate
from kat_journal.gui.recovery import build
from kat_journal.gui.tasks import InlineTasks
from kat_journal.storage.recovery_code import code_of

OFFERED = "copper lantern quiet meadow"
CODE = code_of(bytearray(range(16)))


class Recoverer:
    """Opens with a code, or refuses as it is told."""

    def __init__(self):
        self.asked = []
        self.refusal = None
        self.opened = []
        self.back = 0

    def recover(self, code, new, *, take_over=False):
        self.asked.append((code, new, take_over))
        if self.refusal is not None and not take_over:
            raise self.refusal
        return "the journal"

    def on_back(self):
        self.back += 1


@pytest.fixture
def recoverer():
    return Recoverer()


@pytest.fixture
def page(qtbot, theme, recoverer, preferences, clock, tmp_path, dialogs):
    mine = {"recover": recoverer.recover, "offer_words": lambda: OFFERED, "preferences": preferences}
    gate = Gate(**({field.name: bool for field in fields(Gate)} | mine | {"clock": clock, "folder": tmp_path}))
    page = build(gate, InlineTasks(), dialogs, recoverer.opened.append, recoverer.on_back, None)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.start_focus()
    return page


@pytest.fixture
def second(page, qtbot):
    """The page with the code typed, at its second step."""
    qtbot.keyClicks(line(page, "recovery-code"), CODE)
    press(page, "code-go-on")
    return page


def line(page, name):
    return page.findChild(QLineEdit, name)


def press(page, name):
    next(found for found in page.findChildren(QAbstractButton, name) if found.isVisible()).click()
    QApplication.processEvents()


def said(page, name):
    found = page.findChild(QWidget, name)
    return found.text() if found.isVisible() else ""


def mistyped():
    wrong = "B" if CODE[10] != "B" else "C"
    return CODE[:10] + wrong + CODE[11:]


def test_it_begins_with_the_code_and_says_where_it_is(page):
    assert page.focusWidget().objectName() == "recovery-code"
    shown = "\n".join(label.text() for label in page.findChildren(QWidget) if hasattr(label, "text"))
    assert "on the sheet that you printed or saved" in shown


def test_a_code_that_is_pasted_whole_is_taken(page):
    QApplication.clipboard().setText(CODE.lower().replace("-", " "))

    line(page, "recovery-code").paste()

    assert line(page, "recovery-code").text() == CODE
    assert said(page, "code-right") == "Typed as it should be."
    QApplication.clipboard().clear()


def test_a_letter_in_the_middle_is_mended_where_it_stands(page, qtbot):
    field = line(page, "recovery-code")
    qtbot.keyClicks(field, mistyped())
    field.setSelection(10, 1)

    qtbot.keyClicks(field, CODE[10].lower())

    assert field.cursorPosition() == 11
    press(page, "code-go-on")
    assert page.findChild(QWidget, "new-passphrase").isVisible()


def test_a_mistake_is_named_and_marked_before_anything_is_tried(page, qtbot, recoverer):
    qtbot.keyClicks(line(page, "recovery-code"), mistyped())

    assert "mistake in group 3" in said(page, "code-trouble")
    assert line(page, "recovery-code").selectedText() == mistyped().split("-")[2]
    assert said(page, "code-right") == ""
    assert recoverer.asked == []


@pytest.mark.parametrize("typed", ["", CODE[:20]])
def test_half_a_code_leads_nowhere(page, qtbot, recoverer, typed):
    qtbot.keyClicks(line(page, "recovery-code"), typed)

    qtbot.keyClick(line(page, "recovery-code"), Qt.Key.Key_Return)

    assert not page.findChild(QWidget, "new-passphrase").isVisible()
    assert ("8 groups of 4" in said(page, "code-trouble")) is bool(typed)
    assert recoverer.asked == []


def test_then_a_new_passphrase_is_typed_twice_and_the_journal_is_open(second, recoverer, qtbot):
    assert line(second, "new-passphrase").text() == OFFERED
    assert second.focusWidget().objectName() == "passphrase-again"

    qtbot.keyClicks(line(second, "passphrase-again"), OFFERED)
    qtbot.keyClick(line(second, "passphrase-again"), Qt.Key.Key_Return)

    assert recoverer.asked == [(CODE, OFFERED, False)]
    assert recoverer.opened == ["the journal"]
    assert {line(second, name).text() for name in ("recovery-code", "new-passphrase", "passphrase-again")} == {""}


def test_two_that_differ_open_nothing(second, recoverer):
    line(second, "passphrase-again").setText("something else")

    press(second, "recover")

    assert "not the same yet" in said(second, "recovery-trouble")
    assert recoverer.asked == []


def test_a_code_of_another_journal_leads_back_to_the_code(second, recoverer):
    recoverer.refusal = WrongRecoveryCodeError()
    line(second, "passphrase-again").setText(OFFERED)

    press(second, "recover")

    assert said(second, "code-trouble").startswith(WrongRecoveryCodeError.user_message)
    assert line(second, "recovery-code").text() == CODE, "so that it can be compared"
    assert recoverer.opened == []


@pytest.mark.parametrize("refusal", [DiskFullError(), UnusablePassphraseError()])
def test_what_else_goes_wrong_is_said_and_may_be_tried_again(second, recoverer, refusal):
    recoverer.refusal = refusal
    line(second, "passphrase-again").setText(OFFERED)
    press(second, "recover")
    assert said(second, "recovery-trouble") == f"{refusal.user_message} {refusal.hint}"

    recoverer.refusal = None
    press(second, "recover")

    assert recoverer.opened == ["the journal"]


def test_a_journal_that_may_be_open_elsewhere_opens_here_on_request(second, recoverer):
    recoverer.refusal = JournalElsewhereError(details={"who": "laptop", "since": "09:30"})
    line(second, "passphrase-again").setText(OFFERED)
    press(second, "recover")
    assert "laptop, since 09:30" in said(second, "recovery-trouble")

    line(second, "passphrase-again").setText("half")
    press(second, "take-over")
    assert len(recoverer.asked) == 1, "only with a passphrase that was typed twice"
    line(second, "passphrase-again").setText(OFFERED)
    press(second, "take-over")

    assert recoverer.asked[-1] == (CODE, OFFERED, True)
    assert recoverer.opened == ["the journal"]


def test_the_way_leads_back_step_by_step(second, recoverer):
    press(second, "back-to-code")
    assert second.focusWidget().objectName() == "recovery-code"

    press(second, "back")

    assert recoverer.back == 1


class LaterTasks(InlineTasks):
    """Holds work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def pool(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.pool(self, work, context=context, **outcome))

    journal = pool


def test_while_it_works_nothing_can_be_changed_and_what_is_outdated_is_not_said(
    qtbot, theme, recoverer, preferences, clock, tmp_path, dialogs
):
    tasks = LaterTasks()
    mine = {"recover": recoverer.recover, "offer_words": lambda: OFFERED, "preferences": preferences}
    gate = Gate(**({field.name: bool for field in fields(Gate)} | mine | {"clock": clock, "folder": tmp_path}))
    page = build(gate, tasks, dialogs, recoverer.opened.append, recoverer.on_back, None)
    qtbot.addWidget(page)
    page.show()
    for typed in (mistyped(), CODE):
        line(page, "recovery-code").clear()
        qtbot.keyClicks(line(page, "recovery-code"), typed)
    offer, first, second = tasks.waiting
    offer()
    second()
    first()
    assert said(page, "code-trouble") == ""
    assert said(page, "code-right") != ""

    tasks.waiting.clear()
    press(page, "code-go-on")
    tasks.waiting.pop()()
    line(page, "passphrase-again").setText(OFFERED)
    press(page, "recover")
    qtbot.keyClick(line(page, "passphrase-again"), Qt.Key.Key_Return)

    assert page.findChild(QAbstractButton, "recover").text() == "Opening your journal…"
    assert line(page, "passphrase-again").isReadOnly()
    [work] = tasks.waiting
    work()
    assert recoverer.opened == ["the journal"]

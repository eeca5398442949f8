"""A passphrase is forgotten, and a sheet of paper opens the journal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from kat_journal.errors import WrongPassphraseError
from kat_journal.gui.navigation import PageName, Place

WORDS = "What I wrote before I forgot"


@pytest.fixture
def person(sit_down):
    """Somebody with a new journal and one page in it."""
    person = sit_down()
    person.qtbot.waitUntil(lambda: person.see("new-passphrase").text() != "")
    person.passphrase = person.see("new-passphrase").text()
    person.type("passphrase-again", person.passphrase)
    person.click("go-on")
    person.click("no-date")
    person.click("write-freely")
    person.type("item-words", WORDS)
    person.wait_saved()
    return person


def code_on_the_sheet(person):
    return [person.see(f"group-{number}", QLabel).text() for number in range(1, 9)]


def make_the_kit(person, passphrase):
    """From the quiet card on Today to a kit that counts; gives its code."""
    person.window.centralWidget()._context.navigator.go(Place(PageName.TODAY))
    assert person.see("reminder-title").text() == "If you ever forget your passphrase"
    person.click("reminder-action")
    person.click("begin-kit")
    person.type("kit-passphrase", passphrase)
    person.click("kit-go-on")
    groups = code_on_the_sheet(person)
    for field in person.window.findChildren(QLineEdit):
        if field.objectName().startswith("retype-"):
            person.type(field.objectName(), groups[int(field.objectName().removeprefix("retype-")) - 1].lower())
    person.click("kit-done")
    person.see("kit-state")
    return "-".join(groups)


def test_the_code_opens_the_same_journal_and_the_old_passphrase_does_not(person):
    old = person.passphrase
    code = make_the_kit(person, old)
    person.qtbot.waitUntil(lambda: "You made a recovery kit on" in person.see("kit-state").text())
    person.lock()

    person.click("recovery")
    person.type("recovery-code", code.replace("-", "").lower())
    assert person.see("recovery-code").text() == code
    person.click("code-go-on")
    new = person.see("new-passphrase").text()
    assert new != old
    person.type("passphrase-again", new)
    person.press(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: not person.window.is_locked)

    person.click("nav-today")
    assert WORDS in person.see("last-words").text()
    assert person.see("reminder-title").text() == "Your journal has a new passphrase"
    person.click("reminder-action")
    person.lock()

    person.type("passphrase", old)
    person.click("open")
    assert person.see("trouble").text().startswith(WrongPassphraseError.user_message)
    person.type("passphrase", new)  # over what is marked
    person.click("open")
    person.qtbot.waitUntil(lambda: not person.window.is_locked)

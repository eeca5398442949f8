"""Types one word into every field of every page of the real window, forces failures, locks, unlocks and closes.

    sweeper.py FOLDER

and does what is done besides writing, in the folder ``Beside`` that it makes next to that one.

The word and the passphrase come through the standard input, so that no list of processes holds them. Prints
``journey done`` and how many fields were filled.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from kat_journal.domain.form import Layout
from kat_journal.domain.ids import Uid
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.widgets.choices import Choices
from tests.helpers.clock import FixedClock
from tests.journeys.afterwards import live_with
from tests.journeys.alone import live_on, sit_down

START = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
NOT_PRESSED = ("numbers", "close", "support", "ground")
"""Parts of names of buttons that lead away from a form."""


class Sweep:
    """Fills whatever it finds."""

    def __init__(self, person, word):
        self.person = person
        self.word = word
        self.filled = 0

    def go(self, place):
        self.person.window.centralWidget()._context.navigator.go(place)

    def shown(self, root, *kinds):
        found = [one for kind in kinds for one in root.findChildren(kind)]
        return [one for one in found if isValid(one) and one.isVisible() and one.isEnabled()]

    def fill_fields(self, root):
        """Type into each empty field that is shown."""
        for field in self.shown(root, QLineEdit, QTextEdit):
            if isinstance(field.parent(), QAbstractSpinBox) or field.isReadOnly():
                continue
            text = field.text() if isinstance(field, QLineEdit) else field.document().toRawText()
            if self.word not in text:
                QTest.keyClicks(field, self.word)
                self.filled += 1

    def answer_everything(self, page):
        """Press the first of each row of answers that is shown, and fill each field that comes with it."""
        pressed = set()
        self.fill_fields(page)
        while fresh := [one for one in self.shown(page, QAbstractButton) if self.is_answer(one, pressed)]:
            for button in fresh:
                if button.isVisible() and self.is_answer(button, pressed):
                    pressed.add(self.row_of(button))
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            live_on()
            self.fill_fields(page)

    def row_of(self, button):
        """The button itself, or the answers it stands among."""
        return button.parent() if isinstance(button.parent(), Choices) else button

    def is_answer(self, button, pressed):
        name = button.objectName()
        wanted = name.startswith("item-") or name in {"show-all", "something-else"}
        return wanted and self.row_of(button) not in pressed and not any(part in name for part in NOT_PRESSED)

    def open(self, place):
        """Open a form there and wait until it is shown."""
        self.go(place)
        page = self.person.window.centralWidget().page
        self.person.qtbot.waitUntil(lambda: page.form is not None, timeout=20_000)
        return page

    def through(self, form, session_id):
        """Fill in one form, question by question where it asks so."""
        places = [item.id for item in form.questions()] if form.layout is Layout.STEPS else [None]
        for item_id in places:
            page = self.open(Place(PageName.RUNNER, form_id=form.id, session_id=session_id, item_id=item_id))
            self.answer_everything(page)


def begin(sweep, passphrase):
    """The welcome, with the word where it can be typed and in two passphrases that are not the same."""
    person = sweep.person
    person.see("new-passphrase")
    person.qtbot.waitUntil(lambda: person.see("new-passphrase").text() != "", timeout=20_000)
    person.click("use-my-own")
    person.type("new-passphrase", sweep.word)
    person.type("passphrase-again", sweep.word + "x")
    person.click("go-on")
    person.see("trouble")
    for name in ("new-passphrase", "passphrase-again"):
        person.see(name).clear()
        person.type(name, passphrase)
    person.click("go-on")
    person.type("clinic-number", sweep.word)
    person.click("go-on-session")
    person.see("today-sentence")


def plan(sweep):
    """Course, appointment, people and the name for summaries."""
    person = sweep.person
    person.click("nav-sessions")
    person.click("begin-course")
    person.click("shape-free")
    for name in ("begin-name", "begin-clinic"):
        person.type(name, sweep.word)
    person.click("show-days")
    person.click("keep-days")
    person.click("add-appointment")
    person.type("appointment-words", sweep.word)
    person.click("keep-appointment")
    person.click("nav-support")
    person.click("add-contact")
    for name in ("contact-name", "contact-number"):
        person.type(name, sweep.word)
    person.click("contact-keep")
    person.click("nav-share")
    person.type("share-name", sweep.word)
    person.press(Qt.Key.Key_Return)


def fail(sweep):
    """Errors whose words could slip into a log: an unknown page of that name, and files that cannot be saved."""
    person = sweep.person
    sweep.go(Place(PageName.RUNNER, response_uid=Uid(sweep.word)))
    person.see("back")
    sweep.go(Place(PageName.SHARE))
    for place in (Path("/proc/summary.md"), Path.home() / "missing" / "summary.md"):
        person.dialogs.answer(place)
        person.click("save-summary")
        person.qtbot.waitUntil(lambda: person.see("share-notice").text() != "", timeout=20_000)


def lock_and_unlock(sweep, passphrase):
    """Lock behind a half-typed page, be wrong about the passphrase, and come back."""
    person = sweep.person
    person.click("nav-today")
    person.click("write-freely")
    person.type("item-words", sweep.word)
    person.lock()
    person.click("sealed")
    person.type("sealed-words", f"{sweep.word} while locked")
    person.wait_saved()
    person.click("enough")
    person.type("passphrase", sweep.word)
    person.click("open")
    person.see("trouble")
    person.see("passphrase").clear()
    person.unlock(passphrase)
    person.see("item-words", QWidget)


def type_where_nothing_is_kept(sweep):
    """Into the fields of pages that ask for a passphrase, and of those that only show."""
    for name in (PageName.WRITE, PageName.BIN, PageName.KEYS, PageName.BACKUPS, PageName.SETTINGS, PageName.GUIDE):
        sweep.go(Place(name))
        live_on()
        sweep.fill_fields(sweep.person.window.centralWidget())


def main():
    """The whole sweep."""
    word, passphrase = (sys.stdin.readline().rstrip("\n") for _ in range(2))
    clock = FixedClock(START)
    sweep = Sweep(sit_down(Path(sys.argv[1]), clock, afresh=False), word)
    person = sweep.person
    begin(sweep, passphrase)
    plan(sweep)
    clock.set(START + timedelta(days=2))
    forms = person.app.library.forms
    for form in forms.values():
        sweep.through(form, 1)
    fail(sweep)
    lock_and_unlock(sweep, passphrase)
    type_where_nothing_is_kept(sweep)
    person.leave()
    person.tasks.finish()
    live_with(person.app, passphrase, word, Path(sys.argv[1]).parent / "Beside")
    print(f"journey done, {sweep.filled} fields")


if __name__ == "__main__":
    main()

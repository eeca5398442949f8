"""Restoring in the window: chosen, opened, looked into, put in place; also over a damaged or missing journal."""

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from kat_journal.storage.opening import open_vault

INSIDE = re.compile(
    r"Inside: sessions 6, pages [1-9]\d*, answers [1-9]\d*\. The newest page is of Sunday 22 November 2026\."
)


def test_a_backup_is_chosen_opened_and_put_in_place(page, folder):
    assert page.view.focusWidget() is page.visible(QAbstractButton, "restore-0")
    assert not page.sees("restore-1")
    page.press("restore-0")
    assert page.said("restore-which").startswith("A backup of Monday 23 November 2026, 10:30, ")

    page.type("restore-passphrase", PASSPHRASE)

    assert INSIDE.fullmatch(page.said("restore-inside-1"))
    assert page.said("restore-inside-2").startswith("What is in place now is kept as a backup")
    assert not list((folder / "backups").glob("replaced-*"))
    assert page.view.focusWidget() is page.visible(QAbstractButton, "restore-put")

    page.press("restore-put")

    (kept,) = (folder / "backups").glob("replaced-*")
    assert page.said("restore-kept") == str(kept)
    assert str(kept) in page.visible(QLabel, "restore-kept").accessibleName()
    assert page.back == []
    page.press("restore-go-on")
    assert page.back == [()]
    open_vault(folder, PASSPHRASE).close()


def test_the_recovery_code_opens_it_too(page, code):
    page.press("restore-0")
    page.press("restore-switch")
    assert not page.sees("restore-passphrase")

    page.type("restore-code", code.lower())

    assert INSIDE.fullmatch(page.said("restore-inside-1"))
    page.press("restore-another-one")
    page.press("restore-0")
    assert page.visible(QLineEdit, "restore-code").text() == ""
    page.press("restore-switch")
    assert page.sees("restore-passphrase")


def test_what_does_not_open_it_is_said_and_can_be_tried_again(page, folder):
    page.press("restore-0")
    page.press("restore-open")
    assert not page.sees("restoring-notice")

    page.type("restore-passphrase", "something else altogether")

    assert page.said("restoring-notice-text").startswith("That passphrase does not open this backup.")
    page.type("restore-passphrase", PASSPHRASE)
    assert page.sees("restore-put")
    assert not page.sees("restoring-notice")


def test_a_slip_in_the_code_is_told_before_anything_is_tried(page, code):
    page.press("restore-0")
    page.press("restore-switch")
    page.press("restore-open")
    assert page.sees("restore-code")

    page.type("restore-code", code[:-1])

    assert "group" in page.said("restoring-notice-text")


def test_a_damaged_journal_is_replaced(show, folder):
    with (folder / "journal.db").open("r+b") as file:
        file.write(b"x" * 9000)
    page = show(folder)

    page.press("restore-0")
    page.type("restore-passphrase", PASSPHRASE)
    page.press("restore-put")

    assert page.sees("restore-kept")
    open_vault(folder, PASSPHRASE).close()


def test_a_new_computer_gets_the_journal_from_another_file(show, folder, tmp_path, dialogs):
    page = show(tmp_path / "New")
    assert page.said("restore-about").startswith("There is no backup in the journal")
    assert page.view.focusWidget() is page.visible(QAbstractButton, "restore-other")
    dialogs.answer(None, folder / "backups" / "2026-11-23T103000.kjbackup")
    page.press("restore-other")
    assert page.sees("restore-other")

    page.press("restore-other")
    page.type("restore-passphrase", PASSPHRASE)
    assert not page.sees("restore-inside-2")
    page.press("restore-put")

    assert not page.sees("restore-kept")
    assert page.said("restore-done").startswith("The backup is in place.")
    open_vault(tmp_path / "New", PASSPHRASE).close()


def test_a_file_that_is_no_backup_is_refused_at_once(page, folder, dialogs):
    dialogs.answer(folder / "backups" / "broken.kjbackup")

    page.press("restore-other")

    assert page.said("restoring-notice-text").startswith("This is not a backup that KAT Journal can read.")
    assert page.sees("restore-other")


def test_a_journal_that_is_open_is_not_replaced(page, folder):
    page.press("restore-0")
    page.type("restore-passphrase", PASSPHRASE)
    vault = open_vault(folder, PASSPHRASE)

    page.press("restore-put")

    assert page.sees("restoring-notice")
    assert page.visible(QAbstractButton, "restore-put").isEnabled()
    vault.close()


def test_one_can_think_better_of_it_at_every_step(page):
    page.press("restore-0")
    page.press("restore-another")
    page.press("restore-0")
    page.type("restore-passphrase", PASSPHRASE)
    page.press("restore-another-one")
    page.press("back")

    assert page.back == [()]


def test_leaving_the_page_forgets_what_was_typed(page):
    page.press("restore-0")
    QTest.keyClicks(page.visible(QLineEdit, "restore-passphrase"), "half of it")

    page.view.flush()

    assert page.visible(QLineEdit, "restore-passphrase").text() == ""


class Never(InlineTasks):
    """Nothing ever comes back."""

    def journal(self, work, *, context, **outcome):
        """Forget it."""


def test_before_the_backups_are_read_nothing_can_go_wrong(show, folder):
    page = show(folder, Never())

    page.view.choosing.chosen.emit(folder)
    page.view.opening.given.emit("a", "")
    page.view.inside.wanted.emit()

    assert page.sees("restore-other")


class Slow(InlineTasks):
    """Holds the pool's work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def pool(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))


class Late(InlineTasks):
    """Holds the journal thread's work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def journal(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))


def test_a_person_who_is_quicker_than_the_list_gets_the_file_they_chose(show, folder, dialogs):
    tasks = Late()
    page = show(folder, tasks)
    dialogs.answer(folder / "backups" / "2026-11-23T103000.kjbackup")
    page.press("restore-other")
    assert not page.sees("restore-which")

    for work in tasks.waiting:
        work()

    assert page.said("restore-which").startswith("A backup of Monday 23 November 2026")


def test_while_it_is_read_and_opened_it_says_so(show, folder):
    tasks = Slow()
    page = show(folder, tasks)
    tasks.waiting.pop()()
    page.press("restore-0")
    assert page.said("restoring-notice-text") == "Reading the backup\u2026"
    tasks.waiting.pop()()

    page.type("restore-passphrase", PASSPHRASE)
    assert page.visible(QAbstractButton, "restore-open").text() == "Opening\u2026"
    QTest.keyClick(page.visible(QLineEdit, "restore-passphrase"), Qt.Key.Key_Return)
    assert len(tasks.waiting) == 1
    tasks.waiting.pop()()

    assert page.sees("restore-put")

"""A large journal is checked at a quiet moment, and locking waits for no check."""

import pytest
from PySide6.QtCore import QObject

from kat_journal.gui.checking import Checking
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.checks import CHECKED_ON, CheckService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.storage.checking import Found


class Begun(CheckService):
    """Hands over checks that a test has made."""

    def __init__(self, check):
        self.check, self.kept = check, []

    def begin(self):
        return self.check

    def keep(self, found):
        self.kept.append(found)


class Made:
    stopped = False

    def run(self):
        return Found.DAMAGED


class HeldTasks(InlineTasks):
    """Holds back what is for the pool."""

    def __init__(self):
        self.held = []

    def pool(self, work, *, context, **outcome):
        self.held.append(work)


@pytest.fixture
def parent(qapp):
    return QObject()


def test_what_a_check_found_is_kept(context, parent):
    context.journal.checks = Begun(Made())
    Checking(context, parent).ask()
    assert context.journal.checks.kept == [Found.DAMAGED]


def test_a_small_journal_is_left_in_peace(context, parent, vault):
    Checking(context, parent).ask()
    assert context.journal.settings.get(CHECKED_ON) == ""


def test_damage_is_the_first_thing_that_today_says(context, parent):
    context.journal.checks.keep(Found.DAMAGED)
    assert context.journal.reminders.next() == Reminder(ReminderKind.DAMAGED)


def test_locking_stops_a_check(context, qtbot):
    import dataclasses

    made = Made()
    context.journal.checks = Begun(made)
    parent = QObject()
    Checking(dataclasses.replace(context, tasks=HeldTasks()), parent).ask()
    assert not made.stopped
    parent.deleteLater()
    qtbot.waitUntil(lambda: made.stopped)

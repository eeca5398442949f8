"""Automatic backups come at a quiet moment, give way to everybody, and stop with the lock."""

import dataclasses
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

from kat_journal.domain.response import Answer
from kat_journal.errors import DiskFullError
from kat_journal.gui.backing_up import AGAIN, EVERY, FIRST, BackingUp
from kat_journal.gui.tasks import InlineTasks, ThreadTasks


class Later(InlineTasks):
    """Holds the pool's work back until it is let go."""

    def __init__(self, wanted=()):
        self.waiting = []
        self._wanted = list(wanted)
        self.is_wanted = lambda: bool(self._wanted) and self._wanted.pop()

    def pool(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))


@pytest.fixture
def around(qapp):
    around = QObject()
    yield around
    if isValid(around):
        around.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def write(journal, count=80):
    for number in range(count):
        draft = journal.responses.new("core:free-page").draft
        journal.responses.save(draft, Answer("words", text=f"words {number} " * 50))


def test_it_waits_for_a_quiet_moment_then_makes_one_and_asks_again_later(context, journal, around):
    backing_up = BackingUp(context, around)
    assert backing_up._timer.interval() == FIRST
    assert journal.backups.list() == ()

    backing_up.ask()

    assert len(journal.backups.list()) == 1
    assert backing_up._timer.interval() == EVERY
    backing_up.ask()
    assert len(journal.backups.list()) == 1
    assert backing_up._timer.isActive()


def test_it_gives_way_and_comes_back_soon(context, journal, around):
    write(journal)
    backing_up = BackingUp(dataclasses.replace(context, tasks=Later(wanted=[True])), around)

    backing_up.ask()

    assert journal.backups.list() == ()
    assert backing_up._timer.interval() == AGAIN
    backing_up.ask()
    backing_up._tasks.waiting.pop()()
    assert len(journal.backups.list()) == 1


def test_the_second_place_is_remembered(context, journal, around, tmp_path):
    (tmp_path / "stick").mkdir()
    journal.backups.choose_second_place(tmp_path / "stick")

    BackingUp(context, around).ask()

    assert journal.backups.second_place().copied == journal.backups.list()[0].path.name


def test_locking_stops_what_is_still_running(context, journal, around):
    tasks = Later()
    BackingUp(dataclasses.replace(context, tasks=tasks), around).ask()
    (finish,) = tasks.waiting
    around.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    finish()

    assert list(journal.backups.folder.iterdir()) == []


def test_a_failure_is_tried_again_later(context, journal, around):
    backing_up = BackingUp(context, around)

    backing_up._on_failed(DiskFullError("SQLITE_FULL"))

    assert backing_up._timer.interval() == EVERY
    assert backing_up._timer.isActive()


def test_real_threads_tell_whether_somebody_waits(qapp, qtbot):
    tasks, page, free = ThreadTasks(qapp), QObject(), threading.Event()
    wanted, back, seen = tasks.is_wanted, [], []

    def first():
        free.wait()
        seen.append(wanted())

    tasks.journal(first, context=page)
    tasks.journal(lambda: seen.append(wanted()), context=page, then=back.append)
    free.set()
    qtbot.waitUntil(lambda: back != [])

    assert seen == [True, False]
    assert not InlineTasks().is_wanted()
    tasks.finish()
    tasks.setParent(None)
    tasks.deleteLater()
    page.deleteLater()

"""Keeping the preview in step without ever holding the window."""

from time import perf_counter

from PySide6.QtCore import QObject

from kat_journal.gui.share.newest import Newest
from kat_journal.gui.share.slices import Slices


class ByHand:
    """Tasks that a test lets run one by one."""

    def __init__(self):
        self.waiting = []

    def pool(self, work, *, context, then, failed):
        self.waiting.append((work, then, failed))

    def run(self):
        """The one that waits longest."""
        work, then, failed = self.waiting.pop(0)
        try:
            result = work()
        except ValueError as error:
            failed(error)
        else:
            then(result)


def fail():
    raise ValueError("no")


def test_of_many_wishes_only_the_first_and_the_newest_are_worked_on(qapp):
    owner, tasks, seen, worked = QObject(), ByHand(), [], []
    newest = Newest(tasks.pool, seen.append, seen.append, owner)

    for number in range(50):
        newest.ask(lambda number=number: worked.append(number) or number)
    while tasks.waiting:
        tasks.run()

    assert worked == [0, 49]
    assert seen == [49]
    assert not newest.is_busy


def test_a_failure_is_told_unless_something_newer_waits(qapp):
    owner, tasks, done, failed = QObject(), ByHand(), [], []
    newest = Newest(tasks.pool, done.append, failed.append, owner)

    newest.ask(fail)
    tasks.run()
    newest.ask(fail)
    newest.ask(lambda: "newer")
    tasks.run()
    tasks.run()

    assert [str(error) for error in failed] == ["no"]
    assert done == ["newer"]


def test_short_work_is_done_at_once(qapp):
    owner, done = QObject(), []

    Slices(owner).run(iter([None] * 3), lambda: done.append(True))

    assert done == [True]


def test_long_work_goes_on_between_other_events(qtbot):
    owner, done = QObject(), []

    def steps():
        for _ in range(40):
            end = perf_counter() + 0.002
            while perf_counter() < end:
                pass
            yield

    slices = Slices(owner)
    slices.run(steps(), lambda: done.append(True))
    assert slices.is_running
    assert done == []

    qtbot.waitUntil(lambda: done == [True])
    assert not slices.is_running


def test_new_work_takes_the_place_of_the_old(qtbot):
    owner, done = QObject(), []
    slices = Slices(owner)

    def endless():
        while True:
            yield

    slices.run(endless(), lambda: done.append("old"))
    slices.run(iter([None]), lambda: done.append("new"))

    assert done == ["new"]


def test_stopped_work_never_ends(qapp):
    owner, done = QObject(), []
    slices = Slices(owner)

    def endless():
        while True:
            yield

    slices.run(endless(), lambda: done.append(True))
    slices.stop()

    assert not slices.is_running
    assert done == []

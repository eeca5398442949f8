"""Work off the GUI thread: in order on the journal thread, freely on the pool, and never for a page that is gone."""

import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kat_journal.gui.tasks import InlineTasks, ThreadTasks, ignore

JOBS = 2_000


@pytest.fixture
def tasks(qapp):
    tasks = ThreadTasks(qapp)
    yield tasks
    tasks.finish()
    tasks.setParent(None)
    tasks.deleteLater()


@pytest.fixture
def page(qapp):
    page = QObject()
    yield page
    page.deleteLater()


def delete(page):
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def fail():
    raise ValueError("of the work")


def test_two_thousand_parallel_jobs_all_come_back_on_the_gui_thread(qtbot, tasks, page):
    back, threads = [], set()

    def then(number):
        back.append(number)
        threads.add(threading.get_ident())

    for number in range(JOBS):
        tasks.pool(lambda number=number: number, context=page, then=then)
    qtbot.waitUntil(lambda: len(back) == JOBS, timeout=30_000)

    assert sorted(back) == list(range(JOBS))
    assert threads == {threading.get_ident()}
    assert tasks._waiting == {}


def test_calls_to_the_journal_run_in_order_on_one_thread(qtbot, tasks, page):
    ran, back, threads = [], [], set()

    def work(number):
        threads.add(threading.get_ident())
        ran.append(number)
        return number

    for number in range(200):
        tasks.journal(lambda number=number: work(number), context=page, then=back.append)
    qtbot.waitUntil(lambda: len(back) == 200)

    assert ran == back == list(range(200))
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


@pytest.mark.parametrize("how", ["journal", "pool"])
def test_an_error_comes_back_as_it_is(qtbot, tasks, page, how):
    errors, results = [], []

    getattr(tasks, how)(fail, context=page, then=results.append, failed=errors.append)
    qtbot.waitUntil(lambda: errors != [])

    assert isinstance(errors[0], ValueError)
    assert results == []


def test_the_journal_thread_goes_on_after_an_error(qtbot, tasks, page):
    back = []

    tasks.journal(fail, context=page)
    tasks.journal(lambda: "next", context=page, then=back.append)
    qtbot.waitUntil(lambda: back == ["next"])


@pytest.mark.parametrize("work", [lambda: 1, fail])
def test_a_page_that_is_gone_is_not_called_back(qtbot, tasks, page, work):
    called, gone = [], QObject()
    may_run = threading.Event()

    def waiting():
        may_run.wait()
        return work()

    tasks.journal(waiting, context=gone, then=called.append, failed=called.append)
    delete(gone)
    may_run.set()
    after = []
    tasks.journal(lambda: "after", context=page, then=after.append)
    qtbot.waitUntil(lambda: after == ["after"])

    assert called == []
    assert tasks._waiting == {}


def test_finishing_waits_for_everything_that_was_asked_for(qapp, page):
    tasks, done = ThreadTasks(qapp), []
    for number in range(50):
        tasks.journal(lambda number=number: done.append(number), context=page)
        tasks.pool(lambda number=number: done.append(number), context=page)

    tasks.finish()

    assert sorted(done) == sorted([*range(50), *range(50)])
    tasks.deleteLater()


def test_inline_tasks_call_back_after_the_work_has_returned(page):
    order = []

    InlineTasks().journal(lambda: order.append("work"), context=page, then=lambda _: order.append("then"))
    InlineTasks().pool(fail, context=page, failed=lambda _: order.append("failed"))

    assert order == ["work", "then", "failed"]


@pytest.mark.parametrize("work", [lambda: 1, fail])
def test_inline_tasks_leave_a_page_alone_that_went_during_the_work(work):
    called, gone = [], QObject()

    def going():
        delete(gone)
        return work()

    InlineTasks().journal(going, context=gone, then=called.append, failed=called.append)

    assert called == []


def test_nobody_has_to_wait_for_a_result():
    assert ignore("a result") is None


class Knot:
    """Something that only the cycle collector can delete; notes on which thread it does."""

    deleted_on: list[int] = []  # noqa: RUF012 - written by every knot of one test

    def __init__(self):
        self.itself = self

    def __del__(self):
        Knot.deleted_on.append(threading.get_ident())


def test_the_collector_deletes_on_the_gui_thread_alone(qtbot, tasks, page):
    Knot.deleted_on.clear()
    back = []

    def busy():
        Knot()
        return [[number] for number in range(2_000)]  # enough new objects for the collector, if it ran here

    for _ in range(50):
        tasks.journal(busy, context=page, then=back.append)
        tasks.pool(busy, context=page, then=back.append)
    qtbot.waitUntil(lambda: len(back) == 100, timeout=20_000)
    assert Knot.deleted_on, "they were deleted while the threads ran"
    assert set(Knot.deleted_on) == {threading.get_ident()}


def test_a_pool_job_leaves_nothing_that_could_be_taken_for_something_else(qtbot, tasks, page):
    """What PySide keeps of a job that Qt has deleted stands for any object that is later made at the same address."""
    back = []
    for _ in range(20):
        tasks.pool(lambda: None, context=page, then=back.append)
    qtbot.waitUntil(lambda: len(back) == 20)
    gc.collect()

    assert [one for one in gc.get_objects() if type(one).__name__ == "QRunnable"] == []

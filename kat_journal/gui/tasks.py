"""Work that must not hold the window: the journal's own thread, and a pool beside it.

Python's cycle collector runs on whichever thread happens to make the next object, and deletes there what it finds:
a widget deleted on the journal's thread takes the program with it. So the collector is switched off while these
threads run, and called on the GUI thread whenever some work has come back.
"""

import gc
import queue
import threading
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


def ignore(_: object) -> None:
    """Do nothing with a result or an error that nobody waits for."""


class Tasks(Protocol):
    """Runs work elsewhere and brings the result back. One of the three seams.

    Attributes:
        is_wanted: Whether another call waits for the journal thread; may be asked on any thread, and holds no QObject.
    """

    is_wanted: Callable[[], bool]

    def journal(
        self, work: Callable[[], T], *, context: QObject, then: Callable[[T], None] = ignore, failed: Failed = ignore
    ) -> None:
        """Call ``work`` on the journal thread, in the order of the calls, then one of the others here.

        Neither ``then`` nor ``failed`` is called once ``context`` has been deleted. ``work`` must hold no QObject.
        """
        ...

    def pool(
        self, work: Callable[[], T], *, context: QObject, then: Callable[[T], None] = ignore, failed: Failed = ignore
    ) -> None:
        """Call ``work`` on any pool thread, then one of the others here; it must not touch the journal."""
        ...


class ThreadTasks(QObject):
    """The real :class:`Tasks`. Owns every callback, so that none dies on another thread."""

    _ended = Signal(int, object, object)  # ticket, result, error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets = count()
        self._waiting: dict[int, tuple[QObject, Done, Failed]] = {}
        self._pool = QThreadPool(self)
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self.is_wanted: Callable[[], bool] = partial(_has_any, self._calls)
        self._journal_thread = threading.Thread(target=_serve, args=(self._calls,), name="journal", daemon=True)
        self._journal_thread.start()
        self._ended.connect(self._on_ended)
        gc.disable()

    def journal(self, work: Work, *, context: QObject, then: Done = ignore, failed: Failed = ignore) -> None:
        """See :meth:`Tasks.journal`."""
        self._calls.put(self._job(work, context, then, failed))

    def pool(self, work: Work, *, context: QObject, then: Done = ignore, failed: Failed = ignore) -> None:
        """See :meth:`Tasks.pool`."""
        # Not QRunnable.create: its wrapper outlives it, and is then taken for any object at the same address.
        self._pool.start(self._job(work, context, then, failed))

    def finish(self) -> None:
        """Wait for everything that was asked for; called once, at exit."""
        self._calls.put(None)
        self._journal_thread.join()
        self._pool.waitForDone()
        gc.enable()

    def _job(self, work: Work, context: QObject, then: Done, failed: Failed) -> Callable[[], None]:
        ticket = next(self._tickets)
        self._waiting[ticket] = (context, then, failed)
        ended = self._ended

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - reported on the GUI thread
                ended.emit(ticket, None, error)
            else:
                ended.emit(ticket, result, None)

        return job

    @Slot(int, object, object)
    def _on_ended(self, ticket: int, result: object, error: Exception | None) -> None:
        context, then, failed = self._waiting.pop(ticket)
        collect_what_is_ripe()
        if not isValid(context):
            return
        if error is None:
            then(result)
        else:
            failed(error)


def collect_what_is_ripe() -> None:
    """Collect the generations that Python itself would collect now; on the GUI thread only."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    ripe = [number for number in range(3) if counts[number] > thresholds[number]]
    if ripe:
        gc.collect(ripe[-1])


class InlineTasks:
    """Runs work at once and calls back after it has returned; for tests of single pages."""

    is_wanted: Callable[[], bool] = staticmethod(lambda: False)

    def journal(self, work: Work, *, context: QObject, then: Done = ignore, failed: Failed = ignore) -> None:
        """See :meth:`Tasks.journal`."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed to the caller
            if isValid(context):
                failed(error)
        else:
            if isValid(context):
                then(result)

    pool = journal


def _has_any(calls: "queue.SimpleQueue[Callable[[], None] | None]") -> bool:
    return not calls.empty()


def _serve(calls: "queue.SimpleQueue[Callable[[], None] | None]") -> None:
    """Run calls in order until None comes; the journal's one connection lives on this thread."""
    while (call := calls.get()) is not None:
        call()

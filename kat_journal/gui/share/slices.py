"""Long work on the window's own thread, cut into slices so short that nobody notices."""

from collections.abc import Callable, Iterator
from itertools import chain
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE_SECONDS = 0.012


class Slices(QObject):
    """Walks through an iterator a slice at a time; a new one takes the place of the old.

    The first slice runs at once, so short work is done when :meth:`run` returns.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._done: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def run(self, steps: Iterator[None], done: Callable[[], None]) -> None:
        """Walk through the steps, then call ``done``."""
        self._timer.stop()
        self._steps, self._done = steps, done
        self._go_on()

    def then(self, steps: Iterator[None], done: Callable[[], None]) -> None:
        """Walk through more steps after those that are left, then call ``done`` instead of what was to be called."""
        self._steps = steps if self._steps is None else chain(self._steps, steps)
        self._done = done

    def stop(self) -> None:
        """Forget what is left."""
        self._timer.stop()
        self._steps = self._done = None

    def _go_on(self) -> None:
        ends = perf_counter() + SLICE_SECONDS
        while self._steps is not None:
            if perf_counter() > ends:
                self._timer.start(0)
                return
            try:
                next(self._steps)
            except StopIteration:
                done, self._done = self._done, None  # it may hold what is to be forgotten, such as a password
                self._steps = None
                if done is not None:
                    done()

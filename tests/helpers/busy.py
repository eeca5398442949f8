"""A journal thread that has its hands full."""

from functools import partial

from kat_journal.gui.tasks import InlineTasks


class BusyTasks(InlineTasks):
    """Everything that is asked of the journal waits until it is let go."""

    def __init__(self, *, is_busy=True):
        self.is_busy = is_busy
        self._waiting = []

    def journal(self, work, **heard):
        call = partial(super().journal, work, **heard)
        self._waiting.append(call) if self.is_busy else call()

    def let_go(self):
        while self._waiting:
            self._waiting.pop(0)()

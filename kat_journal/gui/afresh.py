"""Starting afresh after a lock: only a new process has nothing of the journal in its memory."""

import os
from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from kat_journal.gui.instance import Instance
from kat_journal.gui.relay import Arrival, Relay, show_as, state_of
from kat_journal.handover import Successor, is_possible, leave, option_to_inherit, say_it_stands
from kat_journal.logs import report


class Afresh:
    """Lets a fresh process take over from this one, and this one take over from the one before.

    Args:
        window: Shows the way in by then.
        command: What starts the fresh process.
        instance: Whether this program has the journal's window; the fresh one takes it.
        instants: What the fresh process is to know of reminders: when, and nothing else.
    """

    def __init__(
        self,
        window: QMainWindow,
        command: tuple[str, ...],
        instance: Instance,
        instants: Callable[[], bytes] = bytes,
    ) -> None:
        self._window = window
        self._command = command
        self._instance = instance
        self._instants = instants
        self._relay: Relay | None = None
        self._came_by_handover = False

    def arrive(self, pipe: int | None, state: str) -> None:
        """Show the window; ``pipe`` leads to the process that this one takes over from, if there is one."""
        show_as(self._window, state)
        if pipe is not None:
            self._came_by_handover = True
            Arrival(self._window, lambda: say_it_stands(pipe))

    def begin(self) -> None:
        """Hand over to a fresh process where that is possible, and be replaced by one elsewhere."""
        self._enable_page(False)  # what is typed now would go with this process
        self._instance.release()
        self._command = (*self._command, f"--appear={state_of(self._window)}")
        if not is_possible():
            self._replace()
            return
        try:
            successor = Successor(self._command, self._instants())
            self._relay = Relay(successor, self._leave, self._replace, self._window)
        except OSError as error:
            report(error)
            self._replace()

    def stop(self) -> None:
        """The window was closed: nobody is to take over."""
        if self._relay is not None:
            self._relay.stop()

    def _leave(self) -> None:
        self._window.hide()
        try:
            leave(came_by_handover=self._came_by_handover)
        except OSError as error:
            report(error)
            self._replace()

    def _replace(self) -> None:
        """The window goes and comes back; where not even that works, this process goes on, locked."""
        try:
            command = (*self._command, *option_to_inherit(self._instants()))
            os.execv(command[0], command)  # noqa: S606 - our own program, no shell
        except OSError as error:
            report(error)
            self._instance.take()
            self._enable_page(True)
            self._window.show()

    def _enable_page(self, enabled: bool) -> None:
        page = self._window.centralWidget()
        if page is not None:
            page.setEnabled(enabled)

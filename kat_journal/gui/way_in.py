"""What the window shows while it is locked: Unlock or Welcome, and the pages that lead on from there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.pages import load_page
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.theme import Theme
from kat_journal.gui.unlock import build as build_unlock

if TYPE_CHECKING:  # loading it is slow, and the unlock page does without it
    from kat_journal.services.journal import OpenJournal


class WayIn(QObject):
    """Leads from a locked window to an open journal.

    Every locked page is built by ``build(gate, tasks, dialogs, on_open, on_back, parent)`` of its package; Unlock,
    Welcome and Support, which came first, each need something else. A page may have ``flush()``, which hands over
    what was typed before the page goes.

    Args:
        on_made: Called with a journal that was made, before its welcome is over.
        on_open: Called with an open journal.
    """

    def __init__(
        self,
        window: QMainWindow,
        gate: Gate,
        tasks: Tasks,
        dialogs: Dialogs,
        theme: Theme,
        on_made: "Callable[[OpenJournal], None]",
        on_open: "Callable[[OpenJournal], None]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._gate = gate
        self._tasks = tasks
        self._dialogs = dialogs
        self._theme = theme
        self._on_made = on_made
        self._on_open = on_open
        self._is_shown = False

    def show(self, words: str = "") -> None:
        """Show Unlock, with something to say at once, or Welcome where there is no journal yet."""
        self._is_shown = True
        if self._gate.has_journal():
            page: QWidget = build_unlock(self._gate, self._tasks, self._on_open, self.lead_to, words, self._window)
        else:
            welcome = load_page("welcome")
            page = welcome.build(self._gate, self._tasks, self._on_made, self._on_open, self._window)
        self._put(page)

    def lead_to(self, name: str) -> None:
        """Show another page that needs no passphrase: ``support``, or one of those that the unlock page names."""
        if name == "support":
            self._tasks.journal(self._gate.numbers, context=self, then=self._show_support)
            return
        page = load_page(name).build(
            self._gate, self._tasks, self._dialogs, self._on_open, partial(self.show, ""), self._window
        )
        self._put(page)

    def leave(self) -> None:
        """The journal is open, or the window closes: hand over what was typed on a locked page."""
        self._is_shown = False
        self._flush()

    def _show_support(self, numbers: object) -> None:
        if self._is_shown:
            support = load_page("support")
            page = support.build_locked(numbers, self._gate.preferences, self._theme, self.show, self._window)
            self._put(page)

    def _put(self, page: QWidget) -> None:
        self._flush()
        self._window.setCentralWidget(page)
        if start := getattr(page, "start_focus", None):
            start()

    def _flush(self) -> None:
        if flush := getattr(self._window.centralWidget(), "flush", None):
            flush()

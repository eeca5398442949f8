"""What the window shows while it is locked: Unlock or Welcome, and the pages that lead on from there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.pages import load_page
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.theme import Look, Theme
from kat_journal.gui.unlock import build as build_unlock
from kat_journal.gui.unlock import build_missing
from kat_journal.gui.widgets.announce import announce

if TYPE_CHECKING:  # loading it is slow, and the unlock page does without it
    from kat_journal.services.journal import OpenJournal


class WayIn(QObject):
    """Leads from a locked window to an open journal.

    Every locked page is built by ``build(gate, tasks, dialogs, on_open, on_back, parent)`` of its package, where
    ``on_back`` takes a sentence for the unlock page to say, or none; Unlock, Welcome and Support, which came first,
    each need something else. A page may have ``flush()``, which hands over
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
            self._put(build_unlock(self._gate, self._tasks, self._on_open, self.lead_to, words, self._window))
        elif self._gate.is_missing():
            self._put(build_missing(self._gate, self._tasks, self.show, self.lead_to, words, self._window))
        else:
            self._show_welcome()

    def lead_to(self, name: str) -> None:
        """Show another page that needs no passphrase: one of those that Unlock and Welcome name."""
        if name == "support":
            self._tasks.journal(self._gate.numbers, context=self, then=self._show_support)
            return
        if name == "sealed":
            # Behind a lock that is still going on: the process that starts afresh after it would take words with it.
            self._tasks.journal(self._gate.can_seal, context=self, then=self._show_sealed)
            return
        if name == "welcome":
            self._show_welcome()
            return
        self._put(self._built(name))

    def lock(self) -> None:
        """Leave a locked page that holds words, as the shortcut, the system and the idle time ask for."""
        if lock := getattr(self._window.centralWidget(), "lock", None):
            lock()

    def leave(self) -> None:
        """The journal is open, or the window closes: hand over what was typed on a locked page."""
        self._is_shown = False
        self._flush()

    def _built(self, name: str, on_back: Callable[..., None] | None = None) -> QWidget:
        back = on_back or self.show
        page = load_page(name).build(self._gate, self._tasks, self._dialogs, self._on_open, back, self._window)
        assert isinstance(page, QWidget)  # noqa: S101 - for the type alone
        return page

    def _show_welcome(self) -> None:
        welcome = load_page("welcome")
        back = self.show if self._gate.is_missing() else None
        ways = (self._on_made, self._on_open, self.lead_to, back)
        self._put(welcome.build(self._gate, self._tasks, *ways, self._window))

    def _show_sealed(self, can_seal: bool) -> None:
        if can_seal and self._is_shown:
            page = self._built("sealed", self._after_sealed)
            self._theme.look_for(page, Look.AFTER_SESSION)  # for eyes that have been closed for two hours
            self._put(page)

    def _after_sealed(self, words: str = "") -> None:
        """Back to the way in; where words were kept, a fresh process takes over, as after a lock."""
        self.show(words)
        if words:
            self._tasks.journal(lambda: None, context=self, then=self._start_afresh)

    def _start_afresh(self, _: object) -> None:
        if self._is_shown:  # the person may have been quick, and opened the journal
            self._gate.restart()

    def _show_support(self, numbers: object) -> None:
        if self._is_shown:
            support = load_page("support")
            page = support.build_locked(numbers, self._gate.preferences, self._theme, self.show, self._window)
            self._put(page)

    def _put(self, page: QWidget) -> None:
        self._flush()
        self._window.setCentralWidget(page)
        announce(page, page.accessibleName())
        if start := getattr(page, "start_focus", None):
            start()

    def _flush(self) -> None:
        if flush := getattr(self._window.centralWidget(), "flush", None):
            flush()

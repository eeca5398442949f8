"""The composition root: builds every object once and hands each one what it needs."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kat_journal.config import Config
from kat_journal.domain.clock import Clock
from kat_journal.errors import NoDisplayError

if TYPE_CHECKING:
    from kat_journal.content.library import Library
    from kat_journal.domain.messages import Messages
    from kat_journal.gui.dialogs import Dialogs
    from kat_journal.gui.main_window import MainWindow
    from kat_journal.gui.tasks import Tasks
    from kat_journal.gui.theme import Theme
    from kat_journal.services.journal import OpenJournal
    from kat_journal.services.support import Numbers
    from kat_journal.storage.keys import KdfParameters


class SystemClock:
    """The real :class:`~kat_journal.domain.clock.Clock`."""

    def now(self) -> datetime:
        """See :meth:`Clock.now`."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock

    def zone(self) -> str:
        """See :meth:`Clock.zone`."""
        import tzlocal  # dear, and not needed to unlock

        return tzlocal.get_localzone_name() or "UTC"


def check_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> None:
    """Look for a screen before Qt does: it would end the process without a word that a person understands.

    Raises:
        NoDisplayError: There is none, and nothing says how to do without.
    """
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform not in {"darwin", "win32"} and not any(environment.get(name) for name in told):
        raise NoDisplayError("no display")


class App:
    """Knows every layer. What is slow to load is imported when it is first needed, off the GUI thread.

    Attributes:
        config: Where things are.
        restart: Starts the process afresh after a lock, so that nothing read stays in memory.
    """

    def __init__(
        self,
        config: Config,
        clock: Clock | None = None,
        restart: Callable[[], None] | None = None,
        kdf: "KdfParameters | None" = None,
    ) -> None:
        self.config = config
        self.clock: Clock = clock or SystemClock()
        self.restart = restart or self._start_afresh
        self._kdf = kdf

    @cached_property
    def library(self) -> "Library":
        """The packs, in the person's language."""
        from kat_journal.content.library import load_library

        return load_library(self.config.resources, self.language, self.config.packs)

    @cached_property
    def messages(self) -> "Messages":
        """The sentences outside the window, in the person's language."""
        from kat_journal.content.messages import load_messages

        return load_messages(self.config.resources, self.language)

    @property
    def language(self) -> str:
        """The language chosen in Settings, or English."""
        return self.config.preferences.language or "en"

    def open(self, passphrase: str) -> "OpenJournal":
        """Open the journal; slow by design, so the window calls it on the journal thread."""
        from kat_journal.storage.opening import open_vault

        _ = self.library  # first: where a pack is refused, nothing has been opened yet
        return self._opened(open_vault(self.config.journal, passphrase))

    def create(self, passphrase: str) -> "OpenJournal":
        """Make a new, empty journal and open it; slow by design too."""
        from kat_journal.services.passphrases import check_new
        from kat_journal.storage.creating import create_vault

        check_new(passphrase)
        _ = self.library  # first: where a pack is refused, nothing has been made yet
        return self._opened(create_vault(self.config.journal, passphrase, self._kdf))

    def numbers(self) -> "Numbers":
        """The Support page's texts and numbers, for use while locked."""
        from kat_journal.content.support import read_support
        from kat_journal.services.support import Numbers

        # Not from the library: a pack that is refused must not stand between a person and these.
        return Numbers(read_support(self.config.resources, self.language), self.messages, self._country)

    def offer_words(self) -> str:
        """Four words for a new passphrase."""
        from kat_journal.content.wordlist import load_words
        from kat_journal.services.passphrases import offer_words

        return offer_words(load_words(self.config.resources))

    def warm_up(self) -> None:
        """Load what unlocking will need, while the person types their passphrase."""
        from kat_journal.services import journal

        _ = journal, self.library, self.messages

    def window(self, tasks: "Tasks", dialogs: "Dialogs", theme: "Theme") -> "MainWindow":
        """The window, locked, with everything that it needs."""
        from kat_journal.gui.gate import Gate
        from kat_journal.gui.main_window import MainWindow

        gate = Gate(
            has_journal=lambda: self.config.has_journal,
            open=self.open,
            create=self.create,
            offer_words=self.offer_words,
            numbers=self.numbers,
            warm_up=self.warm_up,
            restart=self.restart,
            preferences=self.config.preferences,
            clock=self.clock,
            folder=self.config.journal,
        )
        return MainWindow(gate, tasks, dialogs, theme)

    @property
    def restart_command(self) -> tuple[str, ...]:
        """Opens the window on the same journal again; ``-P`` keeps the current folder off Python's path."""
        python = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-P", "-m", "kat_journal")
        packs = (f"--pack={pack}" for pack in self.config.packs)
        return (*python, f"--journal={self.config.journal}", *packs, "run")

    def run_gui(self) -> int:
        """Show the window until it closes. Qt is imported here and nowhere earlier.

        Raises:
            NoDisplayError: There is no screen to show it on.
        """
        check_display()
        from PySide6.QtWidgets import QApplication

        from kat_journal.gui.dialogs import SystemDialogs
        from kat_journal.gui.tasks import ThreadTasks
        from kat_journal.gui.theme import Theme

        application = QApplication(["KAT Journal"])
        tasks = ThreadTasks(application)
        theme = Theme(self.config.resources / "styles", self.config.resources / "fonts", application)
        window = self.window(tasks, SystemDialogs(), theme)
        window.show()
        status = application.exec()
        tasks.finish()
        return status

    def _country(self) -> str:
        return self.config.preferences.country

    def _opened(self, vault: object) -> "OpenJournal":
        from kat_journal.services.journal import OpenJournal

        return OpenJournal(vault, self.library, self.messages, self.clock, self._country)  # type: ignore[arg-type]

    def _start_afresh(self) -> None:
        """Replace this process by a new one at the unlock page; only that clears memory for certain."""
        command = self.restart_command
        os.execv(command[0], command)  # noqa: S606 - our own program, no shell

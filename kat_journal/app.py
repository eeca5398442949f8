"""The composition root: builds every object once and hands each one what it needs."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kat_journal.config import Config
from kat_journal.domain.clock import Clock
from kat_journal.errors import WindowSilentError
from kat_journal.gui.display import check_display as check_display  # Qt-free, like everything here

if TYPE_CHECKING:
    from kat_journal.content.library import Library
    from kat_journal.domain.form import Form
    from kat_journal.domain.messages import Messages
    from kat_journal.gui.afresh import Afresh
    from kat_journal.gui.dialogs import Dialogs
    from kat_journal.gui.instance import Instance
    from kat_journal.gui.main_window import MainWindow
    from kat_journal.gui.tasks import Tasks
    from kat_journal.gui.theme import Theme
    from kat_journal.services.backup_run import Watch
    from kat_journal.services.journal import OpenJournal
    from kat_journal.services.restoring import Restorer
    from kat_journal.services.salvage import Salvager
    from kat_journal.services.sealing import SealedWriter
    from kat_journal.services.support import Numbers
    from kat_journal.storage.keys import KdfParameters
    from kat_journal.storage.vault import Vault


class SystemClock:
    """The real :class:`~kat_journal.domain.clock.Clock`."""

    def now(self) -> datetime:
        """See :meth:`Clock.now`."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock

    def zone(self) -> str:
        """See :meth:`Clock.zone`."""
        import tzlocal  # dear, and not needed to unlock

        return tzlocal.get_localzone_name() or "UTC"


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
        self._afresh: Afresh | None = None

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

    @cached_property
    def instance(self) -> "Instance":
        """The one window of this journal."""
        from kat_journal.gui.instance import Instance

        return Instance(self.config.journal, lambda: self.config.has_journal, lambda: self.config.is_missing)

    def open(self, passphrase: str, *, take_over: bool = False) -> "OpenJournal":
        """Open the journal; slow by design, so the window calls it on the journal thread.

        ``take_over`` opens it although its lock file came from another computer.
        """
        from kat_journal.storage.opening import open_vault

        _ = self.library  # first: where a pack is refused, nothing has been opened yet
        return self._opened(open_vault(self.config.journal, passphrase, take_over=take_over))

    def create(self, passphrase: str) -> "OpenJournal":
        """Make a new, empty journal and open it; slow by design too."""
        from kat_journal.services.passphrases import check_new
        from kat_journal.storage.creating import create_vault

        check_new(passphrase)
        _ = self.library  # first: where a pack is refused, nothing has been made yet
        journal = self._opened(create_vault(self.config.journal, passphrase, self._kdf))
        journal.keys.passphrase_is_new()
        return journal

    def bring_in(self, file: Path, passphrase: str, watch: "Watch | None" = None) -> "OpenJournal":
        """Make a new journal of a file with everything of one, and open it; slow by design too."""
        from kat_journal.services.archive_in import bring_in

        _ = self.library  # first: where a pack is refused, nothing has been made yet
        bring_in(file, self.config.journal, passphrase, watch, self._kdf)
        journal = self.open(passphrase)
        journal.keys.passphrase_is_new()
        return journal

    def recover(self, code: str, new_passphrase: str, *, take_over: bool = False) -> "OpenJournal":
        """Open the journal with its recovery code and give it a new passphrase; slow by design too.

        The old passphrase no longer opens it. ``take_over`` is that of :meth:`open`.
        """
        from kat_journal.services.passphrases import check_new
        from kat_journal.storage.recovering import recover_vault

        check_new(new_passphrase)
        _ = self.library  # first: where a pack is refused, nothing has been changed yet
        vault = recover_vault(self.config.journal, code, new_passphrase, self._kdf, take_over=take_over)
        journal = self._opened(vault)
        journal.keys.passphrase_is_new()
        journal.key_reminders.passphrase_was_recovered()
        return journal

    def numbers(self) -> "Numbers":
        """The Support page's texts and numbers, for use while locked."""
        from kat_journal.content.support import read_support
        from kat_journal.services.support import Numbers, readable_card

        # Not from the library: a pack that is refused must not stand between a person and these.
        texts = read_support(self.config.resources, self.language)
        return Numbers(texts, self.messages, self._country, readable_card(self.config.journal))

    def sealed_writer(self) -> "SealedWriter":
        """What keeps words while the journal is locked."""
        from kat_journal.services.sealing import SealedWriter

        return SealedWriter(self.config.journal, self.clock)

    def salvager(self) -> "Salvager":
        """What saves the readable part of a damaged journal; it looks for lost forms in every language."""
        from kat_journal.content.library import load_library
        from kat_journal.services.salvage import Salvager

        resources, packs = self.config.resources, self.config.packs
        languages = sorted(folder.name for folder in (resources / "translations").iterdir())

        def forms() -> "Iterator[Form]":
            for language in languages:
                yield from load_library(resources, language, packs).forms.values()

        return Salvager(forms, self.messages, self.clock, self._kdf)

    def restorer(self) -> "Restorer":
        """What puts a backup in place, while the journal is locked or gone."""
        from kat_journal.services.restoring import Restorer

        return Restorer(self.config.journal, self.clock, self.instance.follow)

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
        from kat_journal.gui.afresh import Afresh
        from kat_journal.gui.gate import Gate
        from kat_journal.gui.main_window import MainWindow

        gate = Gate(
            has_journal=lambda: self.config.has_journal,
            is_missing=lambda: self.config.is_missing,
            open=self._in_window(self.open),
            create=self._in_window(self.create),
            recover=self._in_window(self.recover),
            bring_in=self._in_window(self.bring_in),
            offer_words=self.offer_words,
            numbers=self.numbers,
            warm_up=self.warm_up,
            restart=self.restart,
            preferences=self.config.preferences,
            clock=self.clock,
            folder=self.config.journal,
            can_seal=lambda: self.config.can_seal,
            has_sealed_words=lambda: self.config.has_sealed_words,
            sealed_writer=self.sealed_writer,
            salvager=self.salvager,
            restorer=self.restorer,
        )
        window = MainWindow(gate, tasks, dialogs, theme)
        self._afresh = Afresh(window, self.restart_command, self.instance, window.kept_instants)
        return window

    @property
    def restart_command(self) -> tuple[str, ...]:
        """Opens the window on the same journal again; ``-P`` keeps the current folder off Python's path."""
        python = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-P", "-m", "kat_journal")
        packs = (f"--pack={pack}" for pack in self.config.packs)
        return (*python, f"--journal={self.config.journal}", *packs, "run")

    def run_gui(self, handover: int | None = None, state: str = "front", instants: bytes = b"") -> int:
        """Show the window until it closes. Qt is imported here and nowhere earlier.

        Args:
            handover: The pipe to a process that this one takes over from; None is a start of one's own.
            state: How the window appears; see :mod:`kat_journal.gui.relay`.
            instants: When that process would have reminded somebody; see :mod:`kat_journal.domain.notices`.

        Raises:
            NoDisplayError: There is no screen to show it on.
            WindowSilentError: Another program has this journal's window, and does not answer.
        """
        check_display()
        if not self._has_window():
            return 0
        from PySide6.QtWidgets import QApplication

        from kat_journal.gui.dialogs import SystemDialogs
        from kat_journal.gui.instance_watch import InstanceWatch
        from kat_journal.gui.tasks import ThreadTasks
        from kat_journal.gui.theme import Theme

        application = QApplication(["KAT Journal"])
        tasks = ThreadTasks(application)
        theme = Theme(self.config.resources / "styles", self.config.resources / "fonts", application)
        window = self.window(tasks, SystemDialogs(), theme)
        afresh = self._afresh
        assert afresh is not None  # noqa: S101 - the window was just made
        afresh.arrive(handover, state)
        window.take_up(instants)
        InstanceWatch(self.instance, tasks, window)
        status = application.exec()
        afresh.stop()
        tasks.finish()
        self.instance.release()
        return status

    def _has_window(self) -> bool:
        """Whether this is the one window of the journal; another one that has it is asked to come to the front."""
        from kat_journal.gui.instance import Outcome

        outcome = Outcome.GONE if self.instance.take() else self.instance.ask()
        if outcome is Outcome.SILENT:
            raise WindowSilentError("no answer")
        if outcome is Outcome.CAME:
            sys.stdout.write(f"{self.messages.get('cli.window-came')}\n")
        return outcome is Outcome.GONE

    def _in_window(self, way: Callable[..., "OpenJournal"]) -> Callable[..., "OpenJournal"]:
        """That way to open the journal, which is missed from then on once it is gone."""

        def opened(*secrets: Any, **how: bool) -> "OpenJournal":
            journal = way(*secrets, **how)
            self.instance.follow()
            self.config.know_journal()
            return journal

        return opened

    def _country(self) -> str:
        return self.config.preferences.country

    def _opened(self, vault: "Vault") -> "OpenJournal":
        from kat_journal.services.journal import OpenJournal

        journal = OpenJournal(vault, self.library, self.messages, self.clock, self._country, kdf=self._kdf)
        journal.sealed.take_in()
        return journal

    def _start_afresh(self) -> None:
        """Let a new process take over at the unlock page; only that clears memory for certain."""
        assert self._afresh is not None  # noqa: S101 - what was locked has a window
        self._afresh.begin()

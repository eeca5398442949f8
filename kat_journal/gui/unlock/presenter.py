"""Opens the journal with the passphrase that was typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from kat_journal.errors import JournalElsewhereError, WrongPassphraseError
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.unlock.view import UnlockView
from kat_journal.gui.unlock.ways_out import ways_out

FREE_TRIES = 2
"""Wrong tries in a row after which the next one has to wait; a slip of the fingers is not a guess."""

PAUSES = (1_000, 2_000, 4_000, 8_000, 10_000)
"""Milliseconds from the third wrong try on. Nothing is kept of it, and nobody is ever locked out."""


class UnlockPresenter(QObject):
    """Hands the passphrase to the journal thread and reports the outcome."""

    def __init__(self, view: UnlockView, gate: Gate, tasks: Tasks, on_open: Callable[..., None]) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._on_open = on_open
        self._wrong_tries = 0
        self._is_wanted = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._on_paused)
        view.passphrase_given.connect(self._on_passphrase)
        view.taken_over.connect(partial(self._open, take_over=True))

    @Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        if self._pause.isActive():
            self._is_wanted = True
            self._view.show_waiting()
        else:
            self._open(passphrase)

    def _on_paused(self) -> None:
        if self._is_wanted:
            self._is_wanted = False
            self._view.show_ready()
            self._view.give()

    def _open(self, passphrase: str, *, take_over: bool = False) -> None:
        self._view.show_busy()
        how = {"take_over": True} if take_over else {}
        self._tasks.journal(
            partial(self._gate.open, passphrase, **how), context=self, then=self._on_opened, failed=self._on_failed
        )

    def _on_opened(self, journal: object) -> None:
        self._view.forget()
        self._on_open(journal)

    def _on_failed(self, error: Exception) -> None:
        self._wrong_tries = self._wrong_tries + 1 if isinstance(error, WrongPassphraseError) else 0
        if self._wrong_tries > FREE_TRIES:
            self._pause.start(PAUSES[min(self._wrong_tries - FREE_TRIES, len(PAUSES)) - 1])
        if isinstance(error, JournalElsewhereError):
            self._view.show_elsewhere(plain_words(error))
        else:
            self._view.show_trouble(plain_words(error), ways_out(error))

"""Opens the journal with the passphrase that was typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.unlock.view import UnlockView


class UnlockPresenter(QObject):
    """Hands the passphrase to the journal thread and reports the outcome."""

    def __init__(self, view: UnlockView, gate: Gate, tasks: Tasks, on_open: Callable[..., None]) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._on_open = on_open
        view.passphrase_given.connect(self._on_passphrase)

    @Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        self._view.show_busy()
        self._tasks.journal(
            lambda: self._gate.open(passphrase), context=self, then=self._on_open, failed=self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

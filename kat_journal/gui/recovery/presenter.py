"""Checks the code, then opens the journal with it and sets the new passphrase."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from kat_journal.errors import JournalElsewhereError, RecoveryCodeMistypedError, WrongRecoveryCodeError
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.passphrase.presenter import NewPassphrasePresenter
from kat_journal.gui.recovery.view import RecoveryView
from kat_journal.gui.tasks import Tasks
from kat_journal.services.keys import check_code


class RecoveryPresenter(QObject):
    """Leads from the code to the open journal."""

    def __init__(self, view: RecoveryView, gate: Gate, tasks: Tasks, on_open: Callable[..., None]) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._on_open = on_open
        NewPassphrasePresenter(view.words_step.fields, tasks, gate.offer_words).offer()
        view.code_step.filled.connect(self._on_filled)
        view.code_step.given.connect(self._on_given)
        view.words_step.chosen.connect(self._on_chosen)
        view.words_step.taken_over.connect(partial(self._recover, take_over=True))

    @Slot(str)
    def _on_filled(self, code: str) -> None:
        self._check(code, self._view.code_step.show_right)

    @Slot(str)
    def _on_given(self, code: str) -> None:
        self._check(code, self._view.show_words_step)

    def _check(self, code: str, then: Callable[[], None]) -> None:
        """See whether it was typed as it stands on a kit; on the pool, for a mistake is searched for."""
        step = self._view.code_step

        def checked(_: object) -> None:
            if step.code() == code:  # else it was changed meanwhile
                then()

        def mistaken(error: Exception) -> None:
            if step.code() == code:
                self._show_mistake(error)

        self._tasks.pool(partial(check_code, code), context=self, then=checked, failed=mistaken)

    @Slot(str)
    def _on_chosen(self, passphrase: str) -> None:
        self._recover(passphrase)

    def _recover(self, passphrase: str, *, take_over: bool = False) -> None:
        if not passphrase:
            return
        self._view.words_step.show_busy()
        self._tasks.journal(
            partial(self._gate.recover, self._view.code_step.code(), passphrase, take_over=take_over),
            context=self,
            then=self._on_recovered,
            failed=self._on_failed,
        )

    def _on_recovered(self, journal: object) -> None:
        self._view.forget()
        self._on_open(journal)

    def _on_failed(self, error: Exception) -> None:
        step = self._view.words_step
        if isinstance(error, WrongRecoveryCodeError | RecoveryCodeMistypedError):
            step.show_ready()
            self._view.show_code_step()
            self._show_mistake(error)
        elif isinstance(error, JournalElsewhereError):
            step.show_elsewhere(plain_words(error))
        else:
            step.show_trouble(plain_words(error))

    def _show_mistake(self, error: Exception) -> None:
        details = error.details if isinstance(error, RecoveryCodeMistypedError) else {}
        self._view.code_step.show_trouble(plain_words(error), int(details.get("group", 0)))

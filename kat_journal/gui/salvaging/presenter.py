"""Has what can be read saved, and puts the new journal in place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.salvaging.view import SalvagingView
from kat_journal.gui.tasks import Tasks

if TYPE_CHECKING:  # loading it is slow, and the locked window does without it
    from kat_journal.services.salvage import Report


class SalvagingPresenter(QObject):
    """Works on the journal thread, which no open journal needs meanwhile.

    What was read is in this program's memory from then on: leaving the page starts it afresh.
    """

    def __init__(self, view: SalvagingView, gate: Gate, tasks: Tasks, on_back: Callable[..., None]) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._on_back = on_back
        self._report: Report | None = None
        self._passphrase = ""
        view.wanted.connect(self._on_passphrase)
        view.wanted_by_code.connect(self._on_code)
        view.place_wanted.connect(self._on_place)
        view.left.connect(self._on_left)

    @Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        gate = self._gate

        def work() -> "Report":
            salvager = gate.salvager()
            return salvager.with_passphrase(gate.folder, passphrase, salvager.place_for(gate.folder))

        self._start(work, passphrase)

    @Slot(str, str)
    def _on_code(self, code: str, passphrase: str) -> None:
        gate = self._gate

        def work() -> "Report":
            salvager = gate.salvager()
            return salvager.with_code(gate.folder, code, salvager.place_for(gate.folder), passphrase)

        self._start(work, passphrase)

    def _start(self, work: "Callable[[], Report]", passphrase: str) -> None:
        self._view.show_busy()
        self._passphrase = passphrase
        self._tasks.journal(work, context=self, then=self._on_saved, failed=self._on_failed)

    def _on_saved(self, report: "Report") -> None:
        self._report = report
        self._view.show_saved(str(report.folder), report.counts, report.remarks)

    @Slot()
    def _on_place(self) -> None:
        gate, report, passphrase = self._gate, self._report, self._passphrase
        if report is not None:
            self._view.show_busy()
            self._tasks.journal(
                lambda: gate.salvager().put_in_place(report.folder, gate.folder, passphrase),
                context=self,
                then=lambda _: self._on_left(),
                failed=self._on_failed,
            )

    @Slot()
    def _on_left(self) -> None:
        self._passphrase = ""
        if self._report is None:
            self._on_back()
        else:
            self._gate.restart()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))

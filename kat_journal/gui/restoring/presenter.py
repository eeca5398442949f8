"""Leads from a file to a journal that is in place. Nothing is changed before the last step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kat_journal.gui.backup_words import size_of, when
from kat_journal.gui.dates import long_day
from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.failures import plain_words
from kat_journal.gui.gate import Gate
from kat_journal.gui.restoring.view import RestoringView
from kat_journal.gui.tasks import Tasks
from kat_journal.services.backup_list import Backup

if TYPE_CHECKING:
    from kat_journal.services.restoring import BackupInfo, Contents, Restored, Restorer


class RestoringPresenter(QObject):
    """Reads files on the pool; what changes the journal's folder runs on the journal's thread."""

    def __init__(
        self, view: RestoringView, gate: Gate, tasks: Tasks, dialogs: Dialogs, on_back: Callable[..., None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._gate = gate
        self._tasks = tasks
        self._dialogs = dialogs
        self._on_back = on_back
        self._restorer: Restorer | None = None
        self._path: Path | None = None
        self._said = ""
        self._secret = ("", "")
        view.choosing.chosen.connect(self._on_chosen)
        view.choosing.other_asked.connect(self._on_other)
        view.choosing.back_asked.connect(self._on_leave)
        view.opening.given.connect(self._on_given)
        view.opening.other_asked.connect(self._on_again)
        view.inside.wanted.connect(self._on_wanted)
        view.inside.other_asked.connect(self._on_again)
        view.in_place.go_on.connect(self._on_leave)
        tasks.journal(gate.restorer, context=self, then=self._on_restorer, failed=self._on_failed)

    def _on_restorer(self, restorer: "Restorer") -> None:
        self._restorer = restorer
        self._tasks.pool(restorer.list, context=self, then=self._on_listed, failed=self._on_failed)
        if self._path is not None:
            self._look(restorer, self._path)

    def _on_listed(self, backups: tuple[Backup, ...]) -> None:
        self._view.choosing.show_backups(backups, self._gate.clock.zone())
        if self._path is None:  # else the person was quicker
            self._view.show_step(self._view.choosing)

    def _on_other(self) -> None:
        title, filters = self.tr("Choose a backup"), self.tr("Backups (*.kjbackup)")
        chosen = self._dialogs.open_file(self._view, title, Path.home(), filters)
        if chosen is not None:
            self._on_chosen(chosen)

    def _on_chosen(self, path: Path) -> None:
        self._path = path
        self._view.show_reading()
        if self._restorer is not None:
            self._look(self._restorer, path)

    def _look(self, restorer: "Restorer", path: Path) -> None:
        def work() -> "tuple[BackupInfo, bool]":
            info = restorer.look(path)
            return info, restorer.is_of_another(info)

        self._tasks.pool(work, context=self, then=self._on_looked, failed=self._on_failed)

    def _on_looked(self, looked: "tuple[BackupInfo, bool]") -> None:
        info, is_of_another = looked
        made = when(info.made_at, self._gate.clock.zone())
        self._said = self.tr("A backup of {0}, {1}.").format(made, size_of(info.size))
        if is_of_another:
            self._said += " " + self.tr("It is not of the journal that is in place now, but of another one.")
        self._view.opening.show_backup(self._said)
        self._view.show_step(self._view.opening)

    def _on_given(self, passphrase: str, code: str) -> None:
        if self._restorer is None or self._path is None:
            return
        self._secret = (passphrase, code)
        self._view.clear_notice()
        self._view.opening.show_busy(True)
        work = partial(self._restorer.inside, self._path, passphrase, code)
        self._tasks.pool(work, context=self, then=self._on_opened, failed=self._on_failed)

    def _on_opened(self, contents: "Contents") -> None:
        self._view.opening.show_busy(False)
        inside = self.tr("Inside: sessions {0}, pages {1}, answers {2}.").format(
            contents.sessions, contents.pages, contents.answers
        )
        if contents.newest_day is not None:
            newest = self.tr("The newest page is of {0} {1}.")
            inside += " " + newest.format(long_day(contents.newest_day), contents.newest_day.year)
        keeps = self.tr("What is in place now is kept as a backup, beside the others. Nothing of it is lost.")
        self._view.inside.show_lines(self._said, inside, keeps if self._gate.has_journal() else "")
        self._view.show_step(self._view.inside)

    def _on_wanted(self) -> None:
        if self._restorer is None or self._path is None:
            return
        self._view.clear_notice()
        self._view.inside.show_busy(True)
        work = partial(self._restorer.restore, self._path, *self._secret)
        self._tasks.journal(work, context=self, then=self._on_restored, failed=self._on_failed)

    def _on_restored(self, restored: "Restored") -> None:
        self._secret = ("", "")
        self._view.inside.show_busy(False)
        self._view.in_place.show_done(str(restored.kept) if restored.kept is not None else "")
        self._view.show_step(self._view.in_place)

    def _on_again(self) -> None:
        self._secret = ("", "")
        self._view.show_step(self._view.choosing)

    def _on_leave(self) -> None:
        self._secret = ("", "")
        self._on_back()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))

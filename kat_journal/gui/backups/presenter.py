"""Decides what the page of backups does."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kat_journal.gui.backups.gathering import Gathered, damaged, gather
from kat_journal.gui.backups.making import Making
from kat_journal.gui.backups.view import BackupsView
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.services.backup_run import Done
from kat_journal.services.backups import SecondPlace


class BackupsPresenter(QObject):
    """What touches the journal runs on its thread; files are read on the pool."""

    def __init__(self, view: BackupsView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._backups = context.journal.backups
        self._gathered: Gathered | None = None
        self._making = Making(context.tasks, self._backups, self)
        self._making.moved.connect(view.show_progress)
        self._making.made.connect(self._on_made)
        self._making.stopped.connect(self._on_stopped)
        self._making.failed.connect(self._on_failed)
        view.make_asked.connect(self._on_make)
        view.stop_asked.connect(self._making.cancel)
        view.check_asked.connect(self._on_check)
        view.place_asked.connect(self._on_place_asked)
        view.place_left.connect(self._on_place_left)
        view.older_asked.connect(self._on_older_asked)
        view.older_removed.connect(self._on_older_removed)
        view.back_asked.connect(context.navigator.back)
        self._load()

    def _load(self, _: object = None) -> None:
        self._context.tasks.journal(
            self._backups.second_place, context=self, then=self._on_second, failed=self._on_failed
        )

    def _on_second(self, second: SecondPlace | None) -> None:
        work = partial(gather, self._backups, second)
        self._context.tasks.pool(work, context=self, then=self._on_gathered, failed=self._on_failed)

    def _on_gathered(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._view.show_gathered(gathered, self._context.clock.now())

    def _on_make(self) -> None:
        self._view.show_progress()
        self._making.start()

    def _on_made(self, done: Done) -> None:
        self._view.show_idle()
        self._view.say(self._words(done))
        self._load()

    def _on_stopped(self) -> None:
        self._view.show_idle()
        self._view.say(self.tr("Stopped. Nothing was changed."))

    def _on_check(self) -> None:
        if self._gathered is None:
            return
        self._view.show_checking()
        work = partial(damaged, self._backups, self._gathered.backups)
        self._context.tasks.pool(work, context=self, then=self._on_checked, failed=self._on_failed)

    def _on_checked(self, found: tuple[Path, ...]) -> None:
        self._view.show_idle()
        self._view.show_damaged(found)

    def _on_place_asked(self) -> None:
        second = self._gathered.second if self._gathered is not None else None
        start = second.folder if second is not None else Path.home()
        chosen = self._context.dialogs.choose_folder(self._view, self.tr("Choose a second place"), start)
        if chosen is not None:
            work = partial(self._backups.choose_second_place, chosen)
            self._context.tasks.journal(work, context=self, then=self._on_place_chosen, failed=self._on_failed)

    def _on_place_chosen(self, _: None) -> None:
        self._load()
        self._on_make()

    def _on_place_left(self) -> None:
        work = self._backups.leave_second_place
        self._context.tasks.journal(work, context=self, then=self._on_place_gone, failed=self._on_failed)

    def _on_place_gone(self, _: None) -> None:
        self._view.say(self.tr("No more copies go there. What is there already stays."))
        self._load()

    def _on_older_asked(self) -> None:
        self._context.tasks.journal(
            self._context.journal.calm_hours.active,
            context=self,
            then=lambda calm: self._view.ask_older(calm=calm),
            failed=self._on_failed,
        )

    def _on_older_removed(self) -> None:
        second = self._gathered.second if self._gathered is not None else None
        work = partial(self._backups.remove_older, second.folder if second is not None else None)
        self._context.tasks.pool(work, context=self, then=self._on_removed, failed=self._on_failed)

    def _on_removed(self, _: int) -> None:
        self._view.say(self.tr("Only the newest backup is left."))
        self._load()

    def _on_failed(self, error: Exception) -> None:
        self._view.show_idle()
        self._view.say(plain_words(error))

    def _words(self, done: Done) -> str:
        words = self.tr("The backup is made. It was opened and read whole.")
        if done.trouble is not None:
            return f"{words} {self.tr('It could not be copied to the second place.')} {plain_words(done.trouble)}"
        if done.away:
            return f"{words} {self.tr('The second place is not connected, so it has no copy of it yet.')}"
        return f"{words} {self.tr('A copy is at the second place.')}" if done.copied is not None else words

"""Saves everything: asks where, and asks in the page before it replaces anything or a session is too near."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from kat_journal.errors import AlreadyExistsError
from kat_journal.gui.archive.view import ArchiveView
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.services.archive import ArchiveFormat, GivenUp
from kat_journal.services.backup_run import Watch

LOOKED_EVERY = 200
"""Milliseconds from look to look at how far it is."""


class ArchivePresenter(QObject):
    """From the button to the file. It is written on the journal's thread, and nothing is left of one that is stopped.

    Where the page is left meanwhile, the file is written all the same.
    """

    def __init__(self, view: ArchiveView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._archive = context.journal.archive
        self._format = ArchiveFormat.JSON
        self._path = Path()
        self._watch = Watch()
        self._total = 0
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self._look)
        view.json_asked.connect(partial(self._on_asked, ArchiveFormat.JSON))
        view.csv_asked.connect(partial(self._on_asked, ArchiveFormat.CSV))
        view.anyway_asked.connect(self._ask_where)
        view.overwrite_asked.connect(self._on_overwrite)
        view.stop_asked.connect(self._on_stop)
        view.backups_asked.connect(lambda: context.navigator.go(Place(PageName.BACKUPS)))
        view.back_asked.connect(context.navigator.back)

    def _on_asked(self, format: ArchiveFormat) -> None:
        self._format = format
        calm = self._context.journal.calm_hours.active
        self._context.tasks.journal(calm, context=self, then=self._on_calm, failed=self._on_failed)

    def _on_calm(self, calm: bool) -> None:
        if not calm:
            self._ask_where()
            return
        words = self.tr("You had a session today. This can wait until tomorrow.")
        self._view.ask(words, self.tr("Wait"), self.tr("Save it anyway"), "anyway_asked")

    def _ask_where(self) -> None:
        is_json = self._format is ArchiveFormat.JSON
        filters = self.tr("Everything (*.json)") if is_json else self.tr("Table (*.csv)")
        name = self._archive.suggested_name(self._format)
        title = self.tr("Save everything, not encrypted")
        chosen = self._context.dialogs.save_file(self._view, title, _folder() / name, filters)
        if chosen is not None:
            self._path = _with_ending(chosen, f".{self._format}")
            self._begin(overwrite=False)

    def _on_overwrite(self) -> None:
        self._begin(overwrite=True)

    def _begin(self, *, overwrite: bool) -> None:
        self._watch = Watch()
        self._view.show_begun()
        then = partial(self._write, overwrite=overwrite)
        self._context.tasks.journal(self._archive.rows, context=self, then=then, failed=self._on_failed)

    def _write(self, rows: int, *, overwrite: bool) -> None:
        self._total = rows
        if self._format is ArchiveFormat.JSON:  # a table is made in one go
            self._timer.start()
        work = partial(self._archive.save, self._path, self._format, self._watch, overwrite=overwrite)
        self._context.tasks.journal(work, context=self, then=self._on_saved, failed=self._on_failed)

    def _on_stop(self) -> None:
        self._watch.stopped = True

    def _look(self) -> None:
        self._view.show_progress(min(99, 100 * self._watch.handled // max(1, self._total)))

    def _on_saved(self, _: None) -> None:
        self._end()
        words = self.tr(
            "Saved as {0}. The file is not encrypted. Once it is where you want to keep it, delete other copies of it."
        )
        self._view.say(words.format(self._path.name))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, GivenUp):
            self._view.say(self.tr("Stopped. Nothing was saved."))
        elif isinstance(error, AlreadyExistsError):
            words = self.tr("There is already a file called {0}.").format(self._path.name)
            self._view.ask(words, self.tr("Keep it"), self.tr("Replace it"), "overwrite_asked")
        else:
            self._view.say(plain_words(error))

    def _end(self) -> None:
        self._timer.stop()
        self._view.show_idle()


def _with_ending(path: Path, ending: str) -> Path:
    """The name with the ending by which the file is found again, also after "Everything, 3. November"."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def _folder() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents else Path.home()

"""Saves the calendar file: asks where, and asks in the page before it replaces anything."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kat_journal.errors import AlreadyExistsError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.reminders.view import RemindersView
from kat_journal.services.calendar_file import NAME

SUFFIX = ".ics"


class Saving(QObject):
    """From the button to the file."""

    def __init__(self, view: RemindersView, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._context = context
        self._path = Path()
        view.save_asked.connect(self._on_asked)
        view.anyway_asked.connect(self._ask_where)
        view.overwrite_asked.connect(self._on_overwrite)

    def _on_asked(self) -> None:
        calm = self._context.journal.calm_hours.active
        self._context.tasks.journal(calm, context=self, then=self._on_calm, failed=self._on_failed)

    def _on_calm(self, calm: bool) -> None:
        if not calm:
            self._ask_where()
            return
        words = self.tr("You had a session today. This can wait until tomorrow.")
        self._view.ask(words, self.tr("Wait"), self.tr("Save it anyway"), "anyway_asked")

    def _ask_where(self) -> None:
        title, filters = self.tr("Save a calendar file, not encrypted"), self.tr("Calendar (*.ics)")
        chosen = self._context.dialogs.save_file(self._view, title, _folder() / NAME, filters)
        if chosen is not None:
            self._path = chosen if chosen.suffix else chosen.with_suffix(SUFFIX)
            self._write(overwrite=False)

    def _on_overwrite(self) -> None:
        self._write(overwrite=True)

    def _write(self, *, overwrite: bool) -> None:
        work = partial(self._context.journal.calendar.save, self._path, overwrite=overwrite)
        self._context.tasks.journal(work, context=self, then=self._on_saved, failed=self._on_failed)

    def _on_saved(self, count: int) -> None:
        words = self.tr(
            "Saved as {0}, with {1} events. The file is not encrypted. When your calendar has taken it in, you can "
            "delete it."
        )
        self._view.show_saved(words.format(self._path.name, count))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AlreadyExistsError):
            self._view.show_saved(plain_words(error))
            return
        words = self.tr("There is already a file called {0}.").format(self._path.name)
        self._view.ask(words, self.tr("Keep it"), self.tr("Replace it"), "overwrite_asked")


def _folder() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents else Path.home()

"""Saves the file: the very bytes of the preview, then the record of what left."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from kat_journal.errors import AlreadyExistsError, NothingChosenError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.share.loading import FOLDER, Made
from kat_journal.gui.share.view import ShareView
from kat_journal.services.journal import OpenJournal

SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file on its way out."""

    made: Made
    path: Path


class Saving(QObject):
    """Asks where, writes, and asks in the page before it replaces anything.

    Attributes:
        made: The file that the preview shows; None while nothing is chosen.
    """

    def __init__(self, view: ShareView, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self.made: Made | None = None
        self._view = view
        self._context = context
        self._outgoing: Outgoing | None = None
        view.overwrite_wanted.connect(self._on_overwrite)

    def begin(self) -> None:
        """Ask where to save what is shown now, and save it."""
        self._view.clear_notice()
        made = self.made
        if made is None:
            self._view.show_problem(plain_words(NothingChosenError("nothing is ticked")))
            return
        loaded = made.wish.loaded
        name = self._context.journal.exports.suggested_name(loaded.period)
        title, filters = self.tr("Save summary"), self.tr("Markdown (*.md)")
        chosen = self._context.dialogs.save_file(self._view, title, folder(loaded.folder) / name, filters)
        if chosen is not None:
            path = chosen if chosen.suffix else chosen.with_suffix(SUFFIX)
            self._write(Outgoing(made, path), overwrite=False)

    def _on_overwrite(self) -> None:
        self._view.clear_notice()
        if self._outgoing is not None:
            self._write(self._outgoing, overwrite=True)

    def _write(self, outgoing: Outgoing, *, overwrite: bool) -> None:
        self._outgoing = outgoing
        self._context.tasks.journal(
            partial(save, self._context.journal, outgoing, overwrite=overwrite),
            context=self,
            then=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, path: Path) -> None:
        self._outgoing = None
        self._view.show_saved(path.name)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyExistsError) and self._outgoing is not None:
            self._view.ask_overwrite(self._outgoing.path.name)
        else:
            self._view.show_problem(plain_words(error))


def save(journal: OpenJournal, outgoing: Outgoing, *, overwrite: bool) -> Path:
    """Write the file, record what left, and note what to offer next time.

    One call on the journal thread, so that leaving the page or locking in between loses no record.
    """
    wish, data = outgoing.made.wish, outgoing.made.composed.data
    journal.exports.save(data, outgoing.path, overwrite=overwrite)
    journal.exports.record(data, outgoing.path, wish.loaded.period, wish.chosen)
    journal.summaries.remember(wish.loaded.candidates, wish.chosen, wish.choice)
    journal.settings.put(FOLDER, str(outgoing.path.parent))
    return outgoing.path


def folder(kept: str) -> Path:
    """The folder to offer: the last one, or Documents."""
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents else Path.home()

"""Saves a chart as a picture: asked for, said to be readable by anyone, and open to the owner of the file alone."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QStandardPaths
from PySide6.QtGui import QImage

from kat_journal.domain.material import Period
from kat_journal.errors import AlreadyExistsError
from kat_journal.gui.context import PageContext
from kat_journal.gui.dates import full_day
from kat_journal.gui.failures import plain_words
from kat_journal.gui.progress.section import Section
from kat_journal.gui.progress.view import ProgressPage

SUFFIX = ".png"


class Saving(QObject):
    """Asks where, writes, and asks in the page before it replaces anything.

    Attributes:
        period: The days that are shown, for the title and the name of the file.
    """

    def __init__(self, view: ProgressPage, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self.period: Period | None = None
        self._view = view
        self._context = context
        self._image = QImage()
        self._path = Path()
        view.picture_wanted.connect(self._on_wanted)
        view.anyway_wanted.connect(self._ask_where)
        view.other_name_wanted.connect(self._ask_where)
        view.overwrite_wanted.connect(self._on_overwrite)

    def _on_wanted(self, section: Section) -> None:
        assert self.period is not None  # noqa: S101 - there is a chart
        title = self.tr("{0}, {1} to {2}. Upright lines are sessions.").format(
            section.title, full_day(self.period.starts), full_day(self.period.ends)
        )
        self._image = section.picture(title)
        calm = self._context.journal.calm_hours.active
        self._context.tasks.journal(calm, context=self, then=self._on_calm, failed=self._on_failed)

    def _on_calm(self, calm: bool) -> None:
        if not calm:
            self._ask_where()
            return
        self._view.ask(
            self.tr("You had a session today. This can wait until tomorrow."),
            ("picture-wait", self.tr("Wait"), None),
            ("picture-anyway", self.tr("Save it anyway"), self._view.anyway_wanted),
        )

    def _ask_where(self) -> None:
        chosen = self._context.dialogs.save_file(
            self._view, self.tr("Save as picture, not encrypted"), self._suggested(), self.tr("Picture (*.png)")
        )
        if chosen is not None:
            self._path = chosen if chosen.suffix else chosen.with_suffix(SUFFIX)
            self._write(overwrite=False)

    def _suggested(self) -> Path:
        """A name of dates only that is still free, in Documents."""
        assert self.period is not None  # noqa: S101 - there is a chart
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents else Path.home()
        stem = f"progress-{self.period.starts.isoformat()}-to-{self.period.ends.isoformat()}"
        return free_path(folder, stem)

    def _on_overwrite(self) -> None:
        self._write(overwrite=True)

    def _write(self, *, overwrite: bool) -> None:
        save = partial(self._save, overwrite=overwrite)
        self._context.tasks.pool(partial(encoded, self._image), context=self, then=save, failed=self._on_failed)

    def _save(self, data: bytes, *, overwrite: bool) -> None:
        work = partial(self._context.journal.exports.save, data, self._path, overwrite=overwrite)
        self._context.tasks.journal(work, context=self, then=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _: object) -> None:
        self._image = QImage()
        words = self.tr("Saved as {0}. The picture is not encrypted: anyone who can open the file can see it.")
        self._view.show_text(words.format(self._path.name))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AlreadyExistsError):
            self._view.show_text(plain_words(error))
            return
        self._view.ask(
            self.tr("There is already a file called {0}.").format(self._path.name),
            ("picture-other-name", self.tr("Choose another name"), self._view.other_name_wanted),
            ("picture-overwrite", self.tr("Replace it"), self._view.overwrite_wanted),
        )


def free_path(folder: Path, stem: str) -> Path:
    """A picture of that name in that folder, with a number where the name is taken."""
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


def encoded(image: QImage) -> bytes:
    """The picture as PNG; may run on the pool."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())

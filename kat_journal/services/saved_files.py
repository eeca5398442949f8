"""Summaries that were saved as files: where the next one goes, and how one goes again after the appointment."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from kat_journal.domain.clock import Clock
from kat_journal.domain.sharing import ShareRecord
from kat_journal.services.courses import CourseService
from kat_journal.services.exports import MARKDOWN, PDF, PDF_LOCKED, ExportService
from kat_journal.services.settings import SettingsService
from kat_journal.storage.saved_files import delete_unchanged, is_unchanged
from kat_journal.storage.shares import Shares

FOLDER = "share.folder"
"""Setting that holds where the last summary was saved; inside the vault, like every path."""

FORMAT = "share.format"
"""Setting that holds the format of the last summary."""

A_MEETING = timedelta(hours=1)
"""How long an appointment is taken to last, before its file is spoken of."""


class SavedFiles:
    """Knows the files that left. It touches one only when asked to, and only while it is as it was saved."""

    def __init__(self, shares: Shares, settings: SettingsService, courses: CourseService, clock: Clock) -> None:
        self._shares = shares
        self._settings = settings
        self._courses = courses
        self._clock = clock

    def folder(self) -> str:
        """Where the last summary was saved; empty before the first."""
        return self._settings.get(FOLDER)

    def format(self, exports: ExportService) -> str:
        """The format of the last summary; Markdown before the first, and where that format is gone."""
        kept = self._settings.get(FORMAT)
        return kept if kept in {*exports.formats(), PDF, PDF_LOCKED} else MARKDOWN

    def remember(self, path: Path, format: str) -> None:
        """After a file was saved: offer its folder and format next time."""
        self._settings.put(FOLDER, str(path.absolute().parent))
        self._settings.put(FORMAT, format)

    def open_ones(self) -> tuple[ShareRecord, ...]:
        """Records of files that are still there, byte for byte as they were saved; newest first, each file once."""
        return self._still_there(self._shares.records())

    def after_appointment(self) -> tuple[ShareRecord, ...]:
        """Those of them that an appointment has passed since: what was handed over can go."""
        over = self._clock.now() - A_MEETING
        met = [one.at for one in self._courses.appointments() if one.at <= over]
        if not met:
            return ()
        handed = (one for one in self._shares.records() if not one.everything)
        return self._still_there(one for one in handed if one.made_at < max(met))

    def delete(self, record: ShareRecord) -> bool:
        """Delete that file if it is still as it was saved; a changed or moved one is never touched.

        What was shared, and when, stays known.

        Returns:
            Whether it was deleted.

        Raises:
            CannotDeleteError: The system refuses; the file is still there, and is offered again.
        """
        deleted = record.file != "" and delete_unchanged(Path(record.file), record.sha256)
        if deleted:
            self.keep(record)
        return deleted

    def keep(self, record: ShareRecord) -> None:
        """Speak of that file no more."""
        for one in self._shares.records():
            if one.file and one.file == record.file and one.sha256 == record.sha256:
                self._shares.forget_file(one.uid)

    def _still_there(self, records: Iterable[ShareRecord]) -> tuple[ShareRecord, ...]:
        files: dict[tuple[str, str], ShareRecord] = {}
        for one in records:
            if one.file:
                files.setdefault((one.file, one.sha256), one)
        return tuple(one for one in files.values() if is_unchanged(Path(one.file), one.sha256))

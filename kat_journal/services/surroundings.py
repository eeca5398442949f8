"""What stands around an open journal: copies of it that a sync program left, and how much room the disk has."""

import shutil
from pathlib import Path
from typing import Final

from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.storage.conflicts import conflict_copies

LITTLE_ROOM: Final = 50 * 1024 * 1024
_MEGABYTE: Final = 1024 * 1024


class Surroundings:
    """Looks at the journal's folder; changes nothing.

    Args:
        folder: The journal's folder.
        little: With fewer free bytes than this, the person is told.
    """

    def __init__(self, folder: Path, little: int = LITTLE_ROOM) -> None:
        self._folder = folder
        self._little = little

    def copies(self) -> tuple[str, ...]:
        """Names of files that look like another version of this journal."""
        return conflict_copies(self._folder)

    def conflict(self) -> Reminder | None:
        """A reminder with the name of the first of them."""
        copies = self.copies()
        return Reminder(ReminderKind.CONFLICT, copies[0]) if copies else None

    def space(self) -> Reminder | None:
        """A reminder with the free megabytes, where they are few."""
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:  # the disk is away, which saving says by itself
            return None
        return Reminder(ReminderKind.SPACE, str(free // _MEGABYTE)) if free < self._little else None

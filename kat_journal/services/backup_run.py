"""The long part of a backup, on files alone: check the copy, put it in its place, rotate, copy to the second place."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kat_journal.errors import KatJournalError
from kat_journal.services.backup_list import rotate
from kat_journal.storage.backup import Copied, finish
from kat_journal.storage.backup_copying import copy_to
from kat_journal.storage.backup_look import BackupInfo
from kat_journal.storage.connection import GivenUp


class Watch:
    """What the window sees of work on another thread, and how it stops it.

    Attributes:
        handled: Bytes that were handled so far.
        stopped: Set to have the work given up.
    """

    def __init__(self) -> None:
        self.handled = 0
        self.stopped = False

    def step(self, size: int) -> None:
        """Count, and give up if that is wanted.

        Raises:
            GivenUp: It is.
        """
        if self.stopped:
            raise GivenUp
        self.handled += size


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a run.

    Attributes:
        made: The new backup; None where none was due.
        copied: The copy at the second place; None where none was made.
        trouble: Why it could not be copied there, although the place is there.
        away: Whether the second place is not there.
    """

    made: BackupInfo | None
    copied: Path | None = None
    trouble: KatJournalError | None = None
    away: bool = False


class Run:
    """A backup that was begun on the journal's thread. Holds nothing of the open journal.

    Attributes:
        is_busy: Whether it is being finished at this moment.
    """

    def __init__(
        self,
        copied: Copied | None,
        made_at: datetime,
        journal: str,
        *,
        second: Path | None,
        newest: Path | None,
    ) -> None:
        self.is_busy = False
        self._copied = copied
        self._made_at = made_at
        self._journal = journal
        self._second = second
        self._newest = newest

    @property
    def total(self) -> int:
        """About how many bytes there are to handle: the journal is written once and read back once."""
        copy = self._copied
        waiting = copy.path.with_name(f"{copy.path.name}.db.new") if copy is not None else self._newest
        size = waiting.stat().st_size if waiting is not None and waiting.exists() else 0
        return 2 * size * ((copy is not None) + (self._second is not None))

    def finish(self, watch: Watch | None = None) -> Done:
        """Make the backup good, or leave none; an older one goes only after that. On any thread.

        Raises:
            GivenUp: It was stopped, and there is no new backup.
            JournalDamagedError, DiskFullError, StorageFailedError: The backup could not be made; the others stay.
        """
        self.is_busy = True
        try:
            return self._finish(watch or Watch())
        finally:
            self.is_busy = False

    def _finish(self, watch: Watch) -> Done:
        made = None
        if self._copied is not None:
            made = finish(self._copied, self._made_at, watch.step)
            rotate(made.path, self._journal, self._made_at)
        newest = made.path if made is not None else self._newest
        if self._second is None or newest is None:
            return Done(made)
        if not self._second.is_dir():
            return Done(made, away=True)
        try:
            copied = copy_to(newest, self._second, watch.step).path
        except KatJournalError as error:
            return Done(made, trouble=error)
        except GivenUp:
            if made is None:
                raise
            return Done(made)  # it was stopped too late for that one, which is good and stays
        rotate(copied, self._journal, self._made_at)
        return Done(made, copied)

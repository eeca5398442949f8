"""Backups: when one is made, which stay, and the second place. Nothing here keeps a lock waiting.

What touches the open journal runs on its thread and is short or can be given up (:meth:`BackupService.begin`); what
takes long is done on files alone, on any thread (:meth:`Run.finish`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from kat_journal.domain.clock import Clock
from kat_journal.errors import BackupRunningError, SecondPlaceError
from kat_journal.services.backup_list import Backup, backups_of
from kat_journal.services.backup_run import Done, Run, Watch
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.storage import backup
from kat_journal.storage.backup_look import BackupInfo, verify
from kat_journal.storage.backup_places import FOLDER, free_instant, name_of
from kat_journal.storage.connection import GivenUp
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.values import read_utc, utc_text
from kat_journal.storage.vault import Vault

__all__ = ["EVERY", "REMIND_AFTER", "BackupService", "GivenUp", "SecondPlace"]

EVERY: Final = timedelta(hours=24)
REMIND_AFTER: Final = timedelta(days=7)
_A_MINUTE: Final = timedelta(minutes=1)
_PLACE: Final = "backups.second-place"
_SINCE: Final = "backups.second-place.since"
_COPIED: Final = "backups.second-place.copied"  # the name of the backup


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Another disk that backups are copied to.

    Attributes:
        since: When the last copy was made, or the place was chosen.
        copied: Name of the backup that was copied last; empty before the first.
    """

    folder: Path
    since: datetime
    copied: str


class BackupService:
    """Makes, lists, checks and copies backups of the open journal."""

    def __init__(self, vault: Vault, settings: SettingsService, clock: Clock) -> None:
        self._vault = vault
        self._settings = settings
        self._clock = clock
        self._run: Run | None = None
        self._journal = backup.fingerprint_of_key(vault.key)

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        return self._vault.folder / FOLDER

    # On any thread

    def list(self) -> tuple[Backup, ...]:
        """Every backup in the folder, the newest first. Reads no more than what each says of itself."""
        return backups_of(self.folder)

    def check(self, path: Path, watch: Watch | None = None) -> BackupInfo:
        """Read a backup whole and compare it with its SHA-256.

        Raises:
            BackupDamagedError: Something is not as it was written.
        """
        return verify(path, (watch or Watch()).step)

    def remove_older(self, second: Path | None = None) -> int:
        """Take away every backup but the newest, after that one was read whole; gives how many.

        Args:
            second: The second place, where those of this journal go too, but for the newest of them.

        Raises:
            BackupDamagedError: The newest is not good, so none was removed.
        """
        newest = self._newest()
        if newest is None:
            return 0
        verify(newest.path)
        older = [one for one in self.list() if one.path != newest.path]
        there = self._good(backups_of(second)) if second else []
        if there:
            verify(there[0].path)
            older += there[1:]
        for one in older:
            one.path.unlink(missing_ok=True)
        return len(older)

    # On the journal's thread

    def due(self) -> bool:
        """Whether there is something to do: a new backup, or a copy for the second place."""
        newest = self._newest()
        return self._is_due(newest) or self._waits(newest)

    def begin(self, give_up: Callable[[], bool] = lambda: False, *, anyway: bool = False) -> Run:
        """Copy the journal out where a backup is due; gives what remains to be done elsewhere.

        Args:
            give_up: Asked again and again whether somebody needs this thread.
            anyway: Make one although none is due.

        Raises:
            GivenUp: Somebody needs this thread.
            BackupRunningError: One is being made already.
        """
        if self._run is not None and self._run.is_busy:
            raise BackupRunningError("busy")
        now, newest = self._clock.now(), self._newest()
        copied = None
        if anyway or self._is_due(newest):
            now = free_instant(self.folder, now)
            path = self.folder / name_of(now)
            copied = backup.copy_out(self._vault.connection, self._vault.key, self._vault.folder, path, give_up)
        place = self.second_place()
        waits = place is not None and (anyway or copied is not None or self._waits(newest))
        self._run = Run(
            copied,
            now,
            self._journal,
            second=place.folder if place is not None and waits else None,
            newest=newest.path if newest is not None else None,
        )
        return self._run

    def note(self, done: Done) -> None:
        """Remember what was copied to the second place."""
        place = self.second_place()
        if done.copied is not None and place is not None and place.folder == done.copied.parent:
            self._settings.put(_COPIED, done.copied.name)
            self._settings.put(_SINCE, utc_text(self._clock.now()))

    def back_up(self, path: Path | None = None) -> BackupInfo:
        """Make a backup in one go, at that path or among the others; for the command line and before risky steps.

        Raises:
            AlreadyExistsError: There is something at that path.
        """
        now = self._clock.now()
        vault = self._vault
        if path is None:
            now = free_instant(self.folder, now)
        target = path.absolute() if path is not None else self.folder / name_of(now)
        return backup.make(vault.connection, vault.key, vault.folder, target, now)

    def check_journal(self) -> None:
        """Read the whole journal, every page and table of it; takes its time.

        Raises:
            JournalDamagedError: Something is not as it was written.
        """
        self._vault.connection.rows("PRAGMA shrink_memory")  # what is remembered proves nothing about the disk
        check_all(self._vault.connection)

    def second_place(self) -> SecondPlace | None:
        """Where backups are copied to; None where no place was chosen."""
        folder, since = self._settings.get(_PLACE), self._settings.get(_SINCE)
        if not folder or not since:
            return None
        return SecondPlace(Path(folder), read_utc(since), self._settings.get(_COPIED))

    def choose_second_place(self, folder: Path) -> None:
        """Copy backups there from now on.

        Raises:
            SecondPlaceError: It is no folder, or a part of the journal's own.
        """
        own = self._vault.folder.resolve()
        chosen = folder.resolve()
        if not chosen.is_dir() or chosen == own or own in chosen.parents:
            raise SecondPlaceError("place")
        self._settings.put(_COPIED, "")
        self._settings.put(_SINCE, utc_text(self._clock.now()))
        self._settings.put(_PLACE, str(chosen))

    def leave_second_place(self) -> None:
        """Copy no more; what is there stays there."""
        self._settings.put(_PLACE, "")

    def second_place_reminder(self) -> Reminder | None:
        """Something to say when a newer backup has waited for its second place for a week."""
        place, newest = self.second_place(), self._newest()
        if place is None or newest is None or newest.path.name == place.copied:
            return None
        if abs(self._clock.now() - place.since) < REMIND_AFTER:
            return None
        return Reminder(ReminderKind.SECOND_PLACE, detail=place.folder.name)

    def _newest(self) -> Backup | None:
        """The newest good one of this journal."""
        return next(iter(self._good(self.list())), None)

    def _good(self, found: Iterable[Backup]) -> Sequence[Backup]:
        """The good ones of this journal, the newest first; last those from the future, when the clock was wrong."""
        good = [one for one in found if one.is_regular and one.journal == self._journal]
        now = self._clock.now() + _A_MINUTE  # one whose name was taken is called after the next second
        return sorted(good, key=lambda one: one.made_at is None or one.made_at > now)

    def _is_due(self, newest: Backup | None) -> bool:
        if newest is None or newest.made_at is None:
            return True
        # A clock that was set back must not hold backups off until it has caught up.
        old = abs(self._clock.now() - newest.made_at) >= EVERY
        return old and newest.source != backup.stamp_of(self._vault.folder)

    def _waits(self, newest: Backup | None) -> bool:
        """Whether the second place has not got the newest; whether it is there is for another thread to find out."""
        place = self.second_place()
        if place is None or newest is None or newest.path.name == place.copied:
            return False
        return place.copied == "" or abs(self._clock.now() - place.since) >= EVERY

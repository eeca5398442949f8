"""The daily check of a journal that is too large to be checked whole whenever it is opened."""

from collections.abc import Callable
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.storage.checking import Found, check_quietly
from kat_journal.storage.diagnosis import CHECKED_WHEN_OPENED
from kat_journal.storage.keys import wipe
from kat_journal.storage.vault import DATABASE, Vault

__all__ = ["CHECKED_ON", "DAMAGED", "Check", "CheckService", "Found"]

CHECKED_ON: Final = "checked.on"
DAMAGED: Final = "checked.damaged"


class Check:
    """One check. Holds nothing of the open journal but a copy of its key, which goes with the check.

    Attributes:
        stopped: Set to have it given up.
    """

    def __init__(self, run: Callable[[Callable[[], bool]], Found], key: bytearray) -> None:
        self._run = run
        self._key = key
        self.stopped = False

    def run(self) -> Found:
        """Check; on any thread, once."""
        try:
            return self._run(lambda: self.stopped)
        finally:
            wipe(self._key)


class CheckService:
    """Begins the check and keeps what it found. On the journal's thread, which is free while the check runs.

    Args:
        vault: The open journal.
        settings: Where the day of the last check is kept.
        clock: Tells today.
        checked_up_to: Files up to this size are checked whenever they are opened.
    """

    def __init__(
        self, vault: Vault, settings: SettingsService, clock: Clock, checked_up_to: int = CHECKED_WHEN_OPENED
    ) -> None:
        self._database = vault.folder / DATABASE
        self._key = vault.key
        self._settings = settings
        self._clock = clock
        self._checked_up_to = checked_up_to
        self._is_damaged = False

    def begin(self) -> Check | None:
        """The check of today, to be run elsewhere; None where there is none to make."""
        try:
            size = self._database.stat().st_size
        except OSError:  # the disk is away, which saving says by itself
            return None
        if size <= self._checked_up_to:
            if self.damaged():  # it was larger then; this one was found good when it was opened
                self.keep(Found.GOOD)
            return None
        if self._settings.get(CHECKED_ON) == self._today():
            return None
        key = bytearray(self._key)
        return Check(lambda is_stopped: check_quietly(self._database, key, is_stopped), key)

    def keep(self, found: Found) -> None:
        """Keep what a check found; one that found nothing out is made again another time."""
        if found is Found.UNKNOWN:
            return
        self._is_damaged = found is Found.DAMAGED
        self._settings.put(CHECKED_ON, self._today())
        self._settings.put(DAMAGED, "yes" if self._is_damaged else "")

    def damaged(self) -> Reminder | None:
        """A reminder where the last check found damage."""
        is_damaged = self._is_damaged or self._settings.get(DAMAGED) == "yes"
        return Reminder(ReminderKind.DAMAGED) if is_damaged else None

    def _today(self) -> str:
        return local_day(self._clock.now(), self._clock.zone()).isoformat()

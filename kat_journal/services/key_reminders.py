"""What Today may say about passphrase and recovery kit."""

from contextlib import suppress

from kat_journal.errors import KatJournalError
from kat_journal.services.keys import KeyService
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.settings import SettingsService
from kat_journal.services.written import WrittenService

RECOVERED = "passphrase.recovered"
"""Setting: whether the passphrase was set with the recovery code, and nothing was said about it yet."""


class KeyReminders:
    """Sources of :class:`~kat_journal.services.reminders.Reminders`."""

    def __init__(self, keys: KeyService, written: WrittenService, settings: SettingsService) -> None:
        self._keys = keys
        self._written = written
        self._settings = settings

    def kit(self) -> Reminder | None:
        """Offers a recovery kit, once there is something to lose and no kit yet."""
        if self._keys.kit_made_on() is not None or not self._written.newest(1):
            return None
        return Reminder(ReminderKind.KIT)

    def rehearsal(self) -> Reminder | None:
        """Offers to try the passphrase, two weeks after it was chosen."""
        return Reminder(ReminderKind.REHEARSAL) if self._keys.rehearsal_offered() else None

    def recovered(self) -> Reminder | None:
        """Says once that the old passphrase no longer opens the journal."""
        return Reminder(ReminderKind.RECOVERED) if self._settings.get(RECOVERED) else None

    def passphrase_was_recovered(self) -> None:
        """The recovery code opened the journal, and a new passphrase was set."""
        with suppress(KatJournalError):  # the passphrase is in force, whether or not Today says so
            self._settings.put(RECOVERED, "yes")

    def recovered_told(self) -> None:
        """It was said."""
        self._settings.put(RECOVERED, "")

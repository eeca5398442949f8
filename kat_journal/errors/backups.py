"""What can go wrong with a backup."""

from kat_journal.errors.base import KatJournalError
from kat_journal.errors.keys import WrongPassphraseError


class BackupMissingError(KatJournalError):
    """There is no file at that place."""

    message = "error.backup-missing"
    user_message = "There is no backup at that place."
    hint = "If it is on another disk, connect that disk and try again."


class NotABackupError(KatJournalError):
    """The file is something else, or its beginning is damaged."""

    message = "error.not-a-backup"
    user_message = "This is not a backup that KAT Journal can read."
    hint = "Nothing was changed. The name of a backup ends in .kjbackup."


class BackupDamagedError(KatJournalError):
    """Something in a backup is not as it was written."""

    message = "error.backup-damaged"
    user_message = "This backup is damaged."
    hint = "Your journal was not touched. Try another backup."


class BackupTooNewError(KatJournalError):
    """A newer version of the program made this backup."""

    message = "error.backup-too-new"
    user_message = "This backup was made by a newer version of KAT Journal."
    hint = "Nothing was changed. Install the newer version to use it."


class WrongBackupPassphraseError(WrongPassphraseError):
    """No key slot of the backup opens with this passphrase."""

    message = "error.wrong-backup-passphrase"
    user_message = "That passphrase does not open this backup."
    hint = "A backup opens with the passphrase or recovery code that was in use when it was made."


class BackupRunningError(KatJournalError):
    """A backup is being made already."""

    message = "error.backup-running"
    user_message = "A backup is being made at this moment."
    hint = "Wait a moment, then look again."


class SecondPlaceError(KatJournalError):
    """The folder is a part of the journal, or is gone."""

    message = "error.second-place"
    user_message = "That folder cannot be the second place."
    hint = "Nothing was changed. Choose a folder on another disk, outside the journal."

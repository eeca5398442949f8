"""Backups while the journal is locked, damaged or missing: look, look inside, put one in place. Holds nothing open."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kat_journal.domain.clock import Clock
from kat_journal.errors import KatJournalError
from kat_journal.services.backup_list import Backup, backups_of
from kat_journal.services.backup_run import Watch
from kat_journal.storage.backup import fingerprint
from kat_journal.storage.backup_look import BackupInfo, verify
from kat_journal.storage.backup_places import FOLDER
from kat_journal.storage.contents import Contents
from kat_journal.storage.keys import wipe
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.restoring import Restored, look_inside, restore
from kat_journal.storage.unlocking import Secret
from kat_journal.storage.vault import DATABASE

__all__ = ["BackupInfo", "Contents", "Restored", "Restorer"]


class Restorer:
    """Puts backups in the place of one journal. Every method is slow, and for any thread but the window's."""

    def __init__(self, folder: Path, clock: Clock, in_place: Callable[[], None] = lambda: None) -> None:
        """Change nothing yet; ``in_place`` is called once there is a journal where there was none."""
        self._folder = folder
        self._clock = clock
        self._in_place = in_place

    def list(self) -> tuple[Backup, ...]:
        """The backups in the journal's folder, the newest first."""
        return backups_of(self._folder / FOLDER)

    def look(self, path: Path, watch: Watch | None = None) -> BackupInfo:
        """What a file is; every byte is compared with its SHA-256.

        Raises:
            BackupMissingError, NotABackupError, BackupDamagedError, BackupTooNewError: It cannot be used.
        """
        return verify(path, (watch or Watch()).step)

    def is_of_another(self, info: BackupInfo) -> bool:
        """Whether it was made of another journal than the one in place; false where that cannot be told."""
        with suppress(KatJournalError):
            return info.verified and fingerprint(self._folder / DATABASE) != info.journal
        return False

    def inside(self, path: Path, passphrase: str = "", code: str = "", watch: Watch | None = None) -> Contents:
        """What is in it. The passphrase, or the recovery code, is the one that it was made with.

        Raises:
            WrongBackupPassphraseError, WrongRecoveryCodeError, RecoveryCodeMistypedError: It does not open with that.
            BackupDamagedError: Something in it is not as it was written.
        """
        secret = _secret(passphrase, code)
        try:
            return look_inside(path, secret, self._folder, (watch or Watch()).step)
        finally:
            _forget(secret)

    def restore(self, path: Path, passphrase: str = "", code: str = "", watch: Watch | None = None) -> Restored:
        """Put it in place, and keep what it replaces.

        Raises:
            JournalInUseError: A window or command has the journal open.
            AlreadyExistsError: The folder holds something else.

        And what :meth:`inside` raises.
        """
        secret = _secret(passphrase, code)
        try:
            restored = restore(path, self._folder, secret, self._clock.now(), (watch or Watch()).step)
        finally:
            _forget(secret)
        self._in_place()
        return restored


def _secret(passphrase: str, code: str) -> Secret:
    return seed_of(code) if code else passphrase


def _forget(secret: Secret) -> None:
    if isinstance(secret, bytearray):
        wipe(secret)

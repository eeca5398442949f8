"""What a backup says of itself, without a passphrase."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kat_journal.storage.backup_file import Step, no_step, opened
from kat_journal.storage.backup_manifest import Manifest


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup is, as told without a passphrase.

    Attributes:
        path: Where it is.
        made_at: In UTC.
        size: Of the file, in bytes.
        schema: Of the database inside; 0 where it was not opened.
        program: Version of KAT Journal that made it.
        verified: Whether it was opened and read whole when it was made.
        journal: Tells backups of one journal from those of another.
        source: What :func:`~kat_journal.storage.backup.stamp_of` said of the journal then.
    """

    path: Path
    made_at: datetime
    size: int
    schema: int
    program: str
    verified: bool
    journal: str
    source: str


def look(path: Path) -> BackupInfo:
    """What a backup says of itself. Bounds are checked, content is not: see :func:`verify`.

    Raises:
        BackupMissingError, NotABackupError, BackupDamagedError, BackupTooNewError: See ``backup_file.opened``.
    """
    with opened(path) as archive:
        return _info(path, archive.manifest)


def verify(path: Path, step: Step = no_step) -> BackupInfo:
    """The same, after every byte was compared with its SHA-256. Needs no passphrase.

    Raises:
        BackupDamagedError: Something is not as it was written.
    """
    with opened(path) as archive:
        archive.check(step)
        return _info(path, archive.manifest)


def _info(path: Path, manifest: Manifest) -> BackupInfo:
    return BackupInfo(
        path,
        manifest.made,
        path.stat().st_size,
        manifest.schema,
        manifest.program,
        manifest.verified,
        manifest.journal,
        manifest.source,
    )

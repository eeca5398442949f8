"""The backups of a folder, and which of them go when a new one is good."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from kat_journal.errors import KatJournalError
from kat_journal.services.rotation import APART_FOR, MOST_APART, kept
from kat_journal.storage.backup_look import look
from kat_journal.storage.backup_places import BEFORE_SCHEMA, REPLACED, backups_in

_REGULAR: Final = re.compile(r"\d{4}-\d\d-\d\dT\d{6}\.kjbackup")


class BackupKind(StrEnum):
    """Why a backup was made."""

    REGULAR = "regular"
    REPLACED = "replaced"
    BEFORE_SCHEMA = "before-schema"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file.

    Attributes:
        made_at: In UTC; None where the file is no backup that this program can read.
        size: In bytes.
        verified: Whether it was opened and read whole when it was made.
        journal: Tells backups of one journal from those of another.
        source: Tells whether the journal has changed since.
    """

    path: Path
    kind: BackupKind
    made_at: datetime | None
    size: int
    verified: bool = False
    journal: str = ""
    source: str = ""

    @property
    def is_regular(self) -> bool:
        """Whether it is a good one that was made in the ordinary way."""
        return self.kind is BackupKind.REGULAR and self.verified


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """Every file with a backup's name, the newest first, those that cannot be read last."""
    found = [_backup(path) for path in backups_in(folder)]
    return tuple(sorted(found, key=lambda one: (one.made_at is not None, one.made_at, one.path), reverse=True))


def rotate(newest: Path, journal: str, now: datetime) -> None:
    """Take away the backups of that journal whose time has passed; what cannot be read is left for the person.

    Args:
        newest: The one that was made or copied just now: it stays, whatever the clock said when others were made.
        journal: Whose backups.
        now: What was kept apart, before a restore or another schema, stays for a while counted from it.
    """
    found = backups_of(newest.parent)
    regular = [one for one in found if one.is_regular and one.journal == journal]
    stay = kept(one.made_at for one in regular if one.made_at is not None)
    gone = [one for one in regular if one.made_at not in stay and one.path.name != newest.name]
    for kind in (BackupKind.REPLACED, BackupKind.BEFORE_SCHEMA):
        apart = [one for one in found if one.kind is kind and one.made_at is not None]
        gone += [one for one in apart[MOST_APART:] if one.made_at is not None and now - one.made_at >= APART_FOR]
    for one in gone:
        with suppress(OSError):  # it is only one too many
            one.path.unlink()


def _backup(path: Path) -> Backup:
    kind = _kind(path.name)
    try:
        info = look(path)
    except KatJournalError:
        return Backup(path, kind, None, _size(path))
    return Backup(path, kind, info.made_at, info.size, info.verified, info.journal, info.source)


def _kind(name: str) -> BackupKind:
    if _REGULAR.fullmatch(name):
        return BackupKind.REGULAR
    if name.startswith(REPLACED):
        return BackupKind.REPLACED
    return BackupKind.BEFORE_SCHEMA if name.startswith(BEFORE_SCHEMA) else BackupKind.OTHER


def _size(path: Path) -> int:
    with suppress(OSError):  # gone since it was listed
        return path.stat().st_size
    return 0

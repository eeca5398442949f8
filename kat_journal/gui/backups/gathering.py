"""What the page shows, read on other threads; nothing here holds a widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kat_journal.errors import KatJournalError
from kat_journal.services.backup_list import Backup
from kat_journal.services.backups import BackupService, SecondPlace


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is there.

    Attributes:
        is_there: Whether the second place is there now.
    """

    folder: Path
    backups: tuple[Backup, ...]
    second: SecondPlace | None
    is_there: bool


def gather(backups: BackupService, second: SecondPlace | None) -> Gathered:
    """The backups, and whether the second place is there; a disk that sleeps may take its time."""
    return Gathered(backups.folder, backups.list(), second, second is not None and second.folder.is_dir())


def damaged(backups: BackupService, wanted: Sequence[Backup]) -> tuple[Path, ...]:
    """Which of them do not read back as they were written."""
    found = []
    for one in wanted:
        try:
            backups.check(one.path)
        except KatJournalError:
            found.append(one.path)
    return tuple(found)

"""Where backups are and what they are called, and the files of a run that has not ended."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kat_journal.storage.backup_file import SUFFIX
from kat_journal.storage.failures import plain_failures

FOLDER: Final = "backups"
REPLACED: Final = "replaced-"
BEFORE_SCHEMA: Final = "before-schema-"
_NEW: Final = ".new"
_ENDINGS: Final = (_NEW, f".db{_NEW}", f".db{_NEW}-journal", f".keys{_NEW}", f".keys{_NEW}{_NEW}")


def backups_in(folder: Path) -> tuple[Path, ...]:
    """The files that have a backup's ending in a folder, whatever is in them."""
    with plain_failures():
        found = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    return tuple(path for path in found if path.is_file())


def name_of(made_at: datetime, prefix: str = "") -> str:
    """The file name of a backup: its instant in UTC, and nothing about a person."""
    return f"{prefix}{made_at.astimezone(UTC):%Y-%m-%dT%H%M%S}{SUFFIX}"


def free_instant(folder: Path, made_at: datetime, prefix: str = "") -> datetime:
    """That instant, or the first second after it whose name is not taken there: nobody is made to wait for a name."""
    while (folder / name_of(made_at, prefix)).exists():
        made_at += timedelta(seconds=1)
    return made_at


def clear_leftovers(path: Path) -> None:
    """Take away what a run that was killed left beside that path, and in the folder of backups all of it."""
    endings = tuple(SUFFIX + ending for ending in _ENDINGS)
    for left in path.parent.iterdir():
        ours = path.parent.name == FOLDER and left.name.endswith(endings)
        if (ours or left.name in {path.name + ending for ending in _ENDINGS}) and left.is_file():
            left.unlink()


def copy_beside(path: Path) -> Path:
    """The database's copy, until it is in the backup."""
    return path.with_name(f"{path.name}.db{_NEW}")


def keys_beside(path: Path) -> Path:
    """The key file's copy, until it is in the backup."""
    return path.with_name(f"{path.name}.keys{_NEW}")


def waiting_beside(path: Path) -> Path:
    """The backup itself, until it was read back."""
    return path.with_name(f"{path.name}{_NEW}")

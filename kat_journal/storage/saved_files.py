"""Files that left: whether one is still there as it was saved, and how it goes again."""

import hashlib
from pathlib import Path

from kat_journal.errors import CannotDeleteError
from kat_journal.storage.files import open_regular

_PART = 1 << 16


def is_unchanged(path: Path, sha256: str) -> bool:
    """Whether the file is at its place with the same bytes; a link, a folder or another file is not it."""
    digest = hashlib.sha256()
    try:
        with open_regular(path) as file:
            while part := file.read(_PART):
                digest.update(part)
    except (OSError, ValueError):  # not there, not readable, or no name that a file can have
        return False
    return digest.hexdigest() == sha256


def has_anything(path: Path) -> bool:
    """Whether anything at all has that name, were it a link that leads nowhere."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def delete_unchanged(path: Path, sha256: str) -> bool:
    """Delete the file if it still holds the same bytes; whatever else has its name is left alone.

    Returns:
        Whether it was deleted.

    Raises:
        CannotDeleteError: The system refuses.
    """
    if not is_unchanged(path, sha256):
        return False
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotDeleteError(f"errno {error.errno}") from None
    return True

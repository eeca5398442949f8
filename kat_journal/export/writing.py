"""How a file leaves the journal: whole or not at all, readable by nobody else, and never over another file unasked."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kat_journal.errors import (
    AlreadyExistsError,
    DiskFullError,
    KatJournalError,
    ReadOnlyError,
    StorageFailedError,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_PLACE = {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG}
_TAKEN = {errno.EEXIST, errno.EISDIR, errno.ENOTEMPTY}


class CannotSaveHereError(ReadOnlyError):
    """The place where a file was to be saved is missing or closed to writing."""

    message = "error.cannot-save-here"
    user_message = "The file cannot be saved at that place."
    hint = "Nothing was saved. Choose another folder, such as Documents."


def write_file(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file of bytes that are there already; see :func:`write_parts`."""
    write_parts(path, (data,), overwrite=overwrite)


def write_parts(path: Path, parts: Iterable[bytes], *, overwrite: bool = False) -> None:
    """Write a file that appears whole under its name, with mode 0600.

    Whatever making a part raises is passed on, and nothing is left.

    Args:
        path: Where; its folder must exist.
        parts: What the file is to hold, piece by piece.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        AlreadyExistsError: Something is there, and it may not or cannot be replaced.
        CannotSaveHereError: The folder is missing or cannot be written.
        DiskFullError: There is no room.
        StorageFailedError: The system refused for another reason.
    """
    with _plain_failures(), _beside(path) as part:
        with part.open("wb") as file:
            for data in parts:
                file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            part.replace(path)
        else:
            _move_to_free_name(part, path)
        _sync_folder(path.parent)


def made_private(path: Path) -> bytes:
    """What is in a file that another part of the system wrote, after it was given mode 0600.

    Raises:
        CannotSaveHereError: It is not there.
        StorageFailedError: The system refused for another reason.
    """
    with _plain_failures():
        path.chmod(0o600)
        return path.read_bytes()


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file in the same folder, gone again if it was not moved; mkstemp makes it with mode 0600."""
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _move_to_free_name(part: Path, path: Path) -> None:
    """Take the name first, which fails where something has it, and then replace our own empty file."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        part.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot open a folder keep names by themselves."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _plain_failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _failure(error) from error


def _failure(error: OSError) -> KatJournalError:
    """The error that a person can be told; the system's own text names a path, so only its number is kept."""
    kinds = ((_TAKEN, AlreadyExistsError), (_NO_ROOM, DiskFullError), (_NO_PLACE, CannotSaveHereError))
    kind = next((kind for numbers, kind in kinds if error.errno in numbers), StorageFailedError)
    return kind(f"errno {error.errno}")

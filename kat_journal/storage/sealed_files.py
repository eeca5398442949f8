"""The folder of sealed words: one file a writing, never too many, and nothing in it is followed anywhere else."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from kat_journal.errors import (
    CannotSealError,
    JournalTooNewError,
    KeysDamagedError,
    SealedFullError,
    StorageFailedError,
)
from kat_journal.storage import key_file
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import PRIVATE_FOLDER, keep_private, open_regular, sync_folder, write_durably
from kat_journal.storage.sealed import LARGEST, UnreadableError, is_uid

FOLDER: Final = "sealed"
ENDING: Final = ".sealed"
MOST_FILES: Final = 64
MOST_BYTES: Final = 4 * 1024 * 1024
MOST_LOOKED_AT: Final = 1000
"""Files that one opening looks at, so that a flooded folder keeps nobody out; the others wait for the next one."""

Stamp = tuple[int, int, int, int]


def public_key(folder: Path) -> bytes:
    """The key that words are sealed with, from whichever copy of the key file is whole.

    Raises:
        CannotSealError: No copy can be read, or the two name different keys, as only a stranger's hand makes them.
    """
    try:
        keys, other = key_file.read(folder)
    except (KeysDamagedError, JournalTooNewError):
        raise CannotSealError("key file") from None
    if other is not None and other.public_key != keys.public_key:
        raise CannotSealError("two keys")
    return keys.public_key


def is_kept(folder: Path, uid: str) -> bool:
    """Whether the writing's file is there; true too where the folder is away, since then nothing is known."""
    return not (folder / FOLDER).is_dir() or os.path.lexists(_path(folder, uid))


def keep(folder: Path, uid: str, data: bytes) -> None:
    """Write a file of a writing in one step, in place of its earlier one.

    Raises:
        SealedFullError: There are too many of them, or they are too large together.
        DiskFullError: There is no room on the disk; the earlier file is there.
        ReadOnlyError: Nothing can be written there.
        StorageFailedError: What has the folder's name is none.
    """
    with plain_failures():
        _make_folder(folder)
        others = [size for name, size in _sizes(folder / FOLDER) if name != uid + ENDING]
    if len(others) >= MOST_FILES or sum(others) + len(data) > MOST_BYTES:
        raise SealedFullError("cap")
    write_durably(_path(folder, uid), data)


def discard(folder: Path, uid: str) -> None:
    """Take away the file of a writing that was emptied."""
    with plain_failures():
        if _is_folder(folder / FOLDER):
            _path(folder, uid).unlink(missing_ok=True)


def found(folder: Path) -> tuple[Path, ...]:
    """The files that are there, readable or not, in order of their names; nothing where there is no folder."""
    place = folder / FOLDER
    with suppress(OSError):
        if _is_folder(place):
            keep_private(place)
            return tuple(place / name for name in sorted(name for name, _ in islice(_sizes(place), MOST_LOOKED_AT)))
    return ()


def read(path: Path) -> tuple[bytes, Stamp]:
    """The bytes of a file, and its stamp.

    Raises:
        UnreadableError: It is a link, a pipe, too large, not named after a writing, or cannot be read.
    """
    if not is_uid(path.name.removesuffix(ENDING)):
        raise UnreadableError("name")
    try:
        with open_regular(path) as file:
            stamp = _stamp(os.fstat(file.fileno()))
            data = file.read(LARGEST + 1)
    except OSError:
        raise UnreadableError("open") from None
    if len(data) > LARGEST:
        raise UnreadableError("size")
    return data, stamp


def remove(path: Path, stamp: Stamp) -> None:
    """Take away a file whose words are in the journal now, unless it was written anew since it was read.

    A failure is no harm: the file is known again by its uid.
    """
    with suppress(OSError):
        if _stamp(path.lstat()) == stamp:
            path.unlink()


def tidy(folder: Path) -> None:
    """Take away what a crash left half written, and wait until all removals are on the disk.

    A save that another program has under way is tried again there.
    """
    with suppress(OSError):
        for path in (folder / FOLDER).glob(f"*{ENDING}.new"):
            path.unlink()
        sync_folder(folder / FOLDER)


def _path(folder: Path, uid: str) -> Path:
    return folder / FOLDER / (uid + ENDING)


def _make_folder(folder: Path) -> None:
    place = folder / FOLDER
    if not os.path.lexists(place):
        place.mkdir(PRIVATE_FOLDER)
        sync_folder(folder)
    if not _is_folder(place):
        raise StorageFailedError("no folder")


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def _sizes(place: Path) -> Iterator[tuple[str, int]]:
    """Names and sizes of what has the ending; what goes meanwhile counts nothing."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.endswith(ENDING):
                with suppress(FileNotFoundError):
                    yield entry.name, entry.stat(follow_symlinks=False).st_size


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

"""Files that are private, and on the disk before anything relies on them."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kat_journal.storage.failures import plain_failures

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Open what has that name and nothing that it leads to, and wait for nobody at a pipe's other end."""


def make_private(path: Path) -> None:
    """Make a new, empty file that only its owner can read; raises FileExistsError where there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


def keep_private(path: Path) -> None:
    """Take a file or folder away from others, where it came without its mode; some file systems know none."""
    with suppress(OSError):
        mode = path.lstat().st_mode
        wanted = PRIVATE_FOLDER if stat.S_ISDIR(mode) else PRIVATE_FILE
        if not stat.S_ISLNK(mode) and mode & 0o077:
            path.chmod(wanted)


def is_regular(path: Path) -> bool:
    """Whether a file is there itself: no link, no folder, no pipe."""
    return path.is_file() and not path.is_symlink()


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, and never anything else that has its name: a link, a folder, a pipe.

    Raises:
        OSError: It cannot be opened, or is no file.
    """
    handle = os.open(path, os.O_RDONLY | AS_IT_IS | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a file")
    return os.fdopen(handle, "rb")


def write_durably(path: Path, data: bytes) -> None:
    """Put the bytes at that path in one step: after a crash or a full disk the old file or the new one is there."""
    waiting = path.with_name(path.name + ".new")
    with plain_failures():
        try:
            waiting.unlink(missing_ok=True)
            make_private(waiting)
            with waiting.open("r+b") as file:
                file.write(data)
                file.flush()
                _sync(file.fileno())
            waiting.replace(path)
        except BaseException:
            with suppress(OSError):
                waiting.unlink()
            raise
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("r+b") as file:
        _sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows has no such step."""
    if sys.platform == "win32":  # pragma: no cover - Windows only
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":  # pragma: no cover - fsync alone does not reach the disk on a Mac
        import fcntl  # noqa: PLC0415 - absent on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    os.fsync(handle)

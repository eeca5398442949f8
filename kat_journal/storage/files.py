"""Files that are private, and on the disk before anything relies on them."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from kat_journal.storage.failures import plain_failures

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private(path: Path) -> None:
    """Make a new, empty file that only its owner can read; raises FileExistsError where there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


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

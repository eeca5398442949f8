"""The lock file: one program at a time has a journal open."""

import errno
import json
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from kat_journal.errors import JournalInUseError, NotAJournalError
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import AS_IT_IS, PRIVATE_FILE

if sys.platform == "win32":  # pragma: no cover - Windows only
    import msvcrt

    _FAR = 1 << 30  # far behind the text, which stays readable for others

    def _hold(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

    def _host() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def _owners(folder: Path) -> set[int]:
        return {folder.stat().st_uid}
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _host() -> str:
        return os.uname().nodename

    def _owners(folder: Path) -> set[int]:
        # The folder's owner too: some disks give every file to one user, and root may open anybody's journal.
        return {os.geteuid(), folder.stat().st_uid}


_NO_FILE = {errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EOPNOTSUPP}
"""What opening a link, a folder or a socket ends in."""


class VaultLock:
    """Held from opening to closing; the system drops it when the program dies, so a leftover file locks nobody out."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Take the lock of that folder.

        Raises:
            JournalInUseError: Another window or command holds it; nothing was touched.
            NotAJournalError: What has its name is no lock file of ours; it was not touched either.
        """
        path = folder / "lock"
        with plain_failures():
            handle = _open(path)
            try:
                _hold_current(path, handle)
                _check_ours(path, handle)
            except BaseException:
                os.close(handle)
                raise
            lock = cls(path, handle)
            try:
                _write_holder(handle)
            except BaseException:
                lock.release()
                raise
        return lock

    def release(self) -> None:
        """Give it back, and take the file away if it still is the one that is held; may be called twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        current = _is_current(self._path, handle)
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be removed there
            os.close(handle)
            if current:
                with suppress(OSError):
                    self._path.unlink()
        else:
            if current:
                with suppress(OSError):  # removed while held, so that nobody else's file is taken away
                    self._path.unlink()
            os.close(handle)


def _open(path: Path) -> int:
    """Open or make the file, and never what a link of its name leads to."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | AS_IT_IS, PRIVATE_FILE)
    except OSError as error:
        if error.errno in _NO_FILE:
            raise NotAJournalError("lock is no file") from None
        raise


def _hold_current(path: Path, handle: int) -> None:
    """Lock the open file, and make sure that it still is the one with that name."""
    try:
        _hold(handle)
    except (BlockingIOError, PermissionError):
        raise JournalInUseError("lock held") from None
    if not _is_current(path, handle):
        raise JournalInUseError("lock gone")


def _is_current(path: Path, handle: int) -> bool:
    try:
        return path.lstat().st_ino == os.fstat(handle).st_ino
    except OSError:
        return False


def _check_ours(path: Path, handle: int) -> None:
    """Refuse a file that may be of use to somebody: one with a second name, of another person, or none at all."""
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or found.st_uid not in _owners(path.parent):
        raise NotAJournalError("lock is not ours")


def _write_holder(handle: int) -> None:
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps({"host": _host(), "pid": os.getpid(), "since": since}).encode())

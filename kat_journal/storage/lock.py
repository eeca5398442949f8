"""The lock file: one program at a time has a journal open."""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from kat_journal.errors import JournalInUseError
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import PRIVATE_FILE

if sys.platform == "win32":  # pragma: no cover - Windows only
    import msvcrt

    _FAR = 1 << 30  # far behind the text, which stays readable for others

    def _hold(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

    def _host() -> str:
        return os.environ.get("COMPUTERNAME", "")
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _host() -> str:
        return os.uname().nodename


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
        """
        path = folder / "lock"
        with plain_failures():
            handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
            try:
                _hold_current(path, handle)
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
        """Give it back, and take the file away; may be called twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be removed there
            os.close(handle)
            with suppress(OSError):
                self._path.unlink()
        else:
            with suppress(OSError):  # removed while held, so that nobody else's file is taken away
                self._path.unlink()
            os.close(handle)


def _hold_current(path: Path, handle: int) -> None:
    """Lock the open file, and make sure that it still is the one with that name."""
    try:
        _hold(handle)
        current = path.stat().st_ino == os.fstat(handle).st_ino
    except (BlockingIOError, PermissionError, FileNotFoundError):
        current = False
    if not current:
        raise JournalInUseError("lock held")


def _write_holder(handle: int) -> None:
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps({"host": _host(), "pid": os.getpid(), "since": since}).encode())

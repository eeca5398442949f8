"""Files that say "in use": one program at a time holds one, and the system takes it back when that program dies."""

import errno
import getpass
import json
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

if sys.platform == "win32":  # pragma: no cover - Windows only
    import msvcrt

    _FAR = 1 << 30  # far behind the text, which stays readable for others

    def _hold(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def this_host() -> str:
        """The name of this computer."""
        return os.environ.get("COMPUTERNAME", "")

    def _owners(folder: Path) -> set[int]:
        return {folder.stat().st_uid}
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def this_host() -> str:
        """The name of this computer."""
        return os.uname().nodename

    def _owners(folder: Path) -> set[int]:
        # The folder's owner too: some disks give every file to one user, and root may open anybody's journal.
        return {os.geteuid(), folder.stat().st_uid}


_PRIVATE = 0o600
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_FILE = {errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.EOPNOTSUPP}
"""What opening a link, a folder or a socket ends in."""
_MOST = 4096


class HeldError(Exception):
    """Another program, or another part of this one, holds it.

    Attributes:
        said: What the file says; nothing where it is gone.
    """

    def __init__(self, said: bytes = b"") -> None:
        super().__init__("held")
        self.said = said


class NotOursError(Exception):
    """What has that name is no file of ours: a link, a folder, a file of another person or with a second name."""


class Hold:
    """A file that this program holds, from taking it to giving it back."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, path: Path) -> Self:
        """Take the file, making it where there is none.

        Raises:
            HeldError: Another program holds it.
            NotOursError: What has its name is something else; it was not touched.
            OSError: It can be neither opened nor made.
        """
        handle = _open(path)
        try:
            _hold_current(path, handle)
            _check_ours(path, handle)
        except BaseException:
            os.close(handle)
            raise
        return cls(path, handle)

    def read(self) -> bytes:
        """What it says; nothing where its disk was pulled out."""
        if self._handle is not None:
            with suppress(OSError):
                return _read(self._handle)
        return b""

    def write(self, text: bytes) -> None:
        """Let it say that instead; the old text goes only when the new one is there."""
        if self._handle is not None:
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text)
            os.ftruncate(self._handle, len(text))

    def release(self, said: bytes | None = None) -> None:
        """Give it back, and take the file away if it still is the one that is held; may be called twice.

        Args:
            said: Take it away only while it says that: a program that syncs folders may have put other words in it.
        """
        if self._handle is None:
            return
        goes = _is_current(self.path, self._handle) and said in {None, self.read()}
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be removed there
            self.let_go()
        if goes:
            with suppress(OSError):  # removed while held, so that nobody else's file is taken away
                self.path.unlink()
        self.let_go()

    def let_go(self) -> None:
        """Give it back and leave the file; may be called twice."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)


def about_this_program() -> bytes:
    """What a file that is held says: host, user and process, and since when in UTC."""
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return json.dumps({"host": this_host(), "user": _user(), "pid": os.getpid(), "since": since}).encode()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def _open(path: Path) -> int:
    """Open or make the file, and never what a link of its name leads to."""
    try:
        return os.open(path, _FLAGS, _PRIVATE)
    except OSError as error:
        if error.errno in _NO_FILE:
            raise NotOursError from None
        raise


def _hold_current(path: Path, handle: int) -> None:
    """Lock the open file, and make sure that it still is the one with that name."""
    try:
        _hold(handle)
    except (BlockingIOError, PermissionError):
        raise HeldError(_read(handle)) from None
    if not _is_current(path, handle):
        raise HeldError


def _read(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _MOST)


def _is_current(path: Path, handle: int) -> bool:
    try:
        return path.lstat().st_ino == os.fstat(handle).st_ino
    except OSError:
        return False


def _check_ours(path: Path, handle: int) -> None:
    """Refuse a file that may be of use to somebody: one with a second name, of another person, or none at all."""
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or found.st_uid not in _owners(path.parent):
        raise NotOursError

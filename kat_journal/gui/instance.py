"""One window a journal: a second start asks the first window to come to the front. No Qt, and no way out of here.

The window holds a file named ``window`` in the journal's folder, or beside the folder while there is no journal in it.
Whoever comes second puts a file beside that one; the first sees it, comes forward, and takes it away as its answer.
"""

import os
import stat
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path

from kat_journal.holding import HeldError, Hold, NotOursError

NAME = "window"
ASKED = ".asked"
PATIENCE = 3.0
"""Seconds in which a window that is alive answers."""
_A_LITTLE = 0.05


class Outcome(Enum):
    """What came of asking."""

    CAME = "came"
    SILENT = "silent"
    GONE = "gone"
    """The other window closed meanwhile: this program has the journal's window now."""


class Instance:
    """Whether this program has the window of a journal. Its methods may be called on any thread.

    Args:
        folder: The journal's folder, whether it exists yet or not.
        has_journal: Whether there is a journal in it.
        is_missing: Whether there was one, which is gone: then nothing is put where its disk may be connected again.
    """

    def __init__(self, folder: Path, has_journal: Callable[[], bool], is_missing: Callable[[], bool] = bool) -> None:
        self._inside = folder / NAME
        self._beside = folder.with_name(f".{folder.name}.{NAME}")
        self._has_journal = has_journal
        self._is_missing = is_missing
        self._waits = False
        self._hold: Hold | None = None
        self._guard = threading.Lock()

    @property
    def file(self) -> Path:
        """The file that is held, or would be."""
        return self._hold.path if self._hold is not None else self._place()

    def take(self) -> bool:
        """Have the window, unless another program has it.

        Where no file can be made (a disk that is read-only), nobody is held up.
        """
        with self._guard:
            self._waits = self._hold is None and self._is_missing()
            if self._waits:
                return True
            try:
                path = self._place()
                if self._hold is not None and self._hold.path == path:
                    return True
                self._look_beside(path)
                hold = _take(path)
            except HeldError:
                return False
            except (NotOursError, OSError):
                return True
            self._give_back()
            self._hold = hold
            with suppress(OSError):
                _asked(path).unlink()
            return True

    def wait(self, seconds: float = PATIENCE) -> bool:
        """Have the window as soon as the program that has it gives it back; false where it does not in that time."""
        return _until(self.take, seconds)

    def follow(self) -> None:
        """A journal was made, or is there again: where this program has the window, its file moves in there."""
        if self._hold is not None or self._waits:
            self.take()

    def release(self) -> None:
        """Give it back; may be called twice."""
        with self._guard:
            self._give_back()

    def ask(self, seconds: float = PATIENCE) -> Outcome:
        """Ask the window that has it to come to the front, and wait for its answer."""
        path = _asked(self._place())
        with suppress(OSError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        taken = False

        def answered() -> bool:
            nonlocal taken
            came = not os.path.lexists(path)
            taken = not came and self.take()
            return came or taken

        if _until(answered, seconds):
            return Outcome.GONE if taken else Outcome.CAME
        with suppress(OSError):
            path.unlink()
        return Outcome.SILENT

    def asked(self) -> bool:
        """Whether somebody has asked for the window since the last time; taking the question away answers it."""
        path = _asked(self.file)
        try:
            if self._hold is None or not stat.S_ISREG(path.lstat().st_mode):
                return False
            path.unlink()
        except OSError:
            return False
        return True

    def _place(self) -> Path:
        return self._inside if self._has_journal() else self._beside

    def _look_beside(self, path: Path) -> None:
        """A window that is just making its journal still holds the file beside the folder.

        Raises:
            HeldError: Another program does.
        """
        ours = self._hold is not None and self._hold.path == self._beside
        if path != self._beside and not ours and os.path.lexists(self._beside):
            with suppress(NotOursError, OSError):
                Hold.take(self._beside).release()

    def _give_back(self) -> None:
        if self._hold is not None:
            self._hold.release()
            self._hold = None


def _take(path: Path) -> Hold:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return Hold.take(path)
    except HeldError:
        # It may have been given back between opening and holding it: then there is another file now, or none.
        return Hold.take(path)


def _asked(path: Path) -> Path:
    return path.with_name(path.name + ASKED)


def _until(come_true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not come_true():
        if time.monotonic() >= end:
            return False
        time.sleep(_A_LITTLE)
    return True

"""The lock file: one program at a time has a journal open, and says who and since when."""

import calendar
import json
import time
from pathlib import Path
from typing import Final, Self

from kat_journal.errors import JournalElsewhereError, JournalHeldError, JournalInUseError, NotAJournalError
from kat_journal.holding import HeldError, Hold, NotOursError, about_this_program, this_host
from kat_journal.storage.failures import plain_failures

NAME: Final = "lock"
_LONGEST: Final = 64
_UTC: Final = "%Y-%m-%dT%H:%M:%SZ"


class VaultLock:
    """Held from opening to closing; the system drops it when the program dies, so a leftover file locks nobody out."""

    def __init__(self, hold: Hold, said: bytes) -> None:
        self._hold = hold
        self._said = said

    @classmethod
    def take(cls, folder: Path, *, take_over: bool = False) -> Self:
        """Take the lock of that folder.

        Args:
            folder: The journal's folder.
            take_over: Take it although its file came from another computer, which may have the journal open.

        Raises:
            JournalInUseError: Another window or command holds it; nothing was touched.
            JournalElsewhereError: Nobody here holds it, and its file names another computer; it was left as it is.
            NotAJournalError: What has its name is no lock file of ours; it was not touched either.
        """
        with plain_failures():
            hold = _hold(folder / NAME)
            said = about_this_program()
            elsewhere: dict[str, str] = {}
            try:
                elsewhere = _of_another_host(hold.read())
                if elsewhere and not take_over:
                    raise JournalElsewhereError("lock of another host", details=elsewhere)
                hold.write(said)
            except BaseException:
                if elsewhere:
                    hold.let_go()
                else:
                    hold.release()
                raise
        return cls(hold, said)

    def release(self) -> None:
        """Give it back, and take the file away if it still is the one that is held; may be called twice."""
        self._hold.release(self._said)


def _hold(path: Path) -> Hold:
    try:
        return Hold.take(path)
    except HeldError as error:
        if who := _who(error.said):
            raise JournalHeldError("lock held", details=who) from None
        raise JournalInUseError("lock held") from None
    except NotOursError:
        raise NotAJournalError("lock is not ours") from None


def _of_another_host(said: bytes) -> dict[str, str]:
    """Who left the file, where it came from another computer; nothing where it is one of this computer, or garbage."""
    who = _who(said)
    return who if who and who["host"] != this_host() else {}


def _who(said: bytes) -> dict[str, str]:
    """Who wrote the file and since when, as it is told to a person; anybody may have written anything into it."""
    try:
        content = json.loads(said)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    host, user, since = (_plain(content.get(name)) for name in ("host", "user", "since"))
    if not host:
        return {}
    return {"host": host, "user": user, "since": _local(since), "who": f"{host} ({user})" if user else host}


def _plain(value: object) -> str:
    text = value[:_LONGEST].strip() if isinstance(value, str) else ""
    return text if text.isprintable() else ""


def _local(since: str) -> str:
    """That instant on this computer's clock: the time of today, or day and time."""
    try:
        instant = time.localtime(calendar.timegm(time.strptime(since, _UTC)))
    except (ValueError, OverflowError, OSError):
        return since or "?"
    is_today = instant[:3] == time.localtime()[:3]
    return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", instant)

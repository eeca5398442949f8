"""Checks a whole journal while it is open, on another thread and without a lock, so that nothing waits for it."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final

import sqlcipher3

from kat_journal.errors import JournalDamagedError, KatJournalError
from kat_journal.storage.failures import plain_failures

_STEPS_BETWEEN_ASKING: Final = 10_000


class Found(Enum):
    """What a check found."""

    GOOD = "good"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"
    """Something was written meanwhile, it was stopped, or the disk could not be read."""


def check_quietly(database: Path, key: bytearray, is_stopped: Callable[[], bool] = lambda: False) -> Found:
    """Read every table, and with them every page that holds something.

    The file is opened as one that does not change, which takes no lock; if it did change, nothing is concluded.
    Damage counts when it was seen twice: a change that was under way at the first look has gone by at the second.

    Args:
        database: The file; it is only read.
        key: Its key.
        is_stopped: Asked again and again whether to give up.
    """
    found = _look(database, key, is_stopped)
    return _look(database, key, is_stopped) if found is Found.DAMAGED else found


def _look(database: Path, key: bytearray, is_stopped: Callable[[], bool]) -> Found:
    before = _stamp(database)
    try:
        found = Found.GOOD if _holds_together(database, key, is_stopped) else Found.DAMAGED
    except JournalDamagedError:
        found = Found.DAMAGED
    except KatJournalError:  # stopped, or the disk cannot be read just now
        found = Found.UNKNOWN
    changed = before is None or _stamp(database) != before
    return Found.UNKNOWN if changed or is_stopped() else found


def _holds_together(database: Path, key: bytearray, is_stopped: Callable[[], bool]) -> bool:
    with plain_failures():
        raw = sqlcipher3.connect(database.absolute().as_uri() + "?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            raw.execute("PRAGMA cipher_log_level = NONE")
            raw.set_key(key)
            raw.set_progress_handler(is_stopped, _STEPS_BETWEEN_ASKING)
            return [row[0] for row in raw.execute("PRAGMA quick_check").fetchall()] == ["ok"]
        finally:
            raw.close()


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns

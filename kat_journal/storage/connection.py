"""The one connection to a journal: bound parameters, failures in plain words, writes in whole transactions."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3

from kat_journal.errors import (
    JournalChangedError,
    JournalDamagedError,
    JournalGoneError,
    KatJournalError,
    ReadOnlyError,
    StorageFailedError,
)
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.profile import apply_profile
from kat_journal.storage.values import clean

Value = str | int | float | bytes | None
Values = Sequence[Value] | Mapping[str, Value]
"""What stands for the question marks of a statement, in order, or for its names."""

_Stamp = tuple[int, int, int]
_BUSY_SECONDS = 2.0
_STEPS_BETWEEN_ASKING = 1000
"""Instructions of the database's own machine."""


class GivenUp(Exception):  # noqa: N818 - nothing went wrong
    """A copy was given up half-way, because somebody waits for the journal or wants to stop. Nothing was changed."""


class Connection:
    """A keyed connection. Used on the thread that made it; only :meth:`interrupt` may be called from another."""

    def __init__(self, raw: Any, path: Path, key: bytearray) -> None:
        self._raw = raw
        self._path = path
        self._key = key
        self._writing = False
        self._is_ill = False  # a disk that fails leaves it useless: it is made anew when it is needed next
        self._seen = _stamp(path)
        self._seen_before: _Stamp | None = None  # what a change that failed may have left, or not, on the disk

    def rows(self, sql: str, parameters: Values = ()) -> list[Any]:
        """What a question to the database gives; columns are read by name or place."""
        if self._writing:
            return self._answer(sql, parameters)
        if self._is_ill:
            self._look()
        try:
            return self._answer(sql, parameters)
        except (StorageFailedError, JournalDamagedError) as error:
            raise self._examined(error) from None

    def row(self, sql: str, parameters: Values = ()) -> Any:
        """The first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def execute(self, sql: str, parameters: Values = ()) -> None:
        """Change something; only inside :meth:`writing`, so that nothing is written without its guard."""
        if not self._writing:
            raise RuntimeError("a change needs a transaction")
        with plain_failures():
            self._raw.execute(sql, _cleaned(parameters))

    def insert(self, sql: str, parameters: Values = ()) -> int:
        """Add a row inside :meth:`writing`; gives its id."""
        self.execute(sql, parameters)
        return int(self.row("SELECT last_insert_rowid()")[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: committed to the disk when the block ends, undone when it raises.

        Inside another one it joins it.

        Raises:
            JournalChangedError: The file is not the one that was last written here; or it is gone, with its disk.
            ReadOnlyError: The disk has become read-only.
            StorageFailedError: The disk failed; the next call finds out whether it works again.
        """
        if self._writing:
            yield
            return
        self._look()
        self._writing = True
        try:
            try:
                with plain_failures():
                    self._raw.execute("BEGIN IMMEDIATE")
                    yield
                    self._raw.execute("COMMIT")
            finally:
                self._writing = False
                if self._raw.in_transaction:
                    with suppress(sqlcipher3.Error):
                        self._raw.execute("ROLLBACK")
                self._seen_before, self._seen = self._seen, _stamp(self._path)
        except (StorageFailedError, JournalDamagedError) as error:
            raise self._examined(error) from None
        self._seen_before = None

    def copy_into(self, path: Path, give_up: Callable[[], bool] = lambda: False) -> None:
        """Write a compact copy with the same key into an empty file.

        Args:
            path: The file.
            give_up: Asked every few hundred microseconds whether somebody needs this thread.

        Raises:
            GivenUp: It was given up; what the file holds is of no use.
        """
        self._raw.set_progress_handler(lambda: int(give_up()), _STEPS_BETWEEN_ASKING)
        try:
            with plain_failures():
                self._raw.execute("VACUUM INTO ?", (str(path),))
        except StorageFailedError as error:
            if str(error) == "SQLITE_INTERRUPT":
                raise GivenUp from None
            raise
        finally:
            self._raw.set_progress_handler(None, 0)

    def compact(self) -> None:
        """Write the whole file anew, without free pages; crash-safe, and needs as much room again meanwhile.

        Raises:
            JournalChangedError: The file is not the one that was last written here.
        """
        self._look()
        try:
            with plain_failures():
                self._raw.execute("VACUUM")
        finally:
            self._seen = _stamp(self._path)

    def rekey(self, old: bytearray, new: bytearray) -> None:
        """Encrypt every page with a new key, all of them or none; other work then goes on with the key that holds.

        A connection whose change failed would go on writing with the new key among pages of the old one, so it is
        never used again: a fresh one asks the file which key holds.

        Raises:
            JournalChangedError: The file is not the one that was last written here.
            KatJournalError: Nothing was changed, and the old key still holds.
        """
        self._look()
        failed: KatJournalError | None = None
        try:
            with plain_failures():
                self._raw.reset_key(new)
        except KatJournalError as error:
            failed = error
        self._raw.close()
        self._seen = self._seen_before = None  # where neither key opens it now, nothing is written any more
        try:
            self._raw = _ready(self._path, new)
        except KatJournalError as refused:
            self._raw = _ready(self._path, old)
            self._seen = _stamp(self._path)
            raise (failed or refused) from None
        self._seen = _stamp(self._path)
        self._key[:] = new

    def interrupt(self) -> None:
        """Give up the question that is being answered now."""
        self._raw.interrupt()

    def close(self) -> None:
        """Leave no rollback journal behind, and close; a failure changes nothing about what was saved."""
        with suppress(sqlcipher3.Error):
            self._raw.execute("PRAGMA journal_mode = DELETE")
        self._raw.close()

    def _answer(self, sql: str, parameters: Values) -> list[Any]:
        with plain_failures():
            return list(self._raw.execute(sql, _cleaned(parameters)).fetchall())

    def _look(self) -> None:
        """Refuse a file that is gone or another one; after a failure of the disk, begin afresh."""
        found = _stamp(self._path)
        if found is None:
            raise JournalGoneError("stat")
        if found not in {self._seen, self._seen_before}:
            raise JournalChangedError("stat")
        if self._is_ill:
            try:
                fresh = _ready(self._path, self._key)
            except JournalDamagedError:  # it could be read before
                raise StorageFailedError("unreadable") from None
            with suppress(sqlcipher3.Error):
                self._raw.close()
            self._raw, self._is_ill = fresh, False
            self._seen, self._seen_before = _stamp(self._path), None

    def _examined(self, error: KatJournalError) -> KatJournalError:
        """What a failure is: a disk that cannot be read makes every page look damaged."""
        if str(error) == "SQLITE_INTERRUPT" or not any(self._key):
            return error
        self._is_ill = True
        try:
            if isinstance(error, JournalDamagedError):
                self._look()
            elif _stamp(self._path) is None:
                return JournalGoneError("stat")
            # A disk that turned read-only lets SQLite open its rollback journal for reading, and fail later.
            elif not os.access(self._path, os.W_OK):
                return ReadOnlyError("access")
        except KatJournalError as found:
            if isinstance(found, JournalGoneError) or not isinstance(found, JournalChangedError):
                return found
            self._is_ill = False  # nothing is opened in the place of a file that was changed
        return error


def connect(path: Path, key: bytearray) -> Connection:
    """Open an existing file (never make one) with that key and the whole profile.

    Raises:
        UnsupportedSystemError: This installation's SQLite cannot keep words safe.
        JournalDamagedError: The first page does not open: a wrong key or damage, for ``diagnosis`` to tell.
    """
    return Connection(_ready(path, key), path, key)


def keyed(path: Path, key: bytearray) -> Any:
    """A bare connection that has its key and has read nothing yet."""
    with plain_failures():
        raw = sqlcipher3.connect(
            path.absolute().as_uri() + "?mode=rw", uri=True, isolation_level=None, timeout=_BUSY_SECONDS
        )
        raw.row_factory = sqlcipher3.Row
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.set_key(key)
    return raw


def _ready(path: Path, key: bytearray) -> Any:
    raw = keyed(path, key)
    try:
        with plain_failures():
            apply_profile(raw)
    except BaseException:
        raw.close()
        raise
    return raw


def _cleaned(parameters: Values) -> Values:
    if isinstance(parameters, Mapping):
        return {name: _clean(value) for name, value in parameters.items()}
    return tuple(map(_clean, parameters))


def _clean(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


def _stamp(path: Path) -> _Stamp | None:
    """What tells this file from another one or a later state of it; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns

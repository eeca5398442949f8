"""The one connection to a journal: bound parameters, failures in plain words, writes in whole transactions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3

from kat_journal.errors import JournalChangedError
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.profile import apply_profile
from kat_journal.storage.values import clean

Value = str | int | float | bytes | None
_BUSY_SECONDS = 2.0


class Connection:
    """A keyed connection. Used on the thread that made it; only :meth:`interrupt` may be called from another."""

    def __init__(self, raw: Any, path: Path) -> None:
        self._raw = raw
        self._path = path
        self._writing = False
        self._seen = _stamp(path)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Any]:
        """What a question to the database gives; columns are read by name or place."""
        with plain_failures():
            return list(self._raw.execute(sql, _cleaned(parameters)).fetchall())

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Any:
        """The first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        """Change something; only inside :meth:`writing`, so that nothing is written without its guard."""
        if not self._writing:
            raise RuntimeError("a change needs a transaction")
        with plain_failures():
            self._raw.execute(sql, _cleaned(parameters))

    def insert(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Add a row inside :meth:`writing`; gives its id."""
        self.execute(sql, parameters)
        return int(self.row("SELECT last_insert_rowid()")[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: committed to the disk when the block ends, undone when it raises.

        Inside another one it joins it.

        Raises:
            JournalChangedError: The file is not the one that was last written here.
        """
        if self._writing:
            yield
            return
        if self._seen is None or _stamp(self._path) != self._seen:
            raise JournalChangedError("stat")
        self._writing = True
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
            self._seen = _stamp(self._path)

    def copy_into(self, path: Path) -> None:
        """Write a compact copy with the same key into an empty file."""
        with plain_failures():
            self._raw.execute("VACUUM INTO ?", (str(path),))

    def interrupt(self) -> None:
        """Give up the question that is being answered now."""
        self._raw.interrupt()

    def close(self) -> None:
        """Leave no rollback journal behind, and close; a failure changes nothing about what was saved."""
        with suppress(sqlcipher3.Error):
            self._raw.execute("PRAGMA journal_mode = DELETE")
        self._raw.close()


def connect(path: Path, key: bytearray) -> Connection:
    """Open an existing file (never make one) with that key and the whole profile.

    Raises:
        UnsupportedSystemError: This installation's SQLite cannot keep words safe.
        JournalDamagedError: The first page does not open: a wrong key or damage, for ``diagnosis`` to tell.
    """
    raw = keyed(path, key)
    try:
        with plain_failures():
            apply_profile(raw)
    except BaseException:
        raw.close()
        raise
    return Connection(raw, path)


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


def _cleaned(parameters: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(clean(value) if isinstance(value, str) else value for value in parameters)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells this file from another one or a later state of it; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns

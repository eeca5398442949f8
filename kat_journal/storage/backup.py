"""Encrypted copies of a journal, read back before anything relies on them."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from kat_journal.errors import JournalDamagedError
from kat_journal.storage.connection import Connection
from kat_journal.storage.diagnosis import check_all, open_examined
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import PRIVATE_FOLDER, make_private, sync_file, sync_folder

FOLDER: Final = "backups"


def copy_verified(connection: Connection, key: bytearray, path: Path) -> None:
    """Copy the journal to that path with the same key; the path has the whole copy or is as it was.

    Raises:
        JournalDamagedError: The copy does not read back whole.
    """
    waiting = path.with_name(path.name + ".new")
    with plain_failures():
        path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        try:
            waiting.unlink(missing_ok=True)
            make_private(waiting)
            connection.copy_into(waiting)
            sync_file(waiting)
            _verify(connection, key, waiting)
            waiting.replace(path)
        except BaseException:
            with suppress(OSError):
                waiting.unlink()
            raise
        sync_folder(path.parent)


def _verify(original: Connection, key: bytearray, path: Path) -> None:
    copy = open_examined(path, key, checked_up_to=0)
    try:
        check_all(copy)
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema"):
            if copy.row(question)[0] != original.row(question)[0]:
                raise JournalDamagedError(question)
    finally:
        copy.close()

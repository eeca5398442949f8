"""Keeps a journal that is about to be replaced, whatever state it is in, in the outer form of a backup."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kat_journal.errors import KatJournalError, LinkInJournalError
from kat_journal.storage import key_file
from kat_journal.storage.backup import fingerprint, put_in_place, stamp_of
from kat_journal.storage.backup_file import LEFTOVER, PARTS, Step, no_step, write
from kat_journal.storage.backup_manifest import new_manifest
from kat_journal.storage.backup_places import (
    FOLDER,
    REPLACED,
    clear_leftovers,
    free_instant,
    name_of,
    waiting_beside,
)
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.files import PRIVATE_FOLDER, is_regular
from kat_journal.storage.migrate import schema_of
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.unlocking import Secret, open_with
from kat_journal.storage.vault import DATABASE

_NOBODY = "0" * 16


def keep_replaced(folder: Path, secret: Secret, made_at: datetime, step: Step = no_step) -> Path | None:
    """Keep the files of the journal in that folder as a backup; only while its lock is held.

    Where it opens with the same secret, it is checked like any backup. Otherwise (another passphrase, damage, a
    missing part) its files are kept as they were found, and the manifest says so.

    Returns:
        The backup; None where there is nothing to keep.
    """
    found = {name: folder / name for name in PARTS if is_regular(folder / name)}
    if not {DATABASE, key_file.NAME, key_file.BACKUP_NAME} & set(found):
        return None
    schema = 0
    if found.get(LEFTOVER) is None or found[LEFTOVER].stat().st_size == 0:
        found.pop(LEFTOVER, None)  # it is always there while a journal is open, and holds nothing
        if DATABASE in found:
            schema = _schema_if_whole(folder, secret)
    made_at = free_instant(folder / FOLDER, made_at, REPLACED)
    path = folder / FOLDER / name_of(made_at, REPLACED)
    if path.parent.is_symlink():
        raise LinkInJournalError("link", details={"name": FOLDER})
    path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    clear_leftovers(path)
    journal = fingerprint(found[DATABASE]) if DATABASE in found else _NOBODY
    manifest = new_manifest(made_at, journal, schema=schema, verified=schema > 0, source=stamp_of(folder))
    waiting = waiting_beside(path)
    try:
        put_in_place(waiting, path, write(waiting, manifest, found, step), step, may_replace=False)
    finally:
        waiting.unlink(missing_ok=True)
    return path


def _schema_if_whole(folder: Path, secret: Secret) -> int:
    """The schema of a journal that opens, is whole and not newer than this program; 0 for any other.

    Nothing unfinished is in it, so that nothing is written by opening it.
    """
    with suppress(KatJournalError):
        keys = [one for one in key_file.read(folder) if one]
        connection = open_with(folder / DATABASE, keys, secret)
        try:
            check_all(connection)
            schema = schema_of(connection)
            return schema if schema <= len(MIGRATIONS) else 0
        finally:
            connection.close()
    return 0

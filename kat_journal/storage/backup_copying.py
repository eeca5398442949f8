"""Copies a finished backup to another place, and reads it back there."""

from contextlib import suppress
from pathlib import Path

from kat_journal.storage.backup_file import CHUNK, Step, no_step
from kat_journal.storage.backup_look import BackupInfo, look, verify
from kat_journal.storage.backup_places import clear_leftovers, waiting_beside
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import make_private, open_regular, sync_file, sync_folder


def copy_to(path: Path, folder: Path, step: Step = no_step) -> BackupInfo:
    """Copy a backup into a folder under its own name.

    Raises:
        BackupDamagedError: The copy does not read back as it was written.
        DiskFullError, ReadOnlyError, StorageFailedError: It cannot be written there.
    """
    target = folder / path.name
    waiting = waiting_beside(target)
    with plain_failures():
        clear_leftovers(target)
        try:
            make_private(waiting)
            with open_regular(path) as source, waiting.open("r+b") as file:
                while piece := source.read(CHUNK):
                    file.write(piece)
                    step(len(piece))
            sync_file(waiting)
            verify(waiting, step)
            waiting.replace(target)
        except BaseException:
            with suppress(OSError):
                waiting.unlink()
            raise
        sync_folder(folder)
        return look(target)

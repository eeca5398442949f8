"""Bringing everything in: a new journal of a file that "Take everything with you" saved. Needs no open journal."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kat_journal.content.pack_files import Files, whole
from kat_journal.errors import PackError
from kat_journal.services.archive_settings import is_usable
from kat_journal.services.backup_run import Watch
from kat_journal.services.passphrases import check_new
from kat_journal.storage import archive_making
from kat_journal.storage.archive_rows import Pack, Row, Setting
from kat_journal.storage.connection import GivenUp
from kat_journal.storage.keys import KdfParameters

__all__ = ["GivenUp", "bring_in", "look"]


def look(file: Path) -> int:
    """Whether the file begins as it should; gives its size in bytes. Makes nothing.

    Raises what :func:`~kat_journal.storage.archive_making.look` does.
    """
    return archive_making.look(file)


def bring_in(
    file: Path, folder: Path, passphrase: str, watch: Watch | None = None, kdf: KdfParameters | None = None
) -> None:
    """Make a new journal of the file, whole or not at all. Slow; :attr:`Watch.handled` counts the file's bytes.

    A pack that this version of the program cannot read comes along like any other text: it is left out of the
    library, and named on the page of packs, as in the journal that it comes from.

    Args:
        file: What "Take everything with you" saved; nothing in it is run or believed.
        folder: Where the journal is to be; must be missing or empty.
        passphrase: What will open it.
        watch: Sees how far it is, and stops it.
        kdf: What opening costs; None measures what this machine can bear.

    Raises:
        UnusablePassphraseError, CommonPassphraseError: The passphrase protects nothing.
        GivenUp: It was stopped, and nothing is left.

    And what :func:`~kat_journal.storage.archive_making.bring_in` raises.
    """
    check_new(passphrase)
    place = archive_making.NewPlace(folder, passphrase, _accepts, kdf)
    archive_making.bring_in(file, place, (watch or Watch()).step)


def _accepts(row: Row) -> bool:
    if isinstance(row, Setting):
        return is_usable(row.key, row.value)
    return not isinstance(row, Pack) or _is_pack(row)


def _is_pack(row: Pack) -> bool:
    """Whether its files are such as a pack may have, under the id that it says it has."""
    files: Mapping[str, str] = msgspec.json.decode(row.files, type=dict[str, str])
    try:
        return bool(Files(whole(files)).read("pack.toml").get("id") == row.id)
    except PackError:
        return False

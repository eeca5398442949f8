"""What a rollback journal says at its end: it may name a file anywhere, and SQLite does as that file says."""

from pathlib import Path
from struct import unpack
from typing import Final

from kat_journal.storage.files import is_regular, open_regular

BESIDE: Final = ("-journal", "-wal", "-shm")
"""Files of these endings SQLite opens by itself, whatever they are."""

_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_END: Final = 16


def names_another_journal(journal: Path) -> bool:
    """Whether a rollback journal names a super-journal, as a change of several databases at once leaves one.

    This program changes one database at a time, so no journal of ours does. SQLite believes the name: where
    there is no such file it keeps the half of a change and throws the journal away, and where there is one it may read
    that file and delete it.

    Raises:
        OSError: The file cannot be read.
    """
    if not is_regular(journal):
        return False
    with open_regular(journal) as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END))
        end = file.read(_END)
        if len(end) < _END or end[8:] != _MAGIC:
            return False
        length, code = unpack(">II", end[:8])
        if not 0 < length <= size - _END:
            return False
        file.seek(size - _END - length)
        name = file.read(length)
    signed = sum(byte - 256 if byte > 127 else byte for byte in name)  # machines differ in what a byte is
    return code in {sum(name) & 0xFFFFFFFF, signed & 0xFFFFFFFF}

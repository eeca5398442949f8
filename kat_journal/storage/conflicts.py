"""Copies that a program which syncs folders leaves beside a journal when two computers wrote at once."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from kat_journal.storage.files import is_regular

# Whatever stands between the name and its ending: a copy may be called "journal (conflicted copy 2026-11-24).db" or
# "journal.sync-conflict-20261124-101500-ABC.db", or have a computer's name or a number there.
_COPY: Final = re.compile(
    r"(journal[ ._(\[-].+\.db|keys(\.json)?[ _(\[-].+\.json(\.bak)?|keys\.json[ ._(\[-].+\.bak)", re.I
)
_SYNCTHING: Final = re.compile(r"keys\.sync-conflict-.+\.json", re.I)
_MOST: Final = 1000
"""Names that are looked at, so that a flooded folder holds nobody up."""


def conflict_copies(folder: Path) -> tuple[str, ...]:
    """Names of files that look like another version of this journal or of its keys, in order.

    They are neither read nor merged nor taken away. A folder that cannot be read has none.
    """
    with suppress(OSError):
        names = (path.name for _, path in zip(range(_MOST), folder.iterdir(), strict=False) if is_regular(path))
        return tuple(sorted(filter(is_copy, names)))
    return ()


def is_copy(name: str) -> bool:
    """Whether a file of that name beside a journal is a copy of one of its files."""
    return _COPY.fullmatch(name) is not None or _SYNCTHING.fullmatch(name) is not None

"""The same journal without its cipher, and the least that a save has to do there."""

from collections.abc import Callable
from pathlib import Path

import sqlcipher3

from tests.benchmarks.corpus import PAGE_UID, WORDS

_SAVE = (
    "UPDATE answer SET text = ?, updated_at = ? WHERE item_id = ?"
    " AND response_id = (SELECT id FROM response WHERE uid = ?)"
)

_SETTINGS = (
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -16384",
)


def plain_copy(database: Path, key: str, copy: Path) -> None:
    """Write a journal in clear: same tables, same index, same triggers."""
    connection = sqlcipher3.connect(str(database))
    connection.execute(f'PRAGMA key = "{key}"')
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(copy),))
    connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    connection.close()


def plain_save(copy: Path) -> Callable[[str, str], None]:
    """Opens the copy as durably as the program opens its journal; what is given back saves a text."""
    connection = sqlcipher3.connect(str(copy), isolation_level=None)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")

    def save(text: str, now: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_SAVE, (text, now, WORDS, PAGE_UID))
        connection.execute("COMMIT")

    return save

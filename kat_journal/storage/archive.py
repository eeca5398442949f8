"""A whole journal as one JSON file that a person can read, written row by row.

Each row stands on a line of its own, in the order of its key, so that the same journal gives the same bytes, and ten
years of it pass through memory a few rows at a time. The last line but one holds the SHA-256 of all lines before it.
``docs/file-format.md`` describes it; :mod:`kat_journal.storage.archive_reading` reads it.
"""

import json
from collections.abc import Callable, Generator, Iterator
from hashlib import sha256
from itertools import chain
from typing import Any, Final

from kat_journal.storage.archive_tables import TABLES, Table
from kat_journal.storage.connection import Connection
from kat_journal.storage.migrate import schema_of

MAGIC: Final = "kat_journal_archive"
FORMAT: Final = 1
ABOUT: Final = (
    "Everything of one journal of KAT Journal. Whoever has this file can read it. Each row stands on a line of its own."
    " Instants are UTC; a day is a date where the person was. docs/file-format.md of the program says more."
)
_ROWS: Final = 200


def parts(connection: Connection, program: str, leaves: Callable[[str], bool]) -> Generator[bytes]:
    """The file, a line at a time.

    Args:
        connection: The open journal; nothing may be written in it meanwhile.
        program: Name and version of the program.
        leaves: Whether the setting of a key is the person's; those of one computer stay.
    """
    digest = sha256()
    for line in chain(_head(program, schema_of(connection)), *(_table(connection, one, leaves) for one in TABLES)):
        data = f"{line}\n".encode()
        digest.update(data)
        yield data
    yield f'"sha256": "{digest.hexdigest()}"\n}}\n'.encode()


def _head(program: str, schema: int) -> Iterator[str]:
    yield "{"
    for name, value in ((MAGIC, FORMAT), ("program", program), ("schema", schema), ("about", ABOUT)):
        yield f"{_json(name)}: {_json(value)},"


def _table(connection: Connection, table: Table, leaves: Callable[[str], bool]) -> Iterator[str]:
    yield f'{_json(table.name)}: {{"about": {_json(table.about)}, "rows": ['
    line = ""
    for row in _rows(connection, table):
        if table.name == "setting" and not leaves(row["key"]):
            continue
        if line:
            yield f"{line},"
        line = _json({name: row[name] for name in table.columns})
    if line:
        yield line
    yield "]},"


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    last = table.first
    while found := connection.rows(table.read, (*last, _ROWS)):
        yield from found
        last = tuple(found[-1])[: len(last)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)

"""Reads an archive line by line, and believes nothing of it: each line is what the program writes there, or is refused.

Nothing is ever held but one line, and none longer than a limit, whatever size the file has.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, BinaryIO, Final, Literal, TypeVar

import msgspec

from kat_journal.errors import (
    ArchiveChangedError,
    ArchiveCutOffError,
    ArchiveDamagedError,
    ArchiveTooNewError,
    NotAnArchiveError,
)
from kat_journal.storage.archive import FORMAT, MAGIC
from kat_journal.storage.archive_forms import is_readable
from kat_journal.storage.archive_rows import FormSnapshot, Row, Sha256
from kat_journal.storage.archive_tables import TABLES, Table
from kat_journal.storage.connection import Value
from kat_journal.storage.migrations import MIGRATIONS

LONGEST_LINE: Final = 64 * 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeError, RecursionError)

T = TypeVar("T")


class _Format(msgspec.Struct, forbid_unknown_fields=True):
    format: Annotated[int, msgspec.Meta(ge=1)] = msgspec.field(name=MAGIC)


class _Schema(msgspec.Struct, forbid_unknown_fields=True):
    schema: Annotated[int, msgspec.Meta(ge=1)]


class _Program(msgspec.Struct, forbid_unknown_fields=True):
    program: str


class _About(msgspec.Struct, forbid_unknown_fields=True):
    about: str


class _Opening(msgspec.Struct, forbid_unknown_fields=True):
    about: str
    rows: list[Literal[0]]


class _End(msgspec.Struct, forbid_unknown_fields=True):
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class Read:
    """A row that can be believed, as far as it can be told from itself.

    Attributes:
        values: What stands in its columns.
        line: Where it stands, counted from 1.
    """

    table: Table
    row: Row
    values: Mapping[str, Value]
    line: int


def read(stream: BinaryIO, step: Callable[[int], None] = lambda _: None) -> Iterator[Read]:
    """Every row, in the order in which they need each other; the last one is given before the end was looked at.

    Args:
        stream: The file.
        step: Called with the bytes of each line.

    Raises:
        NotAnArchiveError: It does not begin like one.
        ArchiveTooNewError: A newer version of the program wrote it.
        ArchiveCutOffError: It ends too early.
        ArchiveDamagedError: A line is not what the program writes there.
        ArchiveChangedError: Each line is, and the whole is not what was written.
    """
    lines = _Lines(stream, step)
    _read_head(lines)
    for table in TABLES:
        yield from _read_table(lines, table)
    said = lines.digest.hexdigest()
    end = _decoded(b"{%b}" % lines.next(), _End, lines, "sha256")
    if lines.next() != b"}" or not lines.is_over():
        raise damaged(lines.number, "}")
    if end.sha256 != said:
        raise ArchiveChangedError("sha256")


def damaged(line: int, part: str) -> ArchiveDamagedError:
    """What to say of that line; ``part`` is a word of ours, never of the file."""
    return ArchiveDamagedError(part, details={"line": str(line), "part": part})


class _Lines:
    """The lines without their ends, so that an editor that writes other ends, or a mark at the beginning, harms none.

    Attributes:
        number: Of the last line that was read.
        digest: Of all lines up to that one.
    """

    def __init__(self, stream: BinaryIO, step: Callable[[int], None]) -> None:
        self._stream = stream
        self._step = step
        self.number = 0
        self.digest = sha256()

    def next(self) -> bytes:
        data = self._stream.readline(LONGEST_LINE)
        if not data.endswith(b"\n") and data != b"}":
            if self.number == 0:
                raise NotAnArchiveError("first line")
            if len(data) == LONGEST_LINE:
                raise damaged(self.number + 1, "\u2026")
            raise ArchiveCutOffError("end", details={"line": str(self.number)})
        self._step(len(data))
        line = (data.removeprefix(_BOM) if self.number == 0 else data).rstrip(b"\r\n")
        self.number += 1
        self.digest.update(line + b"\n")
        return line

    def is_over(self) -> bool:
        """Whether nothing follows but the ends of lines."""
        return not self._stream.read(16).strip(b"\r\n")


def read_head(stream: BinaryIO) -> None:
    """Look whether it begins like an archive that can be read here; raises what :func:`read` does."""
    _read_head(_Lines(stream, lambda _: None))


def _read_head(lines: _Lines) -> None:
    if lines.next() != b"{":
        raise NotAnArchiveError("first line")
    try:
        found = msgspec.json.decode(_alone(lines.next()), type=_Format)
    except _UNREADABLE:
        raise NotAnArchiveError("magic") from None
    if found.format > FORMAT:
        raise ArchiveTooNewError("format")
    _decoded(_alone(lines.next()), _Program, lines, "program")
    if _decoded(_alone(lines.next()), _Schema, lines, "schema").schema > len(MIGRATIONS):
        raise ArchiveTooNewError("schema")
    _decoded(_alone(lines.next()), _About, lines, "about")


def _read_table(lines: _Lines, table: Table) -> Iterator[Read]:
    opening = _decoded(b"{%b]}}" % lines.next(), dict[str, _Opening], lines, table.name)
    if list(opening) != [table.name]:
        raise damaged(lines.number, table.name)
    last: tuple[object, ...] = ()
    goes_on = True
    while (line := lines.next()) != b"]},":
        row = _decoded(line.removesuffix(b","), table.row, lines, table.name)
        values = row.values()
        key = tuple(values.values())[: len(table.first)]
        if not goes_on or (last and key <= last) or (isinstance(row, FormSnapshot) and not is_readable(row)):
            raise damaged(lines.number, table.name)
        goes_on, last = line.endswith(b","), key
        yield Read(table, row, values, lines.number)
    if goes_on and last:
        raise damaged(lines.number, table.name)


def _alone(line: bytes) -> bytes:
    """A line of the head as an object of its own."""
    return b"{%b}" % line.removesuffix(b",")


def _decoded(data: bytes, kind: type[T], lines: _Lines, part: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except _UNREADABLE:
        raise damaged(lines.number, part) from None

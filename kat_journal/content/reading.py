"""Reading of TOML files that may come from strangers: bounded, strict, and never outside their folder.

Every refusal is a PackError whose text holds one line for each problem: file, key and reason.
"""

import re
import stat
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from kat_journal.content.raw import REASONS
from kat_journal.errors import PackError

MAX_BYTES = 200_000
MAX_FILES = 200

_LONGEST_LINE = 400
_UNREADABLE = "holds text or a number that cannot be read"
_TOO_DEEP = "is nested too deeply"
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{40}}")
"""A key of that many parts."""
_TOO_LONG = re.compile(r"Expected `str` of length <= (\d+)")

T = TypeVar("T")


def refusal(file: str, problems: Iterable[tuple[str, str]]) -> PackError:
    """The error for a file with these problems, each a key and a reason, and each one line that is safe to show."""
    lines = (f"{file}: {key}: {reason}" if key else f"{file}: {reason}" for key, reason in problems)
    return PackError("\n".join(map(_shown, lines)))


def _shown(line: str) -> str:
    """The line without anything that a terminal obeys: a stranger chose the names in it."""
    short = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}\u2026"
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in short)


def parsed(name: str, text: str) -> dict[str, Any]:
    """The tables of a file's text.

    Raises:
        PackError: It is no TOML, or nested too deeply.
    """
    if _DEEP.search(text):  # reading such a key takes time that grows with its square
        raise refusal(name, [("", _TOO_DEEP)])
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refusal(name, [("", f"is not TOML: {error}")]) from error
    except ValueError as error:
        raise refusal(name, [("", _UNREADABLE)]) from error
    except RecursionError as error:
        raise refusal(name, [("", _TOO_DEEP)]) from error


class Source(Protocol):
    """Where the files of a pack are read from."""

    def has(self, name: str) -> bool:
        """Whether there is something of that name."""
        ...

    def names(self, subfolder: str) -> tuple[str, ...]:
        """Names of the TOML files of a subfolder, relative to the root, sorted."""
        ...

    def read(self, name: str) -> dict[str, Any]:
        """The tables of one file."""
        ...


@dataclass(frozen=True)
class Folder:
    """A folder that is read without ever leaving it, whatever links it holds."""

    root: Path

    @cached_property
    def _home(self) -> Path:
        """Where it really is; found out once, for it is asked with every file."""
        return self.root.resolve()

    def has(self, name: str) -> bool:
        """Whether there is something of that name, readable or not."""
        return (self.root / name).exists()

    def names(self, subfolder: str) -> tuple[str, ...]:
        """Names of the TOML files of a subfolder, relative to the root, sorted; none where it is missing."""
        try:
            found = sorted(path.name for path in (self.root / subfolder).iterdir() if path.suffix == ".toml")
        except OSError:
            return ()
        if len(found) > MAX_FILES:
            raise refusal(subfolder, [("", f"holds more than {MAX_FILES} files")])
        return tuple(f"{subfolder}/{name}" for name in found)

    def read(self, name: str) -> dict[str, Any]:
        """The tables of one file.

        Raises:
            PackError: The file is missing, too large, no TOML, or reached by a link that leads elsewhere.
        """
        try:
            text = self._bytes(name).decode("utf-8")
        except UnicodeDecodeError as error:
            raise refusal(name, [("", _UNREADABLE)]) from error
        return parsed(name, text)

    def _bytes(self, name: str) -> bytes:
        try:
            path = (self.root / name).resolve(strict=True)
            if not path.is_relative_to(self._home):
                raise refusal(name, [("", "leads outside the pack")])
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise refusal(name, [("", "is not a file")])
            if status.st_size > MAX_BYTES:
                raise refusal(name, [("", f"is larger than {MAX_BYTES} bytes")])
            with path.open("rb") as stream:
                return stream.read(MAX_BYTES)
        except FileNotFoundError as error:
            raise refusal(name, [("", "is missing")]) from error
        except (OSError, RuntimeError, ValueError) as error:  # unreadable, a link to itself, a NUL in its name
            raise refusal(name, [("", "cannot be read")]) from error


def decode(tables: dict[str, Any], kind: type[T], file: str) -> T:
    """The tables as a struct: every key known, none missing, each of its type and size.

    Raises:
        PackError: With the key at fault and the reason.
    """
    try:
        return msgspec.convert(tables, kind)
    except msgspec.ValidationError as error:
        reason, _, key = str(error).partition(" - at `$")
        raise refusal(file, [(key.strip("`."), _plain(reason))]) from error


def _plain(reason: str) -> str:
    for pattern, words in REASONS.items():
        if repr(pattern) in reason:
            return words
    reason = _TOO_LONG.sub(r"is longer than \1 letters", reason)
    return reason.replace("Object contains unknown field", "unknown key").replace(
        "Object missing required field", "missing key"
    )

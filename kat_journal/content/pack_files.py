"""The files of a pack as texts: what they may be called, how much they may hold, and what is passed over."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kat_journal.content.reading import MAX_BYTES, MAX_FILES, parsed, refusal

PackFiles = Mapping[str, str]
"""Path in the pack, with slashes, to the text of that file."""

MAX_TOTAL = 4_000_000
"""Bytes of all files of a pack together."""
MAX_PATHS = 1_000
"""Files and folders of a pack, what is passed over included."""

_KNOWN = re.compile(
    r"(pack|scales|advice|rows)\.toml"
    r"|forms/[a-z0-9][a-z0-9.-]{0,80}\.toml"
    r"|locale/[a-z]{2,3}(-[A-Z]{2})?/[a-z0-9][a-z0-9.-]{0,80}\.toml"
)
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_PACKED = (".zip", ".7z", ".rar", ".gz", ".xz", ".bz2", ".zst", ".tar", ".tgz", ".jar")


@dataclass(frozen=True)
class Files:
    """A pack that is in memory, read like a folder."""

    texts: PackFiles
    _tables: dict[str, dict[str, Any]] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the pack has that file."""
        return name in self.texts

    def names(self, subfolder: str) -> tuple[str, ...]:
        """The files of a subfolder, sorted."""
        found = sorted(name for name in self.texts if name.rpartition("/")[0] == subfolder)
        if len(found) > MAX_FILES:
            raise refusal(subfolder, [("", f"holds more than {MAX_FILES} files")])
        return tuple(found)

    def read(self, name: str) -> dict[str, Any]:
        """The tables of one file; nobody changes them.

        Raises:
            PackError: The file is missing, or no TOML.
        """
        if name not in self.texts:
            raise refusal(name, [("", "is missing")])
        if name not in self._tables:
            self._tables[name] = parsed(name, self.texts[name])
        return self._tables[name]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is translated into."""
        return tuple(sorted({name.split("/")[1] for name in self.texts if name.startswith("locale/")}))


def is_litter(path: str) -> bool:
    """Whether a system left this behind by itself; such files are passed over, never read."""
    parts = path.casefold().rstrip("/").split("/")
    return parts[0] == "__macosx" or parts[-1] in _LITTER or parts[-1].startswith("._")


def check_paths(paths: Iterable[str]) -> None:
    """Refuse what no pack holds, and names that one system tells apart and another does not.

    Raises:
        PackError: With every name at fault.
    """
    seen: set[str] = set()
    problems: list[tuple[str, str]] = []
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            problems.append((path, "is there twice, or differs in capitals alone"))
        elif path.casefold().endswith(_PACKED):
            problems.append((path, "is a packed file inside the pack"))
        elif not _KNOWN.fullmatch(path):
            problems.append((path, "is no file of a pack"))
        seen.add(folded)
    if problems:
        raise refusal("pack", problems)


def text_of(name: str, data: bytes) -> str:
    """The text of a file.

    Raises:
        PackError: It is too large, or no plain UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise refusal(name, [("", f"is larger than {MAX_BYTES} bytes")])
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise refusal(name, [("", "begins with a byte order mark; save it as UTF-8 without one")])
    if data.startswith(b"PK\x03\x04"):
        raise refusal(name, [("", "is a packed file inside the pack")])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refusal(name, [("", "is not UTF-8 text")]) from error


class Total:
    """Counts what was read, and stops before it is too much, whatever sizes a pack claims."""

    def __init__(self) -> None:
        self._bytes = 0

    def add(self, size: int) -> None:
        """Count these bytes.

        Raises:
            PackError: They are too many.
        """
        self._bytes += size
        if self._bytes > MAX_TOTAL:
            raise refusal("pack", [("", f"holds more than {MAX_TOTAL} bytes")])


def whole(texts: PackFiles) -> PackFiles:
    """These files, once it is certain that they are those of a pack; for files that a program has made.

    Raises:
        PackError: A name, a size or a character is none that a pack may have.
    """
    check_paths(texts)
    total = Total()
    for name, text in texts.items():
        total.add(len(text))
        try:
            text_of(name, text.encode("utf-8"))
        except UnicodeEncodeError as error:
            raise refusal(name, [("", "holds half a character")]) from error
    return dict(texts)

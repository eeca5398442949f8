"""Reading a stranger's zip into memory: nothing is ever unpacked to the disk, no size it claims believed."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence

from kat_journal.content.pack_files import MAX_PATHS, PackFiles, Total, check_paths, is_litter, text_of
from kat_journal.content.reading import MAX_BYTES, refusal
from kat_journal.errors import PackError

MAX_ZIP = 4_000_000
"""Bytes of the zip itself."""
_RATIO = 100
_SMALL = 20_000
_CHUNK = 65_536
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    MemoryError,
)
"""What the library raises for damaged zips, one case at a time."""


def read_zip(data: bytes) -> PackFiles:
    """Every file of the pack in a zip; one folder around them all is left away.

    Raises:
        PackError: It is no zip, or holds what no pack may hold.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _texts(packed)
    except PackError:
        raise
    except _BROKEN as error:
        raise refusal("zip", [("", "is damaged, or no zip")]) from error


def _texts(packed: zipfile.ZipFile) -> PackFiles:
    listed = packed.infolist()
    if len(listed) > MAX_PATHS:
        raise refusal("zip", [("", f"holds more than {MAX_PATHS} files")])
    for info in listed:
        _check(info)
    kept = [info for info in listed if not info.filename.endswith("/") and not is_litter(info.filename)]
    around = _around([info.filename for info in kept])
    check_paths([info.filename.removeprefix(around) for info in kept])
    total, texts = Total(), {}
    for info in kept:
        name = info.filename.removeprefix(around)
        texts[name] = text_of(name, _read(packed, info, name, total))
    return texts


def _check(info: zipfile.ZipInfo) -> None:
    """Refuse what leads elsewhere, or cannot be a pack's file; its name is taken as the zip has it."""
    name = info.orig_filename
    problem = _of_name(name) or _of_kind(info)
    if problem:
        raise refusal(name, [("", problem)])


def _of_name(name: str) -> str:
    if "\\" in name:
        return "has a backslash in its name"
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        return "leads outside the pack"
    if not name.isprintable() or "//" in name or "." in name.split("/"):
        return "has a name that no file of a pack has"
    return ""


def _of_kind(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if stat.S_ISLNK(kind):
        return "is a link, and a pack holds none"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is not a file"
    if info.compress_type not in _METHODS:
        return "is packed in a way that is not known here"
    return ""


def _around(names: Sequence[str]) -> str:
    """The one folder that holds everything, with its slash; empty where there is none."""
    first = names[0].partition("/")[0] + "/" if names else ""
    around = all(name.startswith(first) for name in names) and f"{first}pack.toml" in names
    return first if around else ""


def _read(packed: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, total: Total) -> bytes:
    data = bytearray()
    with packed.open(info) as stream:
        while len(data) <= MAX_BYTES and (chunk := stream.read(_CHUNK)):
            total.add(len(chunk))
            data += chunk
    if len(data) <= MAX_BYTES and len(data) != info.file_size:
        raise refusal(name, [("", "says that it has another size than it has")])
    if len(data) > max(_SMALL, _RATIO * max(1, info.compress_size)):
        raise refusal(name, [("", f"unpacks to more than {_RATIO} times its size")])
    return bytes(data)

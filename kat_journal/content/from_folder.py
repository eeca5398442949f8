"""Reading a stranger's folder into memory: links, pipes and devices in it are never opened."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kat_journal.content.pack_files import MAX_PATHS, PackFiles, Total, check_paths, is_litter, text_of
from kat_journal.content.reading import MAX_BYTES, refusal

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_DEEPEST = 2
_CHUNK = 65_536


def read_folder(root: Path, total: Total | None = None) -> PackFiles:
    """Every file of the pack in a folder, each read once.

    Args:
        root: The folder.
        total: Counts what is read.

    Raises:
        PackError: Something in it is no file of a pack, too large, or changed while it was read.
    """
    if not (root / "pack.toml").is_file():
        raise refusal("pack.toml", [("", "is missing")])
    try:
        found = {path: place for path, place in _walk(root, "", 0) if not is_litter(path)}
        check_paths(found)
        counted = total or Total()
        return {path: text_of(path, _read(path, place, counted)) for path, place in sorted(found.items())}
    except OSError as error:
        raise refusal("pack", [("", "cannot be read")]) from error


def _walk(folder: Path, before: str, depth: int) -> Iterator[tuple[str, Path]]:
    """Names and places of all files, however deep; what is neither file nor folder is refused unopened."""
    inside: list[tuple[str, Path]] = []
    with os.scandir(folder) as listed:
        for count, one in enumerate(listed):
            name = f"{before}{_writable(one.name)}"
            if count >= MAX_PATHS:
                raise refusal("pack", [("", f"holds more than {MAX_PATHS} files")])
            if _is_folder(one, name):
                inside.append((f"{name}/", Path(one.path)))
            else:
                yield name, Path(one.path)
    for name, place in sorted(inside):
        if is_litter(name):
            continue
        if depth >= _DEEPEST:
            raise refusal(name, [("", "is no folder of a pack")])
        yield from _walk(place, name, depth + 1)


def _is_folder(one: "os.DirEntry[str]", name: str) -> bool:
    if one.is_symlink():
        raise refusal(name, [("", "is a link, and a pack holds none")])
    is_folder = one.is_dir(follow_symlinks=False)
    if not is_folder and not one.is_file(follow_symlinks=False):
        raise refusal(name, [("", "is not a file")])
    return is_folder


def _writable(name: str) -> str:
    """A name that the system holds as bytes of no alphabet has something else in their place."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _read(name: str, place: Path, total: Total) -> bytes:
    handle = os.open(place, os.O_RDONLY | _AS_IT_IS)
    with os.fdopen(handle, "rb") as stream:
        before = os.fstat(handle)
        data = bytearray()
        while len(data) <= MAX_BYTES and (chunk := stream.read(_CHUNK)):
            total.add(len(chunk))
            data += chunk
        if len(data) <= MAX_BYTES and _changed(before, os.fstat(handle), len(data)):
            raise refusal(name, [("", "changed while it was read")])
    return bytes(data)


def _changed(before: os.stat_result, after: os.stat_result, size: int) -> bool:
    seen = {(one.st_size, one.st_mtime_ns) for one in (before, after)}
    return len(seen) > 1 or before.st_size != size or not stat.S_ISREG(before.st_mode)

"""A disk that forgets what it was not told to keep: rebuilt from the system calls of a program, cut at any moment.

What was written and not followed by ``fsync`` survives in each sector by chance; lengths survive up to some moment;
names that were made, moved or removed survive up to some moment unless their folder was told to keep them.
"""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2"
TRACER = ("strace", "-f", "-qq", "-y", "-xx", "-s", "4000000", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o")
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (\d+)")
_HANDLE = re.compile(r"^(?:AT_FDCWD|(\d+))<((?:\\x[0-9a-f]{2})*)>(?:\(deleted\))?(?:, )?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Event:
    """One call that changes a disk, or one line that the program said."""

    call: str
    names: tuple[str, ...] = ()
    data: bytes = b""
    number: int = 0


def read_log(log: Path, folder: Path) -> list[Event]:
    """What the calls of a log did to files right in that folder, and what the program said meanwhile."""
    with log.open(encoding="ascii") as lines:
        found = (_event(line, folder) for line in lines)
        return [event for event in found if event is not None]


def _event(line: str, folder: Path) -> Event | None:
    assert "unfinished" not in line, "one thread alone writes"
    match = _CALL.match(line)
    if match is None:
        return None
    call, rest = match[1].removesuffix("at2").removesuffix("at"), match[2]
    if call in {"open", "unlink", "rename"}:
        return _naming(call, rest, folder)
    handle = _HANDLE.match(rest)
    path = Path(_bytes(handle[2]).decode())
    written = b"".join(_bytes(text) for text in _TEXT.findall(rest[handle.end() :]))[: int(match[3])]
    if call == "write" and handle[1] == "1":
        return Event("said", data=written)
    if call in {"fsync", "fdatasync"} and path == folder:
        return Event("keep names")
    if path.parent != folder:
        return None
    at = int(rest.rsplit(", ", 1)[-1]) if call in {"pwrite64", "ftruncate"} else -1
    return Event(call, (path.name,), written, at)


def _naming(call: str, rest: str, folder: Path) -> Event | None:
    """A call that may have made, moved or removed a name right in the folder."""
    names = [Path(_bytes(text).decode()) for text in _TEXT.findall(rest)]
    if not all(name.parent == folder for name in names) or (call == "open" and "O_CREAT" not in rest):
        return None
    return Event(call, tuple(name.name for name in names))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


@dataclass
class File:
    """Its bytes as the disk has promised them, and what was done since."""

    kept: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def after(self, chance: random.Random | None) -> bytes:
        """All of it, or what a power cut leaves of it."""
        steps = len(self.since) if chance is None else chance.randrange(len(self.since) + 1)
        data, length = bytearray(self.kept), len(self.kept)
        for step, (at, written) in enumerate(self.since):
            end = at if written is None else at + len(written)
            if step < steps:
                length = at if written is None else max(length, end)
            if written is None:
                if step < steps:
                    del data[at:]
                continue
            data.extend(bytes(max(0, end - len(data))))
            for start in range(0, len(written), SECTOR):
                if chance is None or chance.random() < 0.5:
                    data[at + start : at + min(start + SECTOR, len(written))] = written[start : start + SECTOR]
        data.extend(bytes(max(0, length - len(data))))
        return bytes(data[:length])


class Disk:
    """The folder of a journal on such a disk."""

    def __init__(self, folder: Path) -> None:
        """Begin with what is there, all of it promised."""
        self._kept = {path.name: File(path.read_bytes()) for path in folder.iterdir() if path.is_file()}
        self._names: dict[str, File | None] = dict(self._kept)
        self._renamings: list[tuple[str, File | None]] = []
        self.said: list[str] = []

    def see(self, event: Event) -> None:
        """Go on by one call."""
        if event.call == "said":
            self.said += event.data.decode().splitlines()
        elif event.call == "keep names":
            self._kept, self._renamings = dict(self._names), []
        elif event.call in {"open", "unlink", "rename"}:
            self._rename(event)
        elif event.call != "fsync" or event.names[0] in self._names:  # a folder in the folder keeps its own names
            self._change(event, self._names[event.names[0]])

    def _rename(self, event: Event) -> None:
        first, *others = event.names
        file = self._names.get(first)
        if event.call == "open" and file is None:
            self._renamings.append((first, File()))
        elif event.call != "open":
            self._renamings += [(first, None), *((name, file) for name in others)]
        self._names = dict(self._kept)
        for name, found in self._renamings:
            self._names[name] = found

    def _change(self, event: Event, file: File) -> None:
        if event.call in {"fsync", "fdatasync"}:
            file.kept, file.since = file.after(None), []
        elif event.call == "ftruncate":
            file.since.append((event.number, None))
        else:
            at = event.number if event.number >= 0 else len(file.after(None))
            file.since.append((at, event.data))

    def cut(self, chance: random.Random | None, folder: Path) -> None:
        """Write what a power cut at this moment leaves into a new folder; without chance, what it looks like now."""
        names: dict[str, File | None] = dict(self._kept)
        steps = len(self._renamings) if chance is None else chance.randrange(len(self._renamings) + 1)
        for name, file in self._renamings[:steps]:
            names[name] = file
        folder.mkdir()
        for name, file in names.items():
            if file is not None:
                (folder / name).write_bytes(file.after(chance))

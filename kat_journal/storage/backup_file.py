"""The form of a backup: one ZIP file, stored, whose manifest says what every part must be. Needs no key.

A ZIP file from elsewhere is hostile until proven: names, sizes and the directory are bounded before anything is read.
"""

import errno
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from struct import error as struct_error
from struct import unpack
from typing import BinaryIO, Final

from kat_journal.errors import BackupDamagedError, BackupMissingError, BackupTooNewError, NotABackupError
from kat_journal.storage import key_file
from kat_journal.storage.backup_manifest import NAME, README, Manifest, decode, encode, listed, readme
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import make_private, open_regular, sync_file
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.vault import DATABASE

SUFFIX: Final = ".kjbackup"
LEFTOVER: Final = DATABASE + "-journal"
PARTS: Final = (DATABASE, key_file.NAME, key_file.BACKUP_NAME, LEFTOVER)
"""What can be inside beside the two texts; a good backup has the first two."""

Step = Callable[[int], None]
"""Is told of every so many bytes that were handled, and may raise to give up."""

CHUNK: Final = 1024 * 1024
_SMALL: Final = 64 * 1024  # no text and no key file is larger, and no directory of so few names
_MOST_NAMES: Final = 16
_BEGINS: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_FAR: Final = b"PK\x06\x07"
_FAR_BYTES: Final = 20 + 56
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct_error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OverflowError,
)
"""What the reader of ZIP files says to a file that is none, or is damaged."""


def no_step(_: int) -> None:
    """Count nothing and go on."""


class Archive:
    """A backup that is open for reading, its manifest read and its bounds checked.

    Attributes:
        manifest: What it says of itself.
    """

    def __init__(self, raw: zipfile.ZipFile, manifest: Manifest) -> None:
        self._raw = raw
        self.manifest = manifest

    def read(self, name: str) -> bytes:
        """A small part, checked; none where the backup lacks it."""
        return b"".join(self._pieces(name, no_step)) if name in self.manifest.by_name else b""

    def extract(self, name: str, path: Path, step: Step = no_step) -> None:
        """Copy a part into a new private file, checked and on the disk."""
        make_private(path)
        with path.open("r+b") as file:
            for piece in self._pieces(name, step):
                file.write(piece)
        sync_file(path)

    def check(self, step: Step = no_step) -> None:
        """Read every part whole.

        Raises:
            BackupDamagedError: One is not as it was written.
        """
        for name in self.manifest.by_name:
            for _ in self._pieces(name, step):
                pass

    def _pieces(self, name: str, step: Step) -> Iterator[bytes]:
        seen = sha256()
        for piece in _pieces_of(self._raw, name):
            seen.update(piece)
            step(len(piece))
            yield piece
        if seen.hexdigest() != self.manifest.by_name[name].sha256:
            raise BackupDamagedError("hash")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a backup for reading; nothing of it is believed that its manifest does not say.

    Raises:
        BackupMissingError: There is no file.
        NotABackupError: It is something else.
        BackupDamagedError: It is cut short, or its parts are not those of its manifest.
        BackupTooNewError: A newer version of the program made it.
    """
    with plain_failures():
        if not os.path.lexists(path):
            raise BackupMissingError("missing")
        # A link is followed here: the person chose this file, and it is only read.
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotABackupError("no file")
        with path.open("rb") as file:
            yield _archive(file)


def write(path: Path, manifest: Manifest, parts: Mapping[str, Path], step: Step = no_step) -> Manifest:
    """Write the parts into a new private file, and wait until they are on the disk.

    Gives:
        The manifest as written, with the hash and size of every part.
    """
    made_at = manifest.made
    texts = {README: readme(manifest).encode()}
    make_private(path)
    with path.open("r+b") as file, zipfile.ZipFile(file, "w") as archive:
        members = [_put_text(archive, name, data, made_at) for name, data in texts.items()]
        members += [_put_file(archive, name, source, made_at, step) for name, source in parts.items()]
        whole = listed(manifest, members)
        _put_text(archive, NAME, encode(whole), made_at)
    sync_file(path)
    return whole


def _put_text(archive: zipfile.ZipFile, name: str, data: bytes, made_at: datetime) -> tuple[str, int, str]:
    archive.writestr(_info(name, len(data), made_at), data)
    return name, len(data), sha256(data).hexdigest()


def _put_file(archive: zipfile.ZipFile, name: str, source: Path, made_at: datetime, step: Step) -> tuple[str, int, str]:
    seen, size = sha256(), 0
    with open_regular(source) as file, archive.open(_info(name, source.stat().st_size, made_at), "w") as part:
        while piece := file.read(CHUNK):
            seen.update(piece)
            size += len(piece)
            part.write(piece)
            step(len(piece))
    return name, size, seen.hexdigest()


def _info(name: str, size: int, made_at: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    info.create_system = 3  # its modes are Unix's, whichever system writes it
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    info.file_size = size  # told beforehand, so that a large one gets the large form
    return info


def _archive(file: BinaryIO) -> Archive:
    head = file.read(len(_BEGINS) + 26 + len(README))
    if not head.startswith(_BEGINS) or not head.endswith(README.encode()):
        raise NotABackupError("not its beginning")
    size = file.seek(0, os.SEEK_END)
    _check_end(file, size)
    with _damage_told():
        raw = zipfile.ZipFile(file)
        names = {info.filename: info for info in raw.infolist()}
        if len(names) != len(raw.infolist()) or NAME not in names or names[NAME].file_size > _SMALL:
            raise BackupDamagedError("names")
        if names[NAME].compress_type != zipfile.ZIP_STORED:  # a few bytes that become gigabytes
            raise BackupDamagedError("form")
        manifest = decode(raw.read(NAME))
    if manifest.schema > len(MIGRATIONS):
        raise BackupTooNewError("schema")
    _check_names(manifest, names, size)
    return Archive(raw, manifest)


def _check_end(file: BinaryIO, size: int) -> None:
    """The directory stands at the very end and is small: nothing else is read into memory whole."""
    file.seek(max(0, size - _END_BYTES - _FAR_BYTES))
    tail = file.read()
    end = tail[-_END_BYTES:]
    if not end.startswith(_END) or len(end) != _END_BYTES:
        raise BackupDamagedError("cut short")
    names, length, comment = (*unpack("<H", end[10:12]), *unpack("<I", end[12:16]), *unpack("<H", end[20:22]))
    far = tail[:-_END_BYTES]
    if far[-20:].startswith(_FAR):  # a file so large that its directory is told of in the longer form
        names, length = unpack("<QQ", far[32:48])
    if comment or names > _MOST_NAMES or length > _SMALL:
        raise BackupDamagedError("directory")


def _check_names(manifest: Manifest, names: Mapping[str, zipfile.ZipInfo], size: int) -> None:
    """Exactly the parts that the manifest names, each stored as it is and of the size that it says."""
    parts = set(manifest.by_name)
    whole = {DATABASE} if manifest.verified else set()
    if len(parts) != len(manifest.members) or set(names) != parts | {NAME}:
        raise BackupDamagedError("names")
    if not {README} | whole <= parts <= {README, *PARTS}:
        raise BackupDamagedError("parts")
    for name, member in manifest.by_name.items():
        info = names[name]
        most = size if name in {DATABASE, LEFTOVER} else _SMALL
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 0x1 or not info.file_size <= most:
            raise BackupDamagedError("form")
        if info.file_size != member.size or info.compress_size != member.size:
            raise BackupDamagedError("size")


def _pieces_of(raw: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with _damage_told(), raw.open(name) as part:
        while piece := part.read(CHUNK):
            yield piece


@contextmanager
def _damage_told() -> Iterator[None]:
    """What the reader of ZIP files says to a damaged one, as our own error."""
    try:
        yield
    except _UNREADABLE:
        raise BackupDamagedError("zip") from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # it was sent to a place before the file's beginning
            raise BackupDamagedError("place") from None
        raise

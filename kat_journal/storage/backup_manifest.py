"""What a backup says of itself: its manifest, and a page in plain words for whoever finds the file in twenty years."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from kat_journal import __version__
from kat_journal.errors import BackupDamagedError, BackupTooNewError, NotABackupError

NAME: Final = "manifest.json"
README: Final = "README.txt"
MAGIC: Final = "kat-journal-backup"
FORMAT: Final = 1

_WHEN: Final = "%Y-%m-%dT%H:%M:%SZ"
_Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
_README: Final = """This is a backup of a journal, made by KAT Journal on {day}.

What you wrote is encrypted in it. It opens with the passphrase that was in use on that day, or with the recovery
code of that time. Without one of them nobody can read it, and nobody can help.

To use it: start KAT Journal, choose "Restore a backup" on the page that asks for the passphrase, and choose this
file. Or, at a command line:

    kat-journal restore FILE

Inside are two parts. journal.db is the journal itself, an SQLCipher 4 database. keys.json holds its key, wrapped
with the passphrase. manifest.json has the SHA-256 of each part, so that damage can be told. The form of all of them
is described in docs/file-format.md of KAT Journal, together with a small script that reads them without it.
"""


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part, as it must be."""

    name: Annotated[str, Meta(max_length=64)]
    size: Annotated[int, Meta(ge=0, le=1 << 62)]
    sha256: _Hash


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``manifest.json`` says.

    Attributes:
        made_at: In UTC.
        program: Version of KAT Journal that made it.
        schema: Of the database; 0 where it was not opened.
        verified: Whether the copy was opened and read whole; otherwise the files were kept as they were found.
        journal: Tells backups of one journal from those of another.
        source: Tells whether the journal has changed since; see :func:`kat_journal.storage.backup.stamp_of`.
    """

    magic: Literal["kat-journal-backup"]
    format: Literal[1]
    made_at: str
    program: Annotated[str, Meta(pattern="^[0-9A-Za-z.+-]{1,40}$")]
    schema: Annotated[int, Meta(ge=0)]
    verified: bool
    journal: Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
    source: Annotated[str, Meta(pattern="^[0-9]{0,20}-?[0-9]{0,20}$")]
    members: tuple[Member, ...] = ()

    @property
    def made(self) -> datetime:
        """When it was made."""
        return datetime.strptime(self.made_at, _WHEN).replace(tzinfo=UTC)

    @property
    def by_name(self) -> Mapping[str, Member]:
        """The parts."""
        return {member.name: member for member in self.members}


def new_manifest(made_at: datetime, journal: str, *, schema: int = 0, verified: bool, source: str = "") -> Manifest:
    """A manifest without its parts yet."""
    when = made_at.astimezone(UTC).strftime(_WHEN)
    return Manifest(MAGIC, FORMAT, when, __version__, schema, verified, journal, source)


def listed(manifest: Manifest, members: Iterable[tuple[str, int, str]]) -> Manifest:
    """The same with its parts: name, size and SHA-256 of each."""
    return msgspec.structs.replace(manifest, members=tuple(Member(*member) for member in members))


def readme(manifest: Manifest) -> str:
    """How to open the file, in plain words."""
    return _README.format(day=f"{manifest.made:%Y-%m-%d}")


def encode(manifest: Manifest) -> bytes:
    """Its bytes: canonical JSON."""
    return msgspec.json.encode(manifest, order="sorted")


def decode(data: bytes) -> Manifest:
    """Read a manifest: whose it is first, then the version, then the bounds.

    Raises:
        NotABackupError: It is the manifest of something else.
        BackupTooNewError: A newer version of the program wrote it.
        BackupDamagedError: It is not as it was written, or a value is out of bounds.
    """
    try:
        content = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise BackupDamagedError("not JSON") from None
    if content.get("magic") != MAGIC:
        raise NotABackupError("magic")
    number = content.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise BackupTooNewError("format")
    try:
        manifest = msgspec.convert(content, Manifest)
        _ = manifest.made
    except (msgspec.ValidationError, ValueError):
        raise BackupDamagedError("bounds") from None
    if encode(manifest) != data:
        raise BackupDamagedError("not canonical")
    return manifest

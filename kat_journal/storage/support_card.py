"""``support-card.json``: the one file of a journal that anyone can read, there only where a person asked for it.

What stands in it is never more than plain text: it is bounded, decoded strictly, and shown as it is. A file that is
damaged, too large, a link, or somebody else's is no card.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from kat_journal.domain.support_card import ReadableCard
from kat_journal.errors import SupportCardFullError
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import AS_IT_IS, is_regular, open_regular, sync_file, sync_folder, write_durably
from kat_journal.storage.values import clean

NAME: Final = "support-card.json"
LARGEST: Final = 64 * 1024
_MOST: Final = 200


class _Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    uid: str
    kind: Literal["person", "clinic"]
    name: str
    number: str


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    item_id: str
    heading: str
    words: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    magic: Literal["kat-journal-support-card"]
    format: Literal[1]
    line: str
    people: Annotated[tuple[_Person, ...], Meta(max_length=_MOST)]
    plan: Annotated[tuple[_Part, ...], Meta(max_length=_MOST)]


def encode(card: ReadableCard) -> bytes:
    """The card as the file holds it.

    Raises:
        SupportCardFullError: It would be too large to be read back.
    """
    people = tuple(_Person(clean(p.uid), p.kind.value, clean(p.name), clean(p.number)) for p in card.people)
    plan = tuple(_Part(clean(p.item_id), clean(p.heading), clean(p.words)) for p in card.plan)
    data = msgspec.json.encode(_File("kat-journal-support-card", 1, clean(card.line), people, plan))
    if len(data) > LARGEST or max(len(people), len(plan)) > _MOST:
        raise SupportCardFullError("cap")
    return data


def decode(data: bytes) -> ReadableCard | None:
    """The card in those bytes; None where there is none."""
    if len(data) > LARGEST:
        return None
    try:
        file = msgspec.json.decode(data, type=_File)
        return msgspec.convert(file, ReadableCard, from_attributes=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def read(folder: Path) -> ReadableCard | None:
    """The card that is readable in that folder; None where there is none that can be trusted to be one."""
    with suppress(OSError), open_regular(folder / NAME) as file:
        return decode(file.read(LARGEST + 1))
    return None


def is_there(folder: Path) -> bool:
    """Whether anything has the card's name, good or not."""
    return os.path.lexists(folder / NAME)


def write(folder: Path, card: ReadableCard) -> None:
    """Make the card readable, in place of an earlier one, in one step.

    Raises:
        SupportCardFullError: It is too large; nothing was changed.
        DiskFullError, ReadOnlyError, StorageFailedError: The disk refused; the earlier one is there.
    """
    write_durably(folder / NAME, encode(card))


def remove(folder: Path) -> None:
    """Overwrite the card and take it away, and what a writing of it that was killed left.

    On many disks old copies outlast this, which whoever turns it off is told.

    Raises:
        ReadOnlyError, StorageFailedError: It is still there.
    """
    with plain_failures():
        for name in (NAME, f"{NAME}.new"):
            path = folder / name
            if os.path.lexists(path):
                _overwrite(path)
                path.unlink()
        sync_folder(folder)


def _overwrite(path: Path) -> None:
    """Never through a link, nor what has another name too."""
    with suppress(OSError):
        if is_regular(path) and path.stat().st_nlink == 1:
            handle = os.open(path, os.O_WRONLY | AS_IT_IS)
            with os.fdopen(handle, "wb") as file:
                file.write(b" " * path.stat().st_size)
            sync_file(path)

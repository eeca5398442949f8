"""The pages of a database, each authenticated and decrypted by itself: one that fails takes no other with it.

SQLite gives up at the first bad page of a tree, and everything behind it is out of reach. The form of a page is
SQLCipher's: encrypted content, then the vector it was encrypted with, then a code over both and the page's number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import pbkdf2_hmac, sha512
from hmac import compare_digest
from hmac import digest as hmac_digest
from pathlib import Path
from struct import unpack_from
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from kat_journal.storage.diagnosis import PAGE_BYTES
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.files import is_regular, open_regular
from kat_journal.storage.keys import SALT_BYTES, wipe

_CODE: Final = 64
_RESERVED: Final = 16 + _CODE
CONTENT: Final = PAGE_BYTES - _RESERVED
"""Bytes of a page that hold something."""

_MAGIC: Final = b"SQLite format 3\x00"
_UNDO_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_UNDO_RECORD: Final = 4 + PAGE_BYTES + 4
_SECTORS: Final = range(32, 65537)


@dataclass(frozen=True, slots=True)
class Pages:
    """What a file holds.

    Attributes:
        whole: The content of the pages that open, by number; the first is 1.
        bad: Numbers of those that do not open, or are cut off.
    """

    whole: Mapping[int, bytes]
    bad: frozenset[int]


def read_pages(database: Path, key: bytearray) -> Pages:
    """Read all pages of a closed database; where a change was interrupted, as they were before it.

    Args:
        database: The file; it is opened for reading only.
        key: The database key.
    """
    data = _bytes(database)
    size, earlier = _undo(_bytes(database.with_name(database.name + "-journal")))
    opener = _Opener(key)
    try:
        whole: dict[int, bytes] = {}
        count = -(-len(data) // PAGE_BYTES)
        if size:  # nobody has signed what a rollback journal says of the size, and the first page tells it again
            count = min(size, max(count, *earlier))
        for number in range(1, count + 1):
            now = data[(number - 1) * PAGE_BYTES : number * PAGE_BYTES]
            content = opener.open(number, earlier.get(number, b"")) or opener.open(number, now)
            if content is not None:
                whole[number] = content
    finally:
        opener.close()
    count = max(count, _count_in_header(whole.get(1, b"")))
    return Pages(whole, frozenset(range(1, count + 1)) - whole.keys())


class _Opener:
    """Opens pages with one key."""

    def __init__(self, key: bytearray) -> None:
        digits = key[2:-1].decode()
        self._raw = bytearray.fromhex(digits[: -2 * SALT_BYTES])
        salt = bytes(byte ^ 0x3A for byte in bytes.fromhex(digits[-2 * SALT_BYTES :]))
        self._code_key = bytearray(pbkdf2_hmac("sha512", self._raw, salt, 2, len(self._raw)))

    def open(self, number: int, page: bytes) -> bytes | None:
        """The content of a page that is as it was written, or None."""
        start = SALT_BYTES if number == 1 else 0
        written, code = page[start:-_CODE], page[-_CODE:]
        if len(page) != PAGE_BYTES:
            return None
        found = hmac_digest(self._code_key, written + number.to_bytes(4, "little"), sha512)
        if not compare_digest(found, code):
            return None
        vector = page[-_RESERVED:-_CODE]
        decryptor = Cipher(AES(self._raw), CBC(vector)).decryptor()
        content = decryptor.update(page[start:-_RESERVED]) + decryptor.finalize()
        return _MAGIC + content if number == 1 else content

    def close(self) -> None:
        """Forget the key."""
        wipe(self._raw)
        wipe(self._code_key)


def _bytes(path: Path) -> bytes:
    if not is_regular(path):
        return b""
    with plain_failures(), open_regular(path) as file:
        return file.read()


def _undo(journal: bytes) -> tuple[int, dict[int, bytes]]:
    """How many pages there were before a change that was interrupted, and how those were that it touched.

    Gives 0 and nothing where no change was interrupted.
    """
    size, at = 0, 0
    found: dict[int, bytes] = {}
    while journal.startswith(_UNDO_MAGIC, at) and len(journal) >= at + 28:
        records, _, pages, sector = unpack_from(">4I", journal, at + 8)
        if sector not in _SECTORS:
            break
        at += sector
        for _ in range(min(records, max(0, len(journal) - at) // _UNDO_RECORD)):
            number = unpack_from(">I", journal, at)[0]
            found.setdefault(number, journal[at + 4 : at + 4 + PAGE_BYTES])
            at += _UNDO_RECORD
            size = size or pages
        at = -(-at // sector) * sector
    return size, found


def _count_in_header(first: bytes) -> int:
    """How many pages the first one says that there are, where SQLite would believe it; else 0."""
    if not first or first[24:28] != first[92:96]:
        return 0
    return int(unpack_from(">I", first, 28)[0])

"""Words written while locked: encrypted to the journal's public key, readable with its private key alone.

A file is a line that names the format, the public half of a key made for this one save, a nonce, and the words under
AES-256-GCM; the first three are bound to the words. Length tells little: the words are padded to whole blocks.
"""

import os
import re
from datetime import UTC, datetime
from typing import Annotated, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Meta

from kat_journal.errors import CannotSealError
from kat_journal.storage.keys import wipe

MAGIC: Final = b"kat-journal sealed words 1\n"
MOST_TEXT: Final = 64 * 1024
"""Bytes of text in one writing, as UTF-8."""

BLOCK: Final = 256
LARGEST: Final = 6 * MOST_TEXT + 4 * 1024
"""Bytes of a file: JSON writes a control character as six."""

_PUBLIC: Final = 32
_NONCE: Final = 12
_HEADER: Final = len(MAGIC) + _PUBLIC + _NONCE
_INFO: Final = b"kjournal/v1/sealed-words"
_UID: Final = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_YEARS: Final = range(1900, 9000)  # any clock, however wrong, whose days every zone can count

_Instant = Annotated[datetime, Meta(tz=True)]


class UnreadableError(Exception):
    """A file that this journal's private key does not open, or that holds something else."""


class Writing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wrote in one go.

    Attributes:
        uid: Of the response that it becomes; the file is named after it.
        started_at: When its first words were kept, in UTC.
        saved_at: When its last words were kept, in UTC.
        zone: IANA zone in which its day is counted.
    """

    uid: str
    started_at: _Instant
    saved_at: _Instant
    zone: Annotated[str, Meta(max_length=64)]
    text: Annotated[str, Meta(min_length=1, max_length=MOST_TEXT)]


def is_uid(name: str) -> bool:
    """Whether that can be the uid of a writing."""
    return _UID.fullmatch(name) is not None


def fitting(text: str) -> str:
    """The text, or as much of its beginning as one writing holds."""
    return text.encode()[:MOST_TEXT].decode("utf-8", "ignore")


def seal(writing: Writing, public_key: bytes) -> bytes:
    """The bytes of its file; a key of its own each time, which nobody has afterwards.

    Raises:
        CannotSealError: That is no public key.
    """
    once = X25519PrivateKey.generate()
    header = MAGIC + once.public_key().public_bytes_raw() + os.urandom(_NONCE)
    try:
        key = _key(once, public_key, header, public_key)
    except ValueError:
        raise CannotSealError("public key") from None
    plain = bytearray(msgspec.json.encode(writing, order="sorted"))
    plain.extend(b" " * (-len(plain) % BLOCK))
    try:
        return header + AESGCM(key).encrypt(header[-_NONCE:], plain, header)
    finally:
        wipe(key)
        wipe(plain)


def unseal(data: bytes, private_key: bytes | bytearray) -> Writing:
    """Read a file's bytes.

    Raises:
        UnreadableError: It was sealed for another journal, is no such file, or a byte is not as it was written.
    """
    header = data[:_HEADER]
    if len(header) < _HEADER or not header.startswith(MAGIC):
        raise UnreadableError("header")
    try:
        private = X25519PrivateKey.from_private_bytes(private_key)
        key = _key(private, header[len(MAGIC) : -_NONCE], header, private.public_key().public_bytes_raw())
    except ValueError:
        raise UnreadableError("key") from None
    try:
        plain = AESGCM(key).decrypt(header[-_NONCE:], data[_HEADER:], header)
        writing = msgspec.json.decode(plain, type=Writing)
    except (InvalidTag, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UnreadableError("content") from None
    finally:
        wipe(key)
    if not is_uid(writing.uid) or any(at.year not in _YEARS for at in (writing.started_at, writing.saved_at)):
        raise UnreadableError("bounds")
    return msgspec.structs.replace(
        writing, started_at=writing.started_at.astimezone(UTC), saved_at=writing.saved_at.astimezone(UTC)
    )


def _key(private: X25519PrivateKey, public: bytes, header: bytes, recipient: bytes) -> bytearray:
    """The key of one file; both public keys go into it. Raises ValueError for what is no public key."""
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    info = _INFO + header[len(MAGIC) : -_NONCE] + recipient
    return bytearray(HKDF(algorithm=SHA512(), length=32, salt=None, info=info).derive(shared))

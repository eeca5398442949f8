"""The key hierarchy: a random seed, the database key made of it, and passphrase slots that wrap the seed."""

import re
import secrets
import time
import unicodedata
from dataclasses import dataclass
from hmac import compare_digest
from math import ceil
from typing import Annotated, Final, Literal

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Meta

from kat_journal.errors import UnusablePassphraseError, WrongPassphraseError
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.values import clean

SEED_BITS: Final = 130  # 26 symbols of five bits: the recovery code is the seed itself
SEED_BYTES: Final = 17
SALT_BYTES: Final = 16
SHORTEST_PASSPHRASE: Final = 12

_KEY_BYTES: Final = 32
_KEY_INFO: Final = b"kjournal/v1/sqlcipher-key"
_KEY_FORM: Final = re.compile(rb"x'[0-9a-f]{96}'")


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What deriving a key from a passphrase costs; the bounds refuse a file that would freeze the computer.

    Attributes:
        memory_kib: Memory in KiB.
        iterations: Passes over it.
        lanes: How many threads share the work.
    """

    memory_kib: Annotated[int, Meta(ge=8192, le=2 * 1024 * 1024)]
    iterations: Annotated[int, Meta(ge=1, le=64)]
    lanes: Annotated[int, Meta(ge=1, le=16)]
    algorithm: Literal["argon2id"] = "argon2id"

    @property
    def cost(self) -> int:
        """What trying one passphrase costs: KiB of memory gone over, all passes together."""
        return self.memory_kib * self.iterations

    def at_least(self, other: "KdfParameters") -> "KdfParameters":
        """These, raised where the others are higher: a slot never becomes cheaper to try."""
        return KdfParameters(
            max(self.memory_kib, other.memory_kib), max(self.iterations, other.iterations), max(self.lanes, other.lanes)
        )


USUAL_KDF: Final = KdfParameters(memory_kib=256 * 1024, iterations=3, lanes=4)
_MOST_ITERATIONS: Final = 10
MOST_COST: Final = 10 * USUAL_KDF.memory_kib * _MOST_ITERATIONS
"""Of all slots of a file: ten times the dearest that is ever made here, some 15 seconds."""


def calibrate(start: KdfParameters = USUAL_KDF, seconds: float = 0.7) -> KdfParameters:
    """Parameters that take at least so long on this machine, within ten passes."""
    chosen = start
    took = _time_of(chosen)
    while took < seconds and chosen.iterations < _MOST_ITERATIONS:
        wanted = max(chosen.iterations + 1, ceil(chosen.iterations * seconds / took))
        chosen = KdfParameters(chosen.memory_kib, min(_MOST_ITERATIONS, wanted), chosen.lanes)
        took = _time_of(chosen)
    return chosen


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that cannot protect anything, or that cannot be typed the same way again.

    Raises:
        UnusablePassphraseError: It is shorter than twelve letters, or holds half a character.
    """
    if clean(passphrase) != passphrase or len(_normal(passphrase).strip()) < SHORTEST_PASSPHRASE:
        raise UnusablePassphraseError("too short, or half a character")


def derive(passphrase: str, salt: bytes, kdf: KdfParameters) -> bytearray:
    """The key that a passphrase opens a slot with. Slow by design; other threads run on meanwhile.

    Raises:
        WrongPassphraseError: The passphrase holds half a character, so no slot was ever made with it.
        NotEnoughMemoryError: The parameters want more memory than there is; they are never lowered.
    """
    if clean(passphrase) != passphrase:
        raise WrongPassphraseError("half a character")
    secret = bytearray(_normal(passphrase).encode())
    argon = Argon2id(
        salt=salt, length=_KEY_BYTES, iterations=kdf.iterations, lanes=kdf.lanes, memory_cost=kdf.memory_kib
    )
    try:
        with plain_failures():
            return bytearray(argon.derive(secret))  # type: ignore[arg-type] # any buffer will do
    finally:
        wipe(secret)


def new_seed() -> bytearray:
    """A new random seed: 130 bits in 17 bytes."""
    return bytearray(secrets.randbits(SEED_BITS).to_bytes(SEED_BYTES, "big"))


def is_seed(data: bytes | bytearray) -> bool:
    """Whether the bytes can be a seed."""
    return len(data) == SEED_BYTES and int.from_bytes(data, "big") < 1 << SEED_BITS


def database_key(seed: bytearray, salt: bytes) -> bytearray:
    """What SQLCipher is given: the raw key and the file's salt, so that a damaged salt in the file does no harm."""
    raw = bytearray(HKDF(algorithm=SHA512(), length=_KEY_BYTES, salt=None, info=_KEY_INFO).derive(seed))
    key = bytearray(b"x'" + raw.hex().encode() + salt.hex().encode() + b"'")
    wipe(raw)
    # SQLCipher takes anything of another form for a passphrase, without a word.
    if not _KEY_FORM.fullmatch(key):
        raise ValueError("a database key has 96 hexadecimal digits")
    return key


def salt_in(key: bytearray) -> bytes:
    """The file's salt, of a database key."""
    return bytes.fromhex(key[-1 - 2 * SALT_BYTES : -1].decode())


def is_key_of(key: bytearray, seed: bytearray, salt: bytes) -> bool:
    """Whether this seed makes that database key."""
    made = database_key(seed, salt)
    same = compare_digest(made, key)
    wipe(made)
    return same


def wipe(secret: bytearray) -> None:
    """Overwrite a secret that is no longer needed."""
    secret[:] = bytes(len(secret))


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)


def _time_of(kdf: KdfParameters) -> float:
    started = time.perf_counter()
    wipe(derive("a passphrase to measure with", bytes(SALT_BYTES), kdf))
    return time.perf_counter() - started

"""``keys.json``: the wrapped seed, in two identical copies. A damaged copy is never taken for a wrong passphrase."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Meta

from kat_journal.errors import JournalTooNewError, KeysDamagedError
from kat_journal.storage.files import open_regular, write_durably
from kat_journal.storage.keys import MOST_COST, SALT_BYTES, KdfParameters, derive, is_seed, wipe

NAME: Final = "keys.json"
BACKUP_NAME: Final = "keys.json.bak"
MAGIC: Final = "kat-journal-keys"
FORMAT: Final = 1

_NONCE_BYTES: Final = 12
_LARGEST: Final = 64 * 1024
_Salt = Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The seed, wrapped with a key that one passphrase makes.

    Attributes:
        state: ``pending`` while a new seed takes the place of an old one; tried after ``active``.
    """

    kind: Literal["passphrase"]
    state: Literal["active", "pending"]
    kdf: KdfParameters
    salt: _Salt
    nonce: Annotated[bytes, Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    wrapped: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a key file says.

    Attributes:
        db_salt: First 16 bytes of the database: they tie the two files together.
        public_key: X25519; words written while locked are encrypted to it.
    """

    magic: Literal["kat-journal-keys"]
    format: Literal[1]
    db_salt: _Salt
    public_key: Annotated[bytes, Meta(min_length=32, max_length=32)]
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=4)]

    def with_slot(
        self, seed: bytearray, passphrase: str, kdf: KdfParameters, state: Literal["active", "pending"] = "active"
    ) -> "KeyFile":
        """The same with one more slot, which opens with that passphrase."""
        salt, nonce = os.urandom(SALT_BYTES), os.urandom(_NONCE_BYTES)
        key = derive(passphrase, salt, kdf)
        wrapped = AESGCM(key).encrypt(nonce, seed, _header(self, kdf, salt))
        wipe(key)
        return msgspec.structs.replace(self, slots=(*self.slots, Slot("passphrase", state, kdf, salt, nonce, wrapped)))

    def without_slots(self) -> "KeyFile":
        """The same, open to nobody yet."""
        return msgspec.structs.replace(self, slots=())

    def with_only(self, slot: Slot) -> "KeyFile":
        """The same with that slot alone, in force: what is written once it is known which seed opens the journal."""
        return msgspec.structs.replace(self, slots=(msgspec.structs.replace(slot, state="active"),))

    def seeds(self, passphrase: str) -> Iterator[tuple[Slot, bytearray]]:
        """The slots that the passphrase opens and their seeds, one derivation each: active slots first."""
        for slot in sorted(self.slots, key=lambda slot: slot.state != "active"):
            seed = self.seed_in(slot, passphrase)
            if seed is not None:
                yield slot, seed

    def seed_in(self, slot: Slot, passphrase: str) -> bytearray | None:
        """What that slot wraps, or None where the passphrase does not open it.

        Raises:
            KeysDamagedError: It opens, and holds no seed.
        """
        key = derive(passphrase, slot.salt, slot.kdf)
        try:
            seed = bytearray(AESGCM(key).decrypt(slot.nonce, slot.wrapped, _header(self, slot.kdf, slot.salt)))
        except InvalidTag:
            return None
        finally:
            wipe(key)
        if not is_seed(seed):
            raise KeysDamagedError("seed")
        return seed


def new_key_file(db_salt: bytes, public_key: bytes) -> KeyFile:
    """A key file without a slot yet."""
    return KeyFile(MAGIC, FORMAT, db_salt, public_key, ())


def encode(keys: KeyFile) -> bytes:
    """The bytes of a key file: canonical JSON with its own checksum."""
    content = msgspec.to_builtins(keys)
    return _canonical({**content, "sha256": _digest(content)})


def decode(data: bytes) -> KeyFile:
    """Read a key file: checksum first, then the version, then the bounds.

    Raises:
        KeysDamagedError: A byte is not as it was written, or a value is out of bounds.
        JournalTooNewError: A newer version of the program wrote it.
    """
    content = _checked(data)
    number = content.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise JournalTooNewError("key file")
    try:
        keys = msgspec.convert(content, KeyFile, str_keys=True)
    except msgspec.ValidationError:
        raise KeysDamagedError("bounds") from None
    if sum(slot.kdf.cost for slot in keys.slots) > MOST_COST:
        raise KeysDamagedError("cost")
    return keys


def read(folder: Path) -> tuple[KeyFile, KeyFile | None]:
    """The keys of that folder, and those of the second copy where it is whole too and says something else.

    Raises:
        KeysDamagedError: Both copies are damaged or missing.
        JournalTooNewError: A newer version of the program wrote them.
    """
    first, second = (_bytes(folder / name) for name in (NAME, BACKUP_NAME))
    try:
        keys = decode(first)
    except KeysDamagedError:
        return decode(second), None
    if second != first:
        with suppress(KeysDamagedError, JournalTooNewError):
            return keys, decode(second)
    return keys, None


def write(folder: Path, keys: KeyFile, prove: Callable[[KeyFile], None] = lambda _written: None) -> None:
    """Write both copies, one after the other, so that one is whole at every moment.

    Args:
        folder: Where.
        keys: What both will say.
        prove: Called with what the first copy says, read back from the disk; where it raises, the second is kept.
    """
    data = encode(keys)
    write_durably(folder / NAME, data)
    prove(decode(_bytes(folder / NAME)))
    write_durably(folder / BACKUP_NAME, data)


def mend(folder: Path, keys: KeyFile) -> None:
    """Write these keys over a copy that says anything else."""
    data = encode(keys)
    for name in (NAME, BACKUP_NAME):
        if _bytes(folder / name) != data:
            write_durably(folder / name, data)


def _checked(data: bytes) -> dict[str, Any]:
    """The content whose checksum is right, byte for byte."""
    try:
        content = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise KeysDamagedError("not JSON") from None
    claimed = content.pop("sha256", None)
    digest = _digest(content)
    if claimed != digest or _canonical({**content, "sha256": digest}) != data:
        raise KeysDamagedError("checksum")
    return content


def _bytes(path: Path) -> bytes:
    """The file's bytes; none where it is missing, no file, or cannot be read: there is another copy."""
    with suppress(OSError), open_regular(path) as file:
        return file.read(_LARGEST)
    return b""


def _header(keys: KeyFile, kdf: KdfParameters, salt: bytes) -> bytes:
    """What a slot is bound to: it opens only where these stand unchanged."""
    return _canonical(
        {
            "magic": keys.magic,
            "format": keys.format,
            "db_salt": keys.db_salt,
            "public_key": keys.public_key,
            "kind": "passphrase",
            "kdf": kdf,
            "salt": salt,
        }
    )


def _digest(content: dict[str, Any]) -> str:
    return sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return msgspec.json.encode(content, order="sorted")

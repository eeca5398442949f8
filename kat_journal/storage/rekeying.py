"""Changes what opens a journal: the passphrase, which wraps the seed, or the seed itself, which the recovery code says.

Every step is proved before the next one: what opened the journal goes only when what takes its place has opened it.
"""

import shutil
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kat_journal.errors import (
    DiskFullError,
    KatJournalError,
    KeysDamagedError,
    StorageFailedError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import key_file
from kat_journal.storage.connection import Connection
from kat_journal.storage.failures import plain_failures
from kat_journal.storage.key_file import KeyFile, Slot
from kat_journal.storage.keys import (
    KdfParameters,
    calibrate,
    check_new_passphrase,
    database_key,
    is_key_of,
    new_seed,
    salt_in,
    wipe,
)
from kat_journal.storage.recovery_code import code_of
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE, PRIVATE_KEY, Vault


def check_passphrase(folder: Path, passphrase: str) -> None:
    """See whether the passphrase opens the key file. The journal itself is not touched; takes one derivation.

    Raises:
        WrongPassphraseError: It does not.
        KeysDamagedError: Both copies of the key file are damaged or missing.
    """
    _, _, seed = _unlock(folder, passphrase)
    wipe(seed)


def code_for(folder: Path, passphrase: str, key: bytearray | None = None) -> str:
    """The recovery code in force.

    Args:
        folder: The journal's folder.
        passphrase: Opens the key file.
        key: The key of the open journal, which tells its seed from another one that a broken change left behind.

    Raises:
        WrongPassphraseError: The passphrase does not open the key file.
    """
    _, _, seed = _unlock(folder, passphrase, key)
    code = code_of(seed)
    wipe(seed)
    return code


def change_passphrase(vault: Vault, current: str, new: str, kdf: KdfParameters | None = None) -> None:
    """Let another passphrase open the journal. The words, the recovery code and earlier backups stay as they are.

    Args:
        vault: The open journal.
        current: The passphrase that opens it now.
        new: The one that will; at least twelve letters.
        kdf: What opening costs; None measures what this machine can bear. Never less than it cost before.

    Raises:
        UnusablePassphraseError: The new one cannot protect anything.
        WrongPassphraseError: The current one is another; nothing was changed.
        KatJournalError: It could not be written; the current one still opens the journal.
    """
    check_new_passphrase(new)
    keys, slot, seed = _unlock(vault.folder, current, vault.key)
    try:
        changed = keys.without_slots().with_slot(seed, new, (kdf or calibrate()).at_least(slot.kdf))
    finally:
        wipe(seed)
    _put_in_force(vault.folder, changed, changed.slots[0], new, vault.key, before=keys)


def set_passphrase_by_code(vault: Vault, seed: bytearray, new: str, kdf: KdfParameters | None = None) -> None:
    """Let a new passphrase open a journal that was opened with its recovery code; the old one no longer does.

    The key files are made anew from what the open journal says, so they may be damaged or missing.

    Args:
        vault: The journal, opened with that seed.
        seed: What the recovery code says.
        new: The new passphrase; at least twelve letters.
        kdf: What opening costs; None measures what this machine can bear.

    Raises:
        UnusablePassphraseError: The new one cannot protect anything.
        WrongRecoveryCodeError: The journal is open with another seed; nothing was changed.
    """
    check_new_passphrase(new)
    if not is_code_of(vault, seed):
        raise WrongRecoveryCodeError("another seed")
    before = None
    with suppress(KeysDamagedError):
        before, _ = key_file.read(vault.folder)
    keys = key_file.new_key_file(salt_in(vault.key), _public_key(vault.connection)).with_slot(
        seed, new, kdf or calibrate()
    )
    _put_in_force(vault.folder, keys, keys.slots[0], new, vault.key, before)


def replace_code(vault: Vault, passphrase: str, keep_copy: Callable[[], object]) -> str:
    """Make a new recovery code; the old one no longer opens this journal. Whatever ends it half-way, one of them does.

    Args:
        vault: The open journal; its key is replaced in place.
        passphrase: The one that opens it, before and after.
        keep_copy: Makes a verified backup, which opens with the old code.

    Returns:
        The new code.

    Raises:
        WrongPassphraseError: The passphrase is another; nothing was changed.
        KatJournalError: It could not be done; the old code still opens the journal.
    """
    keys, slot, seed = _unlock(vault.folder, passphrase, vault.key)
    wipe(seed)
    new = new_seed()
    key = database_key(new, keys.db_salt)
    try:
        both = keys.with_only(slot).with_slot(new, passphrase, slot.kdf, "pending")
        pending = both.slots[1]
        keep_copy()
        _look_for_room(vault.folder)
        _put_in_force(vault.folder, both, pending, passphrase, key, before=keys)
        vault.connection.rekey(vault.key, key)
        vault.key[:] = key
        only = both.with_only(pending)
        with suppress(KatJournalError):  # both seeds still stand there: the next opening keeps the one that opens
            _put_in_force(vault.folder, only, only.slots[0], passphrase, key, before=both)
        return code_of(new)
    finally:
        wipe(new)
        wipe(key)


def is_code_of(vault: Vault, seed: bytearray) -> bool:
    """Whether this seed is the one that the open journal's code says."""
    return is_key_of(vault.key, seed, salt_in(vault.key))


def _unlock(folder: Path, passphrase: str, key: bytearray | None = None) -> tuple[KeyFile, Slot, bytearray]:
    """What the passphrase opens, and of several seeds the one that makes that key."""
    for keys in filter(None, key_file.read(folder)):
        for slot, seed in keys.seeds(passphrase):
            if key is None or is_key_of(key, seed, keys.db_salt):
                return keys, slot, seed
            wipe(seed)
    raise WrongPassphraseError("no slot")


def _put_in_force(
    folder: Path, keys: KeyFile, slot: Slot, passphrase: str, key: bytearray, before: KeyFile | None
) -> None:
    """Write the key files: before the first copy, and between it and the second, the slot must give that key."""
    _prove(key_file.decode(key_file.encode(keys)), slot, passphrase, key)
    try:
        key_file.write(folder, keys, lambda written: _prove(written, slot, passphrase, key))
    except BaseException:
        if before:
            with suppress(KatJournalError):  # the second copy still says what was before
                key_file.mend(folder, before)
        raise


def _prove(keys: KeyFile, slot: Slot, passphrase: str, key: bytearray) -> None:
    seed = keys.seed_in(slot, passphrase) if slot in keys.slots else None
    if seed is None or not is_key_of(key, seed, keys.db_salt):
        raise StorageFailedError("the slot does not open")
    wipe(seed)


def _look_for_room(folder: Path) -> None:
    """While every page is written anew, the old ones wait in a file as large as the journal."""
    with plain_failures():
        if shutil.disk_usage(folder).free < (folder / DATABASE).stat().st_size * 1.05:
            raise DiskFullError("new key")


def _public_key(connection: Connection) -> bytes:
    """Belongs to the private key that the journal keeps; a new pair where it has none, or a damaged one."""
    settings = Settings(connection)
    try:
        private = X25519PrivateKey.from_private_bytes(b64decode(settings.get(PRIVATE_KEY) or ""))
    except ValueError:
        private = X25519PrivateKey.generate()
        settings.put(PRIVATE_KEY, b64encode(private.private_bytes_raw()).decode())
    return private.public_key().public_bytes_raw()

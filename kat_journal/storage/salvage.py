"""Saves what can still be read of a damaged journal into a new one. The damaged one is only read."""

import shutil
from base64 import b64decode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kat_journal.errors import (
    AlreadyExistsError,
    JournalElsewhereError,
    JournalTooNewError,
    KeysDamagedError,
    NotAJournalError,
    NothingReadableError,
    ReadOnlyError,
    SealedFullError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kat_journal.storage import key_file, sealed_files
from kat_journal.storage.creating import create_vault
from kat_journal.storage.diagnosis import check_all
from kat_journal.storage.files import is_regular
from kat_journal.storage.keys import KdfParameters, wipe
from kat_journal.storage.lock import VaultLock
from kat_journal.storage.migrate import migrate
from kat_journal.storage.migrations import MIGRATIONS
from kat_journal.storage.salvaging.pages import Pages, read_pages
from kat_journal.storage.salvaging.rows import Written, write_rows
from kat_journal.storage.salvaging.stand_ins import StandIns, StoodIn, stand_in
from kat_journal.storage.salvaging.trees import Found, find_rows
from kat_journal.storage.sealed import UnreadableError
from kat_journal.storage.unlocking import Secret, database_keys
from kat_journal.storage.vault import DATABASE, PRIVATE_KEY, Vault


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved.

    Attributes:
        read: Rows that are in the new journal, by table.
        lost: Rows that are known to be lost, by table.
        cut: Rows whose last words are lost.
        bad_pages: Pages of the file that cannot be read.
        contents_lost: Whether the table of contents is lost: then nothing tells what else may be missing.
        stood_in: What stands in for what is lost.
    """

    read: Mapping[str, int]
    lost: Mapping[str, int]
    cut: int
    bad_pages: int
    contents_lost: bool
    stood_in: StoodIn


@dataclass(frozen=True, slots=True)
class NewJournal:
    """The journal that is made.

    Attributes:
        folder: Where; must be missing or empty, and outside the damaged one.
        passphrase: What will open it.
        stand_ins: What stands in for what is lost.
        left_out: Keys of settings that do not hold in a new journal.
        kdf: What opening costs; None measures what this machine can bear.
    """

    folder: Path
    passphrase: str
    stand_ins: StandIns
    left_out: Sequence[str] = ()
    kdf: KdfParameters | None = None


def salvage(damaged: Path, secret: Secret, new: NewJournal, now: datetime) -> Salvaged:
    """Read everything that can be read, write it into a new journal, and check that one.

    Args:
        damaged: The folder of the damaged journal; nothing in it is changed.
        secret: Its passphrase, or the seed of its recovery code.
        new: The journal to make.
        now: Stands for an instant that is lost.

    Raises:
        NotAJournalError: There is no database in the folder.
        JournalInUseError: A window or command has it open.
        KeysDamagedError: Both copies of the key file are damaged; the recovery code does without.
        WrongPassphraseError: No slot opens with this passphrase.
        WrongRecoveryCodeError: No page opens with this seed.
        NothingReadableError: The right passphrase, and no page opens.
        JournalTooNewError: A newer version of the program made it.
        AlreadyExistsError: There is something where the new journal is to be made.
    """
    damaged = damaged.absolute()
    if not is_regular(damaged / DATABASE):
        raise NotAJournalError("no database")
    if damaged.resolve() in (new.folder.absolute() / "inside").resolve().parents:
        raise AlreadyExistsError("inside the damaged one")
    lock = _lock(damaged)
    try:
        pages = _pages(damaged, secret)
        found = find_rows(pages)
        if found.schema > len(MIGRATIONS):
            raise JournalTooNewError("schema")
        written, stood_in = _make(damaged, found, new, now)
    finally:
        if lock is not None:
            lock.release()
    return Salvaged(written.read, written.lost, written.cut, len(pages.bad), found.broken is None, stood_in)


def _lock(folder: Path) -> VaultLock | None:
    """Nobody here may write meanwhile; what cannot be written, and another computer's file, is left as it is."""
    with suppress(ReadOnlyError, JournalElsewhereError):
        return VaultLock.take(folder)
    return None


def _pages(folder: Path, secret: Secret) -> Pages:
    """The pages, read with whichever key opens most of them: there are two while a recovery kit is being replaced."""
    best: Pages | None = None
    for key in database_keys(folder / DATABASE, _key_files(folder, secret), secret):
        try:
            pages = read_pages(folder / DATABASE, key)
        finally:
            wipe(key)
        if best is None or len(pages.whole) > len(best.whole):
            best = pages
    if best is None:
        raise WrongPassphraseError("no slot")
    if not best.whole:
        raise NothingReadableError("no page") if isinstance(secret, str) else WrongRecoveryCodeError("no page")
    return best


def _key_files(folder: Path, secret: Secret) -> tuple[key_file.KeyFile, ...]:
    try:
        return tuple(keys for keys in key_file.read(folder) if keys is not None)
    except KeysDamagedError:
        if isinstance(secret, str):
            raise
        return ()


def _make(damaged: Path, found: Found, new: NewJournal, now: datetime) -> tuple[Written, StoodIn]:
    """Make the new journal, whole and checked, or nothing at all."""
    private = _private_key(found)
    migrations = MIGRATIONS[: found.schema or None]
    vault = create_vault(new.folder, new.passphrase, new.kdf, private=private, migrations=migrations)
    try:
        done = _fill(vault, found, new, now)
        if private is not None:
            _copy_sealed(damaged, vault.folder)
    except BaseException:
        vault.close()
        shutil.rmtree(vault.folder, ignore_errors=True)
        raise
    vault.close()
    return done


def _fill(vault: Vault, found: Found, new: NewJournal, now: datetime) -> tuple[Written, StoodIn]:
    connection = vault.connection
    with connection.writing():
        connection.rows("PRAGMA defer_foreign_keys = ON")  # until everything has its place
        written = write_rows(connection, found, (*new.left_out, PRIVATE_KEY), now)
        there = {row["id"] for row in connection.rows("SELECT id FROM answer")}
        lost = {(response, item): rowid for response, item, rowid in found.answers if rowid not in there}
        stood_in = stand_in(connection, lost, new.stand_ins, now)
    migrate(connection, lambda _schema: None)
    check_all(connection)
    return written, stood_in


def _private_key(found: Found) -> X25519PrivateKey | None:
    """The key that opens words written while locked, so that they can still join the new journal."""
    rows = [*found.rows.get("setting", ()), *(row for page in found.loose for row in page)]
    for row in rows:
        if row.values[:1] == (PRIVATE_KEY,) and len(row.values) == 2:
            with suppress(ValueError):
                return X25519PrivateKey.from_private_bytes(b64decode(str(row.values[1]), validate=True))
    return None


def _copy_sealed(damaged: Path, new: Path) -> None:
    """Bring what was written while locked, unread: the new journal takes it in when it is opened."""
    for path in sealed_files.found(damaged):
        with suppress(UnreadableError, SealedFullError):  # it stays where it is
            data, _ = sealed_files.read(path)
            sealed_files.keep(new, path.name.removesuffix(sealed_files.ENDING), data)

"""Saves what can still be read of a damaged journal, and tells in plain words what that is and what is missing."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kat_journal.domain.clock import Clock, local_day
from kat_journal.domain.form import Form
from kat_journal.domain.ids import FormDigest
from kat_journal.domain.messages import Messages
from kat_journal.services.checks import CHECKED_ON, DAMAGED
from kat_journal.services.keys import KIT_MADE_ON, REHEARSED, SINCE
from kat_journal.services.passphrases import check_new
from kat_journal.storage import backup
from kat_journal.storage.backup_places import FOLDER, name_of
from kat_journal.storage.keys import KdfParameters, wipe
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.restoring import restore
from kat_journal.storage.salvage import NewJournal, Salvaged, salvage
from kat_journal.storage.salvaging.stand_ins import StandIns
from kat_journal.storage.snapshots import digest

_NOT_KEPT: Final = (KIT_MADE_ON, REHEARSED, SINCE, CHECKED_ON, DAMAGED)
"""Settings about the old keys and the old file: the new journal has its own."""

_TOLD: Final = (
    "response",
    "answer",
    "answer_version",
    "session",
    "appointment",
    "practice",
    "question",
    "later",
    "support_contact",
    "course",
)
"""Tables that a person knows, in the order in which they are told; the others are told as one line."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was saved.

    Attributes:
        folder: The new journal.
        counts: Such as "412 of 415 answers", one a kind.
        remarks: What there is to know about it, one sentence each.
        is_all: Whether everything is there.
    """

    folder: Path
    counts: tuple[str, ...]
    remarks: tuple[str, ...]
    is_all: bool


class Salvager:
    """Reads a damaged journal and makes a new one of it. Slow; needs no open journal.

    Args:
        forms: The forms of this program, in every language that it speaks.
        messages: The program's sentences.
        clock: Tells now.
        kdf: What opening the new journal costs; None measures what this machine can bear.
    """

    def __init__(
        self, forms: Callable[[], Iterable[Form]], messages: Messages, clock: Clock, kdf: KdfParameters | None = None
    ) -> None:
        self._forms = forms
        self._messages = messages
        self._clock = clock
        self._kdf = kdf

    def with_passphrase(self, damaged: Path, passphrase: str, new: Path) -> Report:
        """Read it with its passphrase, which opens the new journal too.

        Raises what :func:`~kat_journal.storage.salvage.salvage` does.
        """
        made = self._new(new, passphrase)
        return self._report(new, salvage(damaged, passphrase, made, self._clock.now()))

    def with_code(self, damaged: Path, code: str, new: Path, passphrase: str) -> Report:
        """Read it with its recovery code; the new journal has a new passphrase.

        Raises:
            UnusablePassphraseError: The new passphrase protects nothing.
            RecoveryCodeMistypedError: The code has a mistake in it.

        And what :func:`~kat_journal.storage.salvage.salvage` raises.
        """
        check_new(passphrase)
        made = self._new(new, passphrase)
        seed = seed_of(code)
        try:
            return self._report(new, salvage(damaged, seed, made, self._clock.now()))
        finally:
            wipe(seed)

    def place_for(self, damaged: Path) -> Path:
        """A folder beside the damaged one that is not there yet."""
        day = local_day(self._clock.now(), self._clock.zone()).isoformat()
        names = (f"{damaged.name} saved {day}{ending}" for ending in ("", *(f" {n}" for n in range(2, 1000))))
        return next(place for name in names if not (place := damaged.with_name(name)).exists())

    def put_in_place(self, new: Path, damaged: Path, passphrase: str) -> None:
        """Let the new journal take the place of the damaged one, which stays as a copy among the backups.

        The damaged one is there until the new one is in its place, whatever happens meanwhile.
        """
        now = self._clock.now()
        path = new / FOLDER / name_of(now)
        vault = open_vault(new, passphrase)
        try:  # open, so that nobody writes in it meanwhile
            backup.make(vault.connection, vault.key, new, path, now)
            restore(path, damaged, passphrase, now)
        finally:
            vault.close()
        shutil.rmtree(new, ignore_errors=True)

    def _new(self, folder: Path, passphrase: str) -> NewJournal:
        known: Mapping[FormDigest, Form] = {digest(form): form for form in self._forms()}
        title, ask = self._messages.get("salvage.title"), self._messages.get("salvage.ask")
        return NewJournal(folder, passphrase, StandIns(known, title, ask), _NOT_KEPT, self._kdf)

    def _report(self, folder: Path, done: Salvaged) -> Report:
        counts = [self._count(table, done.read[table], done.lost[table]) for table in _TOLD]
        others = done.read.keys() - set(_TOLD)
        read, lost = (sum(counted[table] for table in others) for counted in (done.read, done.lost))
        counts.append(self._count("other", read, lost))
        return Report(folder, tuple(filter(None, counts)), tuple(self._remarks(done)), done.bad_pages == 0)

    def _count(self, kind: str, read: int, lost: int) -> str:
        return self._messages.get(f"salvage.{kind}", read=read, all=read + lost) if read + lost else ""

    def _remarks(self, done: Salvaged) -> Iterable[str]:
        if done.bad_pages == 0:
            yield self._messages.get("salvage.all-read")
        if done.contents_lost:
            yield self._messages.get("salvage.contents-lost")
        if done.cut:
            yield self._messages.get("salvage.cut", count=done.cut)
        if done.stood_in.pages or done.stood_in.forms:
            yield self._messages.get("salvage.stood-in", title=self._messages.get("salvage.title"))
        if done.stood_in.answers:
            yield self._messages.get("salvage.versions", count=done.stood_in.answers)
        yield self._messages.get("salvage.kit")

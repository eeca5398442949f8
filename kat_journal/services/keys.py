"""What opens the journal, while it is open: the passphrase, its rehearsal, and the recovery kit."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta

from kat_journal.domain.clock import Clock, local_day
from kat_journal.errors import KatJournalError, KitConfirmedError, WrongPassphraseError
from kat_journal.services.passphrases import check_new
from kat_journal.services.settings import SettingsService
from kat_journal.storage import rekeying
from kat_journal.storage.keys import KdfParameters, wipe
from kat_journal.storage.recovery_code import is_same_group, seed_of
from kat_journal.storage.vault import Vault

SINCE = "passphrase.since"
"""Setting: the instant from which the passphrase of now has been in force."""

REHEARSED = "passphrase.rehearsed"
"""Setting: the instant at which it was last rehearsed."""

KIT_MADE_ON = "kit.made-on"
"""Setting: the day on which the kit in force was typed back in part; empty while there is none."""

REHEARSAL_AFTER = timedelta(days=14)
RETYPED_GROUPS = 2


class KeyService:
    """Changes passphrase and recovery code, and knows whether both are well kept.

    Args:
        vault: The open journal.
        settings: Where the days are kept.
        clock: Says what day it is.
        back_up: Makes a verified backup, before the recovery code is replaced.
        kdf: What opening costs after a change; None measures what this machine can bear.
    """

    def __init__(
        self,
        vault: Vault,
        settings: SettingsService,
        clock: Clock,
        back_up: Callable[[], object],
        kdf: KdfParameters | None = None,
    ) -> None:
        self._vault = vault
        self._settings = settings
        self._clock = clock
        self._back_up = back_up
        self._kdf = kdf

    # The passphrase

    def change_passphrase(self, current: str, new: str) -> None:
        """Let another passphrase open the journal; takes a few derivations, however much is written in it.

        Raises:
            UnusablePassphraseError: The new one is too short, or among those that are tried first.
            WrongPassphraseError: The current one is another; nothing was changed.
        """
        check_new(new)
        rekeying.change_passphrase(self._vault, current, new, self._kdf)
        self.passphrase_is_new()

    def passphrase_is_new(self) -> None:
        """The passphrase was chosen just now: its rehearsal is offered in two weeks."""
        with suppress(KatJournalError):  # the day is a comfort: the passphrase is in force already
            self._settings.put(SINCE, self._clock.now().isoformat())

    def rehearsal_offered(self) -> bool:
        """Whether it is time to try the passphrase once; of an older journal the two weeks begin when first asked."""
        since = self._instant(SINCE)
        if since is None:
            self.passphrase_is_new()
            return False
        rehearsed = self._instant(REHEARSED)
        is_rehearsed = rehearsed is not None and rehearsed >= since
        return not is_rehearsed and self._clock.now() - since >= REHEARSAL_AFTER

    def rehearse(self, passphrase: str) -> bool:
        """Try the passphrase against the key file, and remember the day where it opens; takes one derivation."""
        try:
            rekeying.check_passphrase(self._vault.folder, passphrase)
        except WrongPassphraseError:
            return False
        self._settings.put(REHEARSED, self._clock.now().isoformat())
        return True

    # The recovery kit

    def kit_made_on(self) -> date | None:
        """The day on which the kit in force was made and typed back, or None."""
        kept = self._settings.get(KIT_MADE_ON)
        return date.fromisoformat(kept) if kept else None

    def kit_code(self, current: str) -> str:
        """The recovery code in force, for a kit that is made for the first time.

        Raises:
            KitConfirmedError: A kit was made of it already: who wants another one gets a new code.
            WrongPassphraseError: The passphrase is another.
        """
        if self.kit_made_on():
            raise KitConfirmedError("kit")
        return rekeying.code_for(self._vault.folder, current, self._vault.key)

    def new_kit(self, current: str) -> str:
        """A new recovery code; the old one no longer opens this journal. There is no kit until it is confirmed.

        Raises:
            WrongPassphraseError: The passphrase is another; nothing was changed.
            KatJournalError: It could not be done; the old kit still counts.
        """
        kept = self._settings.get(KIT_MADE_ON)
        self._settings.put(KIT_MADE_ON, "")  # first: no old kit may ever pass for one that opens the journal
        try:
            return rekeying.replace_code(self._vault, current, self._back_up)
        except KatJournalError:
            with suppress(KatJournalError):
                self._settings.put(KIT_MADE_ON, kept)
            raise

    def groups_to_retype(self, code: str) -> tuple[int, int]:
        """Two groups, counted from 1, that are asked for before a kit counts as made."""
        groups = range(1, len(code.split("-")) + 1)
        first, second = sorted(secrets.SystemRandom().sample(groups, RETYPED_GROUPS))
        return first, second

    def confirm_kit(self, code: str, typed: Mapping[int, str]) -> bool:
        """Count the kit as made, where the groups were typed as they stand on it and its code is the one in force.

        Args:
            code: The code of the kit.
            typed: What was typed, by the number of the group.
        """
        groups = dict(enumerate(code.split("-"), start=1))
        is_right = all(number in groups and is_same_group(text, groups[number]) for number, text in typed.items())
        if len(typed) < RETYPED_GROUPS or not is_right or not self._is_in_force(code):
            return False
        self._settings.put(KIT_MADE_ON, local_day(self._clock.now(), self._clock.zone()).isoformat())
        return True

    def _is_in_force(self, code: str) -> bool:
        seed = seed_of(code)
        try:
            return rekeying.is_code_of(self._vault, seed)
        finally:
            wipe(seed)

    def _instant(self, key: str) -> datetime | None:
        kept = self._settings.get(key)
        return datetime.fromisoformat(kept) if kept else None


def check_code(code: str) -> None:
    """See whether a recovery code was typed as it stands on a kit; nothing is tried with it.

    Raises:
        RecoveryCodeMistypedError: It was not; says where, if that can be told.
    """
    wipe(seed_of(code))

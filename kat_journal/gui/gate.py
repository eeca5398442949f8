"""What the window can do while the journal is locked, as the composition root hands it over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kat_journal.config import Preferences
from kat_journal.domain.clock import Clock

if TYPE_CHECKING:  # loading these is slow, and the unlock page does without them
    from kat_journal.services.journal import OpenJournal
    from kat_journal.services.restoring import Restorer
    from kat_journal.services.salvage import Salvager
    from kat_journal.services.sealing import SealedWriter
    from kat_journal.services.support import Numbers


@dataclass(frozen=True, slots=True)
class Gate:
    """The way in.

    Attributes:
        has_journal: Whether there is a journal to unlock; otherwise the person is welcomed.
        is_missing: Whether there was one here, which is gone.
        open: Opens the journal with a passphrase; slow, for the journal thread. With ``take_over=True`` it opens one
            whose lock file came from another computer.
        create: Makes a journal with a passphrase; slow, for the journal thread.
        recover: Opens the journal with its recovery code, and sets a new passphrase; slow, for the journal thread.
        bring_in: Makes a journal of a file with everything of one, with a new passphrase and what watches it, and
            opens it; slow, for the journal thread.
        offer_words: Gives four words for a new passphrase.
        numbers: The Support page's texts, for use while locked; slow the first time.
        warm_up: Loads what unlocking will need; for the journal thread.
        restart: Starts the process afresh after a lock.
        folder: The journal's folder.
        can_seal: Whether words can be written without opening the journal.
        has_sealed_words: Whether some wait for the next opening.
        sealed_writer: What keeps them; slow the first time, for the journal thread.
        restorer: What puts a backup in place; slow the first time, for the journal thread.
        salvager: What saves the readable part of a damaged journal; slow, for the journal thread.
    """

    has_journal: Callable[[], bool]
    is_missing: Callable[[], bool]
    open: Callable[..., "OpenJournal"]
    create: Callable[[str], "OpenJournal"]
    recover: Callable[..., "OpenJournal"]
    bring_in: Callable[..., "OpenJournal"]
    offer_words: Callable[[], str]
    numbers: Callable[[], "Numbers"]
    warm_up: Callable[[], None]
    restart: Callable[[], None]
    preferences: Preferences
    clock: Clock
    folder: Path
    can_seal: Callable[[], bool]
    has_sealed_words: Callable[[], bool]
    sealed_writer: Callable[[], "SealedWriter"]
    salvager: Callable[[], "Salvager"]
    restorer: Callable[[], "Restorer"]

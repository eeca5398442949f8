"""What the window can do while the journal is locked, as the composition root hands it over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kat_journal.config import Preferences
from kat_journal.domain.clock import Clock

if TYPE_CHECKING:  # loading these is slow, and the unlock page does without them
    from kat_journal.services.journal import OpenJournal
    from kat_journal.services.support import Numbers


@dataclass(frozen=True, slots=True)
class Gate:
    """The way in.

    Attributes:
        has_journal: Whether there is a journal to unlock; otherwise the person is welcomed.
        open: Opens the journal with a passphrase; slow, for the journal thread.
        create: Makes a journal with a passphrase; slow, for the journal thread.
        offer_words: Gives four words for a new passphrase.
        numbers: The Support page's texts, for use while locked; slow the first time.
        warm_up: Loads what unlocking will need; for the journal thread.
        restart: Starts the process afresh after a lock.
        folder: The journal's folder.
    """

    has_journal: Callable[[], bool]
    open: Callable[[str], "OpenJournal"]
    create: Callable[[str], "OpenJournal"]
    offer_words: Callable[[], str]
    numbers: Callable[[], "Numbers"]
    warm_up: Callable[[], None]
    restart: Callable[[], None]
    preferences: Preferences
    clock: Clock
    folder: Path

"""What every page is given: the open journal, and the ways to reach the rest of the program."""

from collections.abc import Callable
from dataclasses import dataclass

from kat_journal.config import Preferences
from kat_journal.domain.clock import Clock
from kat_journal.gui.desktop.heard import Heard, nothing
from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.navigation import Navigator
from kat_journal.gui.noticing import Noticing
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.theme import Theme
from kat_journal.services.journal import OpenJournal


@dataclass(frozen=True, slots=True)
class PageContext:
    """Lives from unlock to lock, like the pages that hold it.

    Attributes:
        journal: Its services are called through ``tasks.journal`` only.
        apply_preferences: Puts changed preferences into force at once.
        lock: Locks the journal now.
        heard: Which signals of the desktop lock the journal too.
        offer_words: Gives four words for a new passphrase; for the pool.
        noticing: What tells the desktop something; a page by itself has none.
    """

    journal: OpenJournal
    tasks: Tasks
    navigator: Navigator
    dialogs: Dialogs
    theme: Theme
    clock: Clock
    preferences: Preferences
    apply_preferences: Callable[[], None]
    lock: Callable[[], None]
    heard: Callable[[], Heard] = nothing
    offer_words: Callable[[], str] = str
    noticing: Noticing | None = None

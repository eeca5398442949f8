"""The open journal: every service, from unlock to lock. Built and used on the journal thread only."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from kat_journal.content.library import Library
from kat_journal.domain.clock import Clock
from kat_journal.domain.ids import NewUid, new_uid
from kat_journal.domain.messages import Messages
from kat_journal.errors import KatJournalError
from kat_journal.services.advice import AdviceCards
from kat_journal.services.courses import CourseService
from kat_journal.services.exports import ExportService
from kat_journal.services.headings import Headings
from kat_journal.services.offers import OfferService
from kat_journal.services.parts import PartService
from kat_journal.services.practices import PracticeService
from kat_journal.services.responses import ResponseService
from kat_journal.services.settings import SettingsService
from kat_journal.services.summaries import SummaryService
from kat_journal.services.support import Numbers, SupportService
from kat_journal.services.today import TodayService
from kat_journal.services.unsaved import Held
from kat_journal.services.written import WrittenService
from kat_journal.storage.courses import Courses
from kat_journal.storage.practices import Practices
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.support_contacts import SupportContacts
from kat_journal.storage.vault import Vault

PLACE = "window.place"
"""Setting that holds where the person was at locking."""


class OpenJournal:
    """Everything that can read the vault. Locking drops it whole."""

    def __init__(
        self,
        vault: Vault,
        library: Library,
        messages: Messages,
        clock: Clock,
        country: Callable[[], str],
        new_uid: NewUid = new_uid,
    ) -> None:
        connection = vault.connection
        responses, snapshots = Responses(connection), Snapshots(connection)
        courses, practices = Courses(connection, new_uid), Practices(connection, new_uid)
        shares = Shares(connection)
        self._vault = vault
        self.new_uid = new_uid
        self.library = library
        self.messages = messages
        self.clock = clock
        self.settings = SettingsService(Settings(connection))
        self.courses = CourseService(courses, clock)
        self.practices = PracticeService(practices, clock)
        self.support = SupportService(SupportContacts(connection), Numbers(library.support, messages, country))
        self.written = WrittenService(responses, snapshots, self.courses)
        self.parts = PartService(self.courses, responses, snapshots, library, clock)
        headings = Headings(self.courses, responses, snapshots, messages)
        cards = AdviceCards(responses, library, self.support, clock)
        self.responses = ResponseService(responses, snapshots, library, self.settings, cards, headings, clock, new_uid)
        offers = OfferService(self.courses, self.parts, self.settings, library, clock)
        self.today = TodayService(self.courses, offers, self.written, self.practices, headings, clock)
        self.summaries = SummaryService(
            responses, snapshots, courses, practices, Settings(connection), shares, clock, messages
        )
        self.exports = ExportService(shares, clock, messages)

    @property
    def folder(self) -> Path:
        """Where the journal is."""
        return self._vault.folder

    def take_over(self, held: Iterable[Held]) -> None:
        """Write what an earlier unlocking could not, or go on holding it."""
        self.responses.unsaved.take_over(held)
        self.responses.unsaved.retry()

    def close(self, place: str = "") -> tuple[Held, ...]:
        """Lock: try once more what the disk refused, note the place, close the file.

        Returns:
            What the disk still refuses; whoever locks holds it for the next unlocking.
        """
        try:
            held = self.responses.unsaved.retry()
            if place and not held:
                with suppress(KatJournalError):  # the place is a comfort: it never stands in the way of locking
                    self.settings.put(PLACE, place)
            return held
        finally:
            self._vault.close()

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
from kat_journal.services.ahead import AheadService
from kat_journal.services.archive import ArchiveService
from kat_journal.services.asking import AskingService
from kat_journal.services.backups import BackupService
from kat_journal.services.bin import BinService
from kat_journal.services.calendar_file import CalendarService
from kat_journal.services.calm_hours import CalmHours
from kat_journal.services.checks import CheckService
from kat_journal.services.courses import CourseService
from kat_journal.services.exports import ExportService
from kat_journal.services.headings import Headings
from kat_journal.services.house_rules import HouseRulesService
from kat_journal.services.kept_times import KeptTimesService
from kat_journal.services.key_reminders import KeyReminders
from kat_journal.services.keys import KeyService
from kat_journal.services.measures import MeasureService
from kat_journal.services.notices import NoticeService
from kat_journal.services.offers import OfferService
from kat_journal.services.open_askings import OpenAskings
from kat_journal.services.packs import PackService
from kat_journal.services.papers import PaperService
from kat_journal.services.parts import PartService
from kat_journal.services.practices import PracticeService
from kat_journal.services.progress import ProgressService
from kat_journal.services.reminders import Reminder, Reminders
from kat_journal.services.replacements import ReplacementService
from kat_journal.services.responses import ResponseService
from kat_journal.services.returning import ReturnService
from kat_journal.services.saved_files import SavedFiles
from kat_journal.services.sealed import SealedService
from kat_journal.services.settings import SettingsService
from kat_journal.services.shared import SharedService
from kat_journal.services.shelf import ShelfService
from kat_journal.services.summaries import SummaryService
from kat_journal.services.support import Numbers, SupportService
from kat_journal.services.support_card import SupportCardService
from kat_journal.services.surroundings import Surroundings
from kat_journal.services.today import TodayService
from kat_journal.services.unsaved import Held
from kat_journal.services.versions import VersionService
from kat_journal.services.written import WrittenService
from kat_journal.storage.askings import AskedResponses
from kat_journal.storage.bin import Bin
from kat_journal.storage.connection import Connection
from kat_journal.storage.courses import Courses
from kat_journal.storage.kept_times import KeptTimes
from kat_journal.storage.keys import KdfParameters
from kat_journal.storage.numbers import StoredNumbers
from kat_journal.storage.packs import Packs
from kat_journal.storage.practices import Practices
from kat_journal.storage.replacements import Replacements
from kat_journal.storage.responses import Responses
from kat_journal.storage.sealed_pages import SealedPages
from kat_journal.storage.search import Search
from kat_journal.storage.settings import Settings
from kat_journal.storage.shares import Shares
from kat_journal.storage.snapshots import Snapshots
from kat_journal.storage.support_contacts import SupportContacts
from kat_journal.storage.vault import Vault
from kat_journal.storage.versions import Versions

PLACE = "window.place"
"""Setting that holds where the person was at locking."""


class _Tables:
    """The repositories that several services share."""

    def __init__(self, connection: Connection, new_uid: NewUid) -> None:
        self.responses = Responses(connection)
        self.snapshots = Snapshots(connection)
        self.courses = Courses(connection, new_uid)
        self.practices = Practices(connection, new_uid)
        self.shares = Shares(connection)
        self.contacts = SupportContacts(connection)


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
        kdf: KdfParameters | None = None,
    ) -> None:
        self._vault = vault
        self.new_uid = new_uid
        self.library = library
        self.messages = messages
        self.clock = clock
        self.settings = SettingsService(Settings(vault.connection))
        self.measures = MeasureService(self.settings, library)
        self.shelf = ShelfService(library, self.measures)
        tables = _Tables(vault.connection, new_uid)
        self._add_safety(kdf)
        self._add_writing(tables, country)
        self._add_sharing(tables)
        self._add_keeping(tables)
        self._add_looking_ahead(tables)
        self.reminders = Reminders(self._reminded_of(), self.settings, clock, self._is_no_time_to_remind)

    def _add_safety(self, kdf: KdfParameters | None) -> None:
        """What keeps the journal itself: backups, checks, keys."""
        vault, clock = self._vault, self.clock
        self.backups = BackupService(vault, self.settings, clock)
        self.checks = CheckService(vault, self.settings, clock)
        self.surroundings = Surroundings(vault.folder)
        self.keys = KeyService(vault, self.settings, clock, self.backups.back_up, kdf)

    def _add_writing(self, tables: _Tables, country: Callable[[], str]) -> None:
        """What a person writes, and when it is asked."""
        library, clock, messages = self.library, self.clock, self.messages
        responses, snapshots = tables.responses, tables.snapshots
        kept = KeptTimesService(KeptTimes(self._vault.connection), responses, snapshots, library)
        self.courses = CourseService(tables.courses, clock, kept.keep)
        self.practices = PracticeService(tables.practices, clock)
        self.returning = ReturnService(self.practices, self.courses, self.settings, clock)
        self.asking = AskingService(self.practices, self.courses, self.settings, clock)
        numbers = Numbers(library.support, messages, country)
        self.support = SupportService(tables.contacts, numbers)
        self.packs = PackService(Packs(self._vault.connection), library, clock, numbers.fill)
        self.papers = PaperService(responses, snapshots, self.support)
        self.support_card = SupportCardService(self.folder, self.support, self.papers, self.settings)
        self.written = WrittenService(responses, snapshots, self.courses, Search(self._vault.connection))
        self.house_rules = HouseRulesService(library, self.support, self.written, self.settings)
        self.parts = PartService(self.courses, responses, snapshots, kept, library, clock)
        self.headings = headings = Headings(self.courses, responses, snapshots, messages)
        cards = AdviceCards(responses, library, self.support, clock)
        self.responses = ResponseService(
            responses, snapshots, library, self.settings, cards, headings, clock, self.new_uid
        )
        askings = OpenAskings(AskedResponses(self._vault.connection), snapshots)
        offers = OfferService(self.courses, askings, self.settings, library, clock)
        self.today = TodayService(self.courses, offers, self.written, self.practices, headings, clock)
        self.calm_hours = CalmHours(self.courses, clock)

    def _add_sharing(self, tables: _Tables) -> None:
        """What leaves."""
        self.summaries = SummaryService(
            tables.responses,
            tables.snapshots,
            tables.courses,
            tables.practices,
            Settings(self._vault.connection),
            tables.shares,
            self.clock,
            self.messages,
        )
        self.exports = ExportService(tables.shares, self.clock, self.messages)
        vault = self._vault
        self.archive = ArchiveService(vault.connection, self.summaries, self.exports, tables.shares, self.clock)
        self.replacements = ReplacementService(Replacements(self._vault.connection), self.new_uid)
        self.saved_files = SavedFiles(tables.shares, self.settings, self.courses, self.clock)
        self.shared = SharedService(
            tables.shares,
            self.saved_files,
            tables.responses,
            tables.snapshots,
            tables.courses,
            tables.practices,
            self.messages,
        )
        numbers = StoredNumbers(self._vault.connection)
        self.progress = ProgressService(numbers, tables.snapshots, self.courses, self.library, self.clock)

    def _add_keeping(self, tables: _Tables) -> None:
        """What becomes of it: sealed words that join, earlier versions, the bin."""
        connection, responses, snapshots = self._vault.connection, tables.responses, tables.snapshots
        pages = SealedPages(connection, responses)
        self.sealed = SealedService(
            self._vault.folder, pages, responses, self.courses, self.settings, self.library, self.new_uid
        )
        retry = self.responses.unsaved.retry
        self.versions = VersionService(Versions(connection), responses, snapshots, self.clock, retry)
        self.bin = BinService(Bin(connection), responses, snapshots, self.courses, self.clock, self.responses.forget)
        self.key_reminders = KeyReminders(self.keys, self.written, self.settings)

    def _add_looking_ahead(self, tables: _Tables) -> None:
        """What comes, and how a person is reminded of it."""
        askings = OpenAskings(AskedResponses(self._vault.connection), tables.snapshots)
        self.ahead = AheadService(self.courses, askings, self.measures, self.library, self.clock)
        self.notices = NoticeService(self.ahead, self.courses, self.settings, self.clock)
        self.calendar = CalendarService(self.ahead, self.notices, self.settings, self.messages, self.clock)

    def _reminded_of(self) -> tuple[Callable[[], Reminder | None], ...]:
        """What Today may say in its quiet card, the most pressing first."""
        return (
            self.checks.damaged,
            self.surroundings.space,
            self.surroundings.conflict,
            self.key_reminders.recovered,
            self.sealed.offer,
            self.sealed.unreadable,
            self.asking.offer,
            self.returning.offer,
            self.shared.offer,
            self.key_reminders.kit,
            self.key_reminders.rehearsal,
            self.backups.second_place_reminder,
            self.house_rules.offer,
        )

    def _is_no_time_to_remind(self) -> bool:
        return self.calm_hours.active() or self.today.asks()

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
            with suppress(KatJournalError):  # the disk refuses: the card goes on saying what was agreed to
                self.support_card.withdraw()
            if place and not held:
                with suppress(KatJournalError):  # the place is a comfort: it never stands in the way of locking
                    self.settings.put(PLACE, place)
            return held
        finally:
            self.library.join(())  # packs are content: they leave with the journal
            self._vault.close()

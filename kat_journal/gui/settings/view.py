"""The Settings page: every change is in force at once; there is nothing to press at the end."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.config import MOST_AUTO_LOCK_MINUTES, TEXT_SCALES, Preferences
from kat_journal.gui.desktop.heard import Heard
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.settings.archive import ArchiveCard
from kat_journal.gui.settings.backups import BackupsCard
from kat_journal.gui.settings.keys import KeysCard
from kat_journal.gui.settings.lock import LockCard
from kat_journal.gui.settings.look import LookCard
from kat_journal.gui.settings.measures import MeasuresCard
from kat_journal.gui.settings.packs import PacksCard
from kat_journal.gui.settings.reminders import RemindersCard
from kat_journal.gui.settings.sealed import SealedCard
from kat_journal.gui.settings.sharing import SharingCard
from kat_journal.gui.settings.where import WhereCard
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading
from kat_journal.services.backup_list import Backup
from kat_journal.services.measures import Measure


class SettingsView(PageView):
    """Shows the choices.

    Signals:
        look_chosen: ``light``, ``dark``, ``high-contrast`` or ``system``.
        size_chosen: Text size in percent.
        minutes_chosen: Minutes before locking; 0 is never.
        curtain_chosen: Whether a curtain covers the pages while another program is in front.
        pictures_chosen: Whether the window is kept out of pictures of the screen.
        sealed_changed: Whether words can be written without opening.
        kind_changed: A kind of answer, and whether it starts shared.
        measure_changed: Id of a form that the clinic gives, and whether it is on.
        keys_asked: The person wants to go to passphrase and recovery kit.
        backups_asked: The person wants the page of backups.
        packs_asked: The person wants the page of packs.
        archive_asked: The person wants to take everything with them.
        reminders_asked: The person wants the page of reminders.
        guide_asked: The person wants to read the guide.
        shared_asked: The person wants the list of what left.
        house_rules_asked: The person wants to read how this journal works.
    """

    look_chosen = Signal(str)
    size_chosen = Signal(int)
    minutes_chosen = Signal(int)
    curtain_chosen = Signal(bool)
    pictures_chosen = Signal(bool)
    sealed_changed = Signal(bool)
    kind_changed = Signal(str, bool)
    measure_changed = Signal(str, bool)
    keys_asked = Signal()
    backups_asked = Signal()
    packs_asked = Signal()
    archive_asked = Signal()
    reminders_asked = Signal()
    guide_asked = Signal()
    shared_asked = Signal()
    house_rules_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setAccessibleName(self.tr("Settings"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._page = Page(self, name="settings-page", wide=True)
        frame.addWidget(self._page)
        self._page.column.addWidget(heading(self.tr("Settings"), "settings-heading"))
        self._notice = Notice(self, name="settings-notice")
        self._page.column.addWidget(self._notice)
        self._look = LookCard(TEXT_SCALES, self)
        self._look.look_chosen.connect(self.look_chosen)
        self._look.size_chosen.connect(self.size_chosen)
        self._lock = LockCard(MOST_AUTO_LOCK_MINUTES, self)
        self._lock.minutes_chosen.connect(self.minutes_chosen)
        self._lock.curtain_chosen.connect(self.curtain_chosen)
        self._lock.pictures_chosen.connect(self.pictures_chosen)
        self._keys = KeysCard(self)
        self._keys.asked.connect(self.keys_asked)
        self._sealed = SealedCard(self)
        self._sealed.changed.connect(self.sealed_changed)
        self._sharing = SharingCard(self)
        self._sharing.changed.connect(self.kind_changed)
        self._measures = MeasuresCard(self)
        self._measures.changed.connect(self.measure_changed)
        self._backups = BackupsCard(self)
        self._backups.asked.connect(self.backups_asked)
        self._reminders = RemindersCard(self)
        self._reminders.asked.connect(self.reminders_asked)
        self._where = WhereCard(self)
        self._where.shared_asked.connect(self.shared_asked)
        parts = (self._look, self._lock, self._keys, self._sealed, self._measures, self._sharing, self._backups)
        packs = PacksCard(self)
        packs.asked.connect(self.packs_asked)
        archive = ArchiveCard(self)
        archive.asked.connect(self.archive_asked)
        for card in (*parts, archive, self._reminders, packs, self._where):
            self._page.column.addWidget(card)
        self._add_reading()

    def _add_reading(self) -> None:
        """What there is to read, at the end."""
        guide = secondary(self.tr("Read the guide"), "guide", self)
        guide.clicked.connect(self.guide_asked)
        rules = secondary(self.tr("How this journal works"), "house-rules", self)
        rules.clicked.connect(self.house_rules_asked)
        self._page.column.addLayout(row(guide, rules))
        self._page.column.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is in force."""
        self._look.show_choices(preferences.look, preferences.text_scale)
        self._lock.show_preferences(preferences)
        self._sealed.show_on(preferences.sealed_words)

    def show_heard(self, heard: Heard) -> None:
        """Say which signals of the desktop lock the journal too."""
        self._lock.show_heard(heard)

    def show_kinds(self, kinds: Mapping[str, bool]) -> None:
        """Show which kinds of answer start shared."""
        self._sharing.show_kinds(kinds)
        tab_in_reading_order(self._page.column)

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show which forms the clinic may give, and which are on."""
        self._measures.show_measures(measures)
        tab_in_reading_order(self._page.column)

    def show_backups(self, backups: tuple[Backup, ...], folder: str, now: datetime, zone: str) -> None:
        """Show how old the newest backup is, and where."""
        self._backups.show_backups(backups, folder, now, zone)

    def show_folder(self, folder: str, copies: tuple[str, ...] = ()) -> None:
        """Show where the journal is, and what looks like another version of it."""
        self._where.show_folder(folder)
        self._where.show_copies(copies)

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.SETTINGS)

    def start_focus(self) -> None:
        """Begin at the look."""
        self._look.start()

"""The Settings page: every change is in force at once; there is nothing to press at the end."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.config import MOST_AUTO_LOCK_MINUTES, TEXT_SCALES, Preferences
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.settings.lock import LockCard
from kat_journal.gui.settings.look import LookCard
from kat_journal.gui.settings.sharing import SharingCard
from kat_journal.gui.settings.where import WhereCard
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading


class SettingsView(PageView):
    """Shows the choices.

    Signals:
        look_chosen: ``light``, ``dark`` or ``system``.
        size_chosen: Text size in percent.
        minutes_chosen: Minutes before locking; 0 is never.
        kind_changed: A kind of answer, and whether it starts shared.
        guide_asked: The person wants to read the guide.
    """

    look_chosen = Signal(str)
    size_chosen = Signal(int)
    minutes_chosen = Signal(int)
    kind_changed = Signal(str, bool)
    guide_asked = Signal()

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
        self._sharing = SharingCard(self)
        self._sharing.changed.connect(self.kind_changed)
        self._where = WhereCard(self)
        for card in (self._look, self._lock, self._sharing, self._where):
            self._page.column.addWidget(card)
        guide = secondary(self.tr("Read the guide"), "guide", self)
        guide.clicked.connect(self.guide_asked)
        self._page.column.addLayout(row(guide))
        self._page.column.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is in force."""
        self._look.show_choices(preferences.look, preferences.text_scale)
        self._lock.show_minutes(preferences.auto_lock_minutes)

    def show_kinds(self, kinds: Mapping[str, bool]) -> None:
        """Show which kinds of answer start shared."""
        self._sharing.show_kinds(kinds)
        tab_in_reading_order(self._page.column)

    def show_folder(self, folder: str) -> None:
        """Show where the journal is."""
        self._where.show_folder(folder)

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.SETTINGS)

    def start_focus(self) -> None:
        """Begin at the look."""
        self._look.start()

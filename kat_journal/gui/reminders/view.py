"""What the page of reminders shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.noticing import Reach
from kat_journal.gui.page_view import PageView
from kat_journal.gui.reminders.calendar import CalendarCard
from kat_journal.gui.reminders.coming import ComingCard
from kat_journal.gui.reminders.desktop import DesktopCard
from kat_journal.gui.reminders.wanted import WantedCard
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.services.ahead import Ahead
from kat_journal.services.calendar_file import CalendarChoice
from kat_journal.services.notices import NoticeChoice


class RemindersView(PageView):
    """Shows what is coming, and three cards of choices.

    Signals:
        kinds_chosen: What the person wants to be reminded of, as a tuple.
        lead_chosen: How many minutes before a session or appointment.
        switched: Whether the desktop shows notices.
        quiet_chosen: The hours in which it does not.
        one_asked: The person wants to see a notice.
        calendar_changed: How the calendar file is to be.
        save_asked: The person wants the calendar file.
        anyway_asked: They want it although they had a session today.
        overwrite_asked: They replace a file of that name.
        sessions_asked: They want to plan something.
        back_asked: Back to where they came from.
    """

    kinds_chosen = Signal(tuple)
    lead_chosen = Signal(int)
    switched = Signal(bool)
    quiet_chosen = Signal(object)
    one_asked = Signal()
    calendar_changed = Signal(object)
    save_asked = Signal()
    anyway_asked = Signal()
    overwrite_asked = Signal()
    sessions_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminders")
        self.setAccessibleName(self.tr("Reminders"))
        self._page = Page(self, name="reminders-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._notice = Notice(self, name="reminders-notice")
        self._coming = ComingCard(self)
        self._wanted = WantedCard(self)
        self._desktop = DesktopCard(self)
        self._calendar = CalendarCard(self)
        self._back = link(self.tr("Back"), "back")
        self._fill_column()
        self._connect()

    def show_ahead(self, found: Sequence[Ahead], zone: str) -> None:
        """Show what is coming."""
        self._coming.show_ahead(found, zone)
        tab_in_reading_order(self._page.column)

    def show_choice(self, choice: NoticeChoice) -> None:
        """Show what is wanted."""
        self._wanted.show_choice(choice)
        self._desktop.show_choice(choice)

    def show_reach(self, reach: Reach) -> None:
        """Show whether this desktop takes notices."""
        self._desktop.show_reach(reach)

    def show_calendar(self, choice: CalendarChoice, titles: Mapping[str, str]) -> None:
        """Show how the calendar file is to be."""
        self._calendar.show_choice(choice, titles)
        tab_in_reading_order(self._page.column)

    def show_saved(self, words: str) -> None:
        """Say what was saved, or why nothing was."""
        self._calendar.say(words)

    def ask(self, words: str, stay: str, go_on: str, signal: str) -> None:
        """Ask something beside the calendar file; the second button sends that signal of this page."""
        keep = secondary(stay, "calendar-stay")
        sure = secondary(go_on, "calendar-go-on")
        keep.clicked.connect(self._calendar.clear)
        sure.clicked.connect(self._calendar.clear)
        sure.clicked.connect(getattr(self, signal))
        self._say((keep, sure), words)
        keep.setFocus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.REMINDERS)

    def start_focus(self) -> None:
        """Begin at the way back; what is coming is to be read."""
        self._back.setFocus()

    def _say(self, buttons: tuple[QPushButton, ...], words: str) -> None:
        self._calendar.say(words, buttons)
        tab_in_reading_order(self._page.column)

    def _fill_column(self) -> None:
        column = self._page.column
        column.addLayout(row(self._back))
        column.addWidget(heading(self.tr("Reminders"), "reminders-heading"))
        column.addWidget(muted(self.tr("Here is what is coming. Nothing reminds you anywhere else unless you ask.")))
        for part in (self._notice, self._coming, self._wanted, self._desktop, self._calendar):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self._coming.sessions_asked.connect(self.sessions_asked)
        self._wanted.kinds_chosen.connect(self.kinds_chosen)
        self._wanted.lead_chosen.connect(self.lead_chosen)
        self._desktop.switched.connect(self.switched)
        self._desktop.quiet_chosen.connect(self.quiet_chosen)
        self._desktop.one_asked.connect(self.one_asked)
        self._calendar.changed.connect(self.calendar_changed)
        self._calendar.save_asked.connect(self.save_asked)
        self._back.clicked.connect(self.back_asked)

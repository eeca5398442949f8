"""The Share page: tick what may leave, and see the whole file before it does."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.share.actions import Actions
from kat_journal.gui.share.days import day_and_month, weekday
from kat_journal.gui.share.list_pane import ListPane
from kat_journal.gui.share.loading import Loaded
from kat_journal.gui.share.panes import Panes
from kat_journal.gui.share.period import PeriodChooser
from kat_journal.gui.share.preview import Composed, Preview
from kat_journal.gui.share.selection import Selection
from kat_journal.gui.share.tick_list import TickList
from kat_journal.gui.share.top import TopChooser
from kat_journal.gui.theme import Theme
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import heading, muted

DAYS_OF_A_WEEK = 7


class ShareView(PageView):
    """Puts the parts together.

    Signals:
        save_wanted: The person wants the file.
        overwrite_wanted: They want it in place of the one that is there.
        support_wanted: Someone who answers sooner.
    """

    save_wanted = Signal()
    overwrite_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share")
        self.setAccessibleName(self.tr("Share"))
        self._focused = False
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="share-page", wide=True)
        frame.addWidget(page)
        self._column = column = page.column
        self._heading = heading(self.tr("Share"), "share-heading")
        column.addWidget(self._heading)
        self._covers = muted("", "share-covers")
        column.addWidget(self._covers)
        self.period = PeriodChooser(self)
        column.addWidget(self.period)
        self.top = TopChooser(self)
        self.ticks = TickList(self)
        self.preview = Preview(theme, self)
        self._first_look = Notice(self, name="first-look")
        column.addWidget(self._first_look)
        self._panes = Panes(ListPane(self.ticks, self), self.preview, self)
        column.addWidget(self._panes, 1)
        column.addWidget(self.top)
        self._notice = Notice(self, name="share-notice")
        column.addWidget(self._notice)
        self._actions = Actions(self)
        self._actions.plain_wanted.connect(self._on_plain)
        self._actions.save_wanted.connect(self.save_wanted)
        column.addWidget(self._actions)
        self.ticks.ready.connect(self._on_ready)

    def show_loaded(self, loaded: Loaded, today: date) -> None:
        """Show what the page is for, and which days it covers."""
        self._heading.setText(self._title(loaded.appointment, today))
        days = self._days(loaded)
        if self._covers.text():
            announce(self, days)
        self._covers.setText(self.tr("{0} The preview is the whole file. Nothing else leaves.").format(days))
        self.period.show_usual(loaded.usual_words)
        self.period.show_period(loaded.period.starts, loaded.period.ends)

    def show_selection(self, selection: Selection) -> None:
        """Show everything that could be ticked."""
        self.ticks.show_selection(selection)

    def show_composed(self, composed: Composed) -> None:
        """Show the file as it is now."""
        self.preview.show_composed(composed)
        self._actions.show_length(composed.words)

    def show_nothing_chosen(self) -> None:
        """There is no file while nothing is ticked."""
        self.preview.show_nothing(self.tr("Nothing is ticked yet, so there is nothing to save."))
        self._actions.show_length(0)

    def show_first_look(self, words: str) -> None:
        """Say that nobody may read this soon, with Support beside it; empty words say nothing."""
        if not words:
            self._first_look.clear()
        elif words != self._first_look.text():
            support = link(self.tr("Support"), "first-look-support")
            support.clicked.connect(self.support_wanted)
            self._first_look.show_text(words, (support,))
            self._order_tabs()

    def show_saved(self, name: str) -> None:
        """Say where the words went, and that the file is readable."""
        self._notice.show_text(self.tr("Saved as {0}. This file is not encrypted.").format(name))

    def ask_overwrite(self, name: str) -> None:
        """Ask, in the page, whether to put the new file in place of the old."""
        replace = secondary(self.tr("Replace it"), "overwrite")
        replace.clicked.connect(self.overwrite_wanted)
        other = secondary(self.tr("Choose another name"), "other-name")
        other.clicked.connect(self.save_wanted)
        words = self.tr("There is already a file called {0}.").format(name)
        self._notice.show_text(words, (replace, other))
        self._order_tabs()
        other.setFocus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def clear_notice(self) -> None:
        """Say nothing any more."""
        self._notice.clear()

    def place(self) -> Place:
        """This page."""
        return Place(PageName.SHARE)

    def start_focus(self) -> None:
        """Begin at the first tick, once there is one."""
        first = self.ticks.first()
        self._focused = first is not None
        (first or self.period.first).setFocus()

    def _title(self, appointment: date | None, today: date) -> str:
        if appointment is None:
            return self.tr("A summary to share")
        if appointment == today:
            return self.tr("For today’s appointment")
        if (appointment - today).days < DAYS_OF_A_WEEK:
            return self.tr("For {0}’s appointment").format(weekday(appointment))
        return self.tr("For the appointment on {0}").format(day_and_month(appointment))

    def _days(self, loaded: Loaded) -> str:
        period = loaded.period
        if period == loaded.usual:
            return self.tr("Since {0}.").format(day_and_month(period.starts))
        return self.tr("From {0} to {1}.").format(day_and_month(period.starts), day_and_month(period.ends))

    def _order_tabs(self) -> None:
        tab_in_reading_order(self._column)

    def _on_ready(self) -> None:
        self._order_tabs()
        if not self._focused and self._actions.save.hasFocus():
            self.start_focus()

    def _on_plain(self, plain: bool) -> None:
        self.preview.show_plain(plain)
        if plain:
            self._panes.show_preview()

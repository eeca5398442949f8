"""The Share page: tick what may leave, and see the whole file before it does."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.share.actions import Actions
from kat_journal.gui.share.asked import Kind
from kat_journal.gui.share.copying import ChangesLine, CopyPane
from kat_journal.gui.share.days import day_and_month, day_of, weekday
from kat_journal.gui.share.list_pane import ListPane
from kat_journal.gui.share.loading import Loaded
from kat_journal.gui.share.panes import Panes
from kat_journal.gui.share.period import PeriodChooser
from kat_journal.gui.share.preview import Composed, Preview
from kat_journal.gui.share.selection import Selection
from kat_journal.gui.share.tick_list import TickList
from kat_journal.gui.share.top import NOTHING, TopChooser
from kat_journal.gui.theme import Theme
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import heading, muted

DAYS_OF_A_WEEK = 7


class ShareView(PageView):
    """Puts the parts together.

    Signals:
        overwrite_wanted: They want the file in place of the one that is there.
        save_wanted: The person wants the file.
        support_wanted: Someone who answers sooner.
        shared_wanted: What they shared before.
    """

    save_wanted = Signal()
    overwrite_wanted = Signal()
    support_wanted = Signal()
    shared_wanted = Signal()

    actions: Actions  # type: ignore[assignment]  # no page has QActions of Qt's own

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share")
        self.setAccessibleName(self.tr("Share"))
        self._focused = False
        self._kept = ""
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="share-page", wide=True)
        frame.addWidget(page)
        self._column = page.column
        self._heading = heading(self.tr("Share"), "share-heading")
        self._covers = muted("", "share-covers")
        self.period = PeriodChooser(self)
        self.top = TopChooser(self)
        self.ticks = TickList(self)
        self.preview = Preview(theme, self)
        self.actions = Actions(self)
        self.copy_pane = CopyPane(self)
        self.copy_pane.hide()
        self.changes_line = ChangesLine(self)
        self._first_look = Notice(self, name="first-look")
        self._notice = Notice(self, name="share-notice")
        self._panes = Panes(ListPane(self.ticks, self), self._first_look, self.preview, self)
        self._lay_out()
        self.actions.plain_wanted.connect(self._on_plain)
        self.actions.save_wanted.connect(self.save_wanted)
        self.actions.names_wanted.connect(self._on_names)
        self.changes_line.wanted.connect(self._on_changes)
        self.ticks.ready.connect(self._on_ready)
        self._panes.turned.connect(self._order_tabs)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._heading)
        top.addWidget(self._ways())
        self._column.addLayout(top)
        self._column.addWidget(self.period)
        self._column.addWidget(self.top)
        self._column.addWidget(self._panes, 1)
        for part in (self.changes_line, self._notice, self.actions):
            self._column.addWidget(part)
        self.period.hide()
        self.top.hide()

    def show_loaded(self, loaded: Loaded, today: date) -> None:
        """Show what the page is for, and which days it covers."""
        self._heading.setText(self._title(loaded.appointment, today))
        days = self._days(loaded, today)
        if self._covers.text():
            announce(self, days)
        self._covers.setText(self.tr("{0} Nothing but the preview leaves.").format(days))
        after_summary = loaded.summary is not None
        self.period.show_offers(loaded.usual_words, after_summary=after_summary, sessions=loaded.sessions)
        self.period.show_asked(loaded.asked, loaded.period.starts, loaded.period.ends)
        if loaded.asked.kind is not Kind.USUAL:
            self._unfold_days()

    def show_top(self, kind: str, name: str) -> None:
        """Show how the person is named; what is settled is folded away."""
        self.top.show_choice(kind, name)
        if not name and self.top.kind != NOTHING:
            self._unfold_top()

    def show_selection(self, selection: Selection, today: date, *, after_summary: bool) -> None:
        """Show everything that could be ticked."""
        self.ticks.show_selection(selection, today, after_summary=after_summary)

    def show_composed(self, composed: Composed) -> None:
        """Show the file as it is now."""
        self.preview.show_composed(composed)
        self.actions.show_length(composed.words)

    def show_nothing_chosen(self) -> None:
        """There is no file while nothing is ticked."""
        self.preview.show_nothing(self.tr("Nothing is ticked yet, so there is nothing to save."))
        self.actions.show_length(0)

    def show_first_look(self, words: str) -> None:
        """Say that nobody may read this soon, with Support beside it; empty words say nothing."""
        if not words:
            self._first_look.clear()
        elif words != self._first_look.text():
            support = link(self.tr("Support"), "first-look-support")
            support.clicked.connect(self.support_wanted)
            self._first_look.show_text(words, (support,))
            self._order_tabs()

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
        self.actions.say_nothing()

    def keep(self, visit: str) -> None:
        """Hold what the person did here, for whoever comes back."""
        self._kept = visit

    def place(self) -> Place:
        """This page, and what the person did on it."""
        return Place(PageName.SHARE, line=self._kept)

    def start_focus(self) -> None:
        """Begin at the first tick, once there is one."""
        first = self.ticks.first()
        self._focused = first is not None
        (first or self._other_days).setFocus()

    def _ways(self) -> QWidget:
        """The days, and ways to what the usual summary does not need."""
        row = QWidget(self)
        flow = FlowLayout(row)
        flow.addWidget(self._covers)
        flow.add_stretch()
        self._other_days = link(self.tr("Other days"), "other-days")
        self._other_days.clicked.connect(self._on_other_days)
        self._name_at_top = link(self.tr("Name at the top"), "name-at-top")
        self._name_at_top.clicked.connect(self._on_name_at_top)
        before = link(self.tr("Shared before"), "shared-before")
        before.clicked.connect(self.shared_wanted)
        for button in (self._other_days, self._name_at_top, before):
            flow.addWidget(button)
        return row

    def _title(self, appointment: date | None, today: date) -> str:
        if appointment is None:
            return self.tr("A summary to share")
        if appointment == today:
            return self.tr("For today’s appointment")
        if (appointment - today).days < DAYS_OF_A_WEEK:
            return self.tr("For {0}’s appointment").format(weekday(appointment))
        return self.tr("For the appointment on {0}").format(day_and_month(appointment))

    def _days(self, loaded: Loaded, today: date) -> str:
        starts, ends = day_of(loaded.period.starts, today), day_of(loaded.period.ends, today)
        kind = loaded.asked.kind
        if kind is Kind.SESSION:
            days = {one.id: one.day for one in loaded.sessions}
            session = loaded.asked.session_id
            return self.tr("The session of {0}.").format(day_of(days[session], today) if session in days else ends)
        if kind is Kind.SUMMARY:
            return self.tr("Since the last summary, on {0}.").format(starts)
        if kind is Kind.EVERYTHING:
            return self.tr("Everything, from {0} to {1}.").format(starts, ends)
        if loaded.period == loaded.usual:
            return self.tr("Since {0}.").format(starts)
        return self.tr("From {0} to {1}.").format(starts, ends)

    def _unfold_days(self) -> None:
        if not self.period.isHidden():
            return  # to order the tabs of a year of lines once more would be felt
        self.period.show()
        self._other_days.hide()
        self._order_tabs()

    def _on_other_days(self) -> None:
        self._unfold_days()
        self.period.first.setFocus()

    def _unfold_top(self) -> None:
        self.top.show()
        self._name_at_top.hide()
        self._order_tabs()

    def _on_name_at_top(self) -> None:
        self._unfold_top()
        self.top.first.setFocus()

    def _order_tabs(self) -> None:
        tab_in_reading_order(self._column)

    def _on_ready(self) -> None:
        self._order_tabs()
        if not self._focused and (self._other_days.hasFocus() or self.actions.save.hasFocus()):
            self.start_focus()

    def _on_names(self, wanted: bool) -> None:
        """The names and lines stand in place of the tick list."""
        self._panes.show_left(self.copy_pane if wanted else None)
        self._order_tabs()

    def _on_changes(self) -> None:
        self.actions.names.setChecked(True)
        self._on_names(wanted=True)

    def _on_plain(self, plain: bool) -> None:
        self.preview.show_plain(plain)
        if plain:
            self._panes.show_preview()

"""What the page of summaries that left shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.sharing import ShareRecord
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.shared.row import SharedRow
from kat_journal.gui.shared.rows import SharedRows
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.services.shared import Contents, FileState


class SharedView(PageView):
    """Lists what left.

    Signals:
        shown: Records whose rows stand now.
        inside_asked: The record whose contents are wanted.
        delete_asked: The record whose file is to go.
        keep_asked: The record whose file is to stay and be spoken of no more.
        forget_asked: The record that a person would take off the list.
        forgotten: The record that they take off it.
        share_asked: The page where summaries are made.
        back_asked: Back to where the person came from.
    """

    shown = Signal(object)
    inside_asked = Signal(object)
    delete_asked = Signal(object)
    keep_asked = Signal(object)
    forget_asked = Signal(object)
    forgotten = Signal(object)
    share_asked = Signal()
    back_asked = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shared")
        self.setAccessibleName(self.tr("What I have shared"))
        self._zone = zone
        self._begin_at = 0
        self._returns = False
        self._page = Page(self, name="shared-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._about = muted("", "shared-about")
        self._limits = muted(self._limits_words(), "shared-limits")
        self._notice = Notice(self, name="shared-notice")
        self._rows = SharedRows(self._make_row, self)
        self._more = link(self.tr("Show earlier ones"), "shared-more")
        self._share = secondary(self.tr("Make a summary"), "shared-make")
        self._back = link(self.tr("Back"), "back")
        self._rows.begun.connect(self._on_begun)
        self._rows.ready.connect(self._on_ready)
        self._more.clicked.connect(self._on_more)
        self._share.clicked.connect(self.share_asked)
        self._back.clicked.connect(self.back_asked)
        self._fill_column()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.SHARED)

    def start_focus(self) -> None:
        """Begin with the newest; with the way on where there is none."""
        rows = self._rows.rows
        if rows:
            rows[min(self._begin_at, len(rows) - 1)].start_focus()
        else:
            (self._back if self._share.isHidden() else self._share).setFocus()

    def show_records(self, records: Sequence[ShareRecord]) -> None:
        """Show what left; how many are shown, and where the person is among them, stays."""
        self._about.setText(self._words_above(some=bool(records)))
        self._limits.setVisible(bool(records))
        self._share.setVisible(not records)
        self._more.hide()
        self._order()
        self._rows.show_records(records, max(len(self._rows.rows), self._begin_at + 1))
        if not records and (self._returns or self._back.hasFocus()):
            self._returns = False
            self.start_focus()

    def show_states(self, states: Mapping[Uid, FileState]) -> None:
        """Say where the files are."""
        self._rows.show_states(states)

    def show_contents(self, record: ShareRecord, contents: Contents) -> None:
        """Say what was in one."""
        if (one := self._rows.row(record)) is not None:
            one.show_contents(contents)

    def show_let_go(self, record: ShareRecord, words: str) -> None:
        """That file was deleted, or is to be spoken of no more."""
        self._rows.show_states({one.record.uid: FileState.FORGOTTEN for one in self._rows.of_file(record)})
        self.say(record, words)

    def say(self, record: ShareRecord, words: str) -> None:
        """Say at its row what was done, or what went wrong."""
        if (one := self._rows.row(record)) is not None:
            one.say(words)

    def ask_to_forget(self, record: ShareRecord, *, calm: bool) -> None:
        """Ask at its row whether to take it off the list."""
        for one in self._rows.rows:
            one.say("")
        if (one_row := self._rows.row(record)) is not None:
            one_row.ask_to_forget(calm=calm)

    def say_forgotten(self) -> None:
        """Say that it is off the list."""
        self._notice.show_text(self.tr("It is off the list."))

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _fill_column(self) -> None:
        column = self._page.column
        column.addWidget(heading(self.tr("What I have shared"), "shared-heading"))
        column.addWidget(self._about)
        column.addWidget(self._notice)
        column.addWidget(self._rows)
        column.addLayout(row(self._more))
        column.addWidget(self._limits)
        column.addLayout(row(self._share, self._back, gap=24))
        column.addStretch(1)
        for widget in (self._limits, self._more, self._share):
            widget.hide()

    def _words_above(self, *, some: bool) -> str:
        if some:
            return self.tr(
                "All that you saved, printed or copied here, the newest first. This list is part of your journal: "
                "nobody else can see it."
            )
        return self.tr(
            "Nothing has left your journal so far. When you save, print or copy a summary, you find it here: when "
            "that was, what was in it, and whether a file of it is still where you saved it."
        )

    def _limits_words(self) -> str:
        return self.tr(
            "Deleting a file here takes it out of its folder. Someone with the right tools may still find its words on "
            "the disk for a while. Copies that you sent, printed or put elsewhere stay where they are. A file that was "
            "changed since you saved it is never deleted."
        )

    def _make_row(self, record: ShareRecord, place: int) -> SharedRow:
        one = SharedRow(record, self._zone, place, self)
        one.inside_asked.connect(self.inside_asked)
        one.delete_asked.connect(self.delete_asked)
        one.keep_asked.connect(self.keep_asked)
        one.forget_asked.connect(self.forget_asked)
        one.forgotten.connect(self._on_forgotten)
        one.grown.connect(self._rows.measure)
        return one

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _on_begun(self) -> None:
        self._order()  # the other rows follow this one by themselves
        if self._begin_at == 0 and self._back.hasFocus():  # else the person has gone on meanwhile
            self.start_focus()

    def _on_ready(self, records: Sequence[ShareRecord]) -> None:
        returns, self._returns = self._returns or self._more.hasFocus(), False
        self._more.setVisible(self._rows.has_more)
        if returns:
            self.start_focus()
        self._begin_at = 0
        self.shown.emit(records)

    def _on_more(self) -> None:
        self._begin_at = len(self._rows.rows)
        self._rows.show_more()

    def _on_forgotten(self, record: ShareRecord) -> None:
        self._begin_at = next((at for at, one in enumerate(self._rows.rows) if one.record.uid == record.uid), 0)
        self._returns = True
        self.forgotten.emit(record)

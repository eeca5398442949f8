"""What the bin's page shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.gui.bin.asking import ask
from kat_journal.gui.bin.row import BinRow
from kat_journal.gui.dates import long_day
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.services.bin import DAYS, Binned

AT_ONCE = 40
"""How many rows are shown before a person asks for more."""


class BinView(PageView):
    """Lists the bin.

    Signals:
        restored: The row to take out of the bin.
        purge_asked: Uid of what a person would delete for good.
        purged: Uid of what a person deletes for good.
        empty_asked: A person would empty the bin.
        emptied: A person empties the bin.
        back_asked: Back to where the person came from.
    """

    restored = Signal(object)
    purge_asked = Signal(str)
    purged = Signal(str)
    empty_asked = Signal()
    emptied = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bin")
        self.setAccessibleName(self.tr("Bin"))
        self._binned: tuple[Binned, ...] = ()
        self._shown: list[BinRow] = []
        self._left_at = 0
        self._page = Page(self, name="bin-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._about = muted("", "bin-about")
        self._notice = Notice(self, name="bin-notice")
        self._rows = QVBoxLayout()
        self._more = link(self.tr("Show more"), "bin-more")
        self._empty = secondary(self.tr("Empty the bin"), "empty-bin")
        self._question = Notice(self, name="empty-bin-notice")
        self._back = link(self.tr("Back"), "back")
        self._more.clicked.connect(self._on_more)
        self._empty.clicked.connect(self.empty_asked)
        self._back.clicked.connect(self.back_asked)
        for widget in (self._more, self._empty):
            widget.hide()
        self._fill_column()

    def place(self) -> Place:
        """See :meth:`PageView.place`."""
        return Place(PageName.BIN)

    def start_focus(self) -> None:
        """Begin with the row that took the place of the last one; at the way back where there is none."""
        if self._shown:
            self._shown[min(self._left_at, len(self._shown) - 1)].start_focus()
        else:
            self._back.setFocus()

    def show_rows(self, rows: Sequence[Binned]) -> None:
        """Show what is in the bin now."""
        first = not self._binned
        self._binned = tuple(rows)
        for one in self._shown:
            self._rows.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._shown = []
        self._question.clear()
        self._about.setText(self._words_above())
        self._empty.setVisible(bool(rows))
        self._grow()
        if not first or self._back.hasFocus():  # else the person has gone on meanwhile
            self.start_focus()

    def ask_to_purge(self, uid: Uid, *, calm: bool) -> None:
        """Ask at its row whether to delete something for good; ``calm`` says that it had better wait."""
        self._take_back_questions()
        for one in self._shown:
            if one.binned.uid == uid:
                one.ask(calm=calm)
        self._order()

    def ask_to_empty(self, *, calm: bool) -> None:
        """Ask whether to delete everything for good."""
        self._take_back_questions()
        question = self.tr("Delete everything in the bin for good?")
        keep = self.tr("Keep everything")
        ask(self._question, question, keep, self.emptied.emit, name="empty-bin", calm=calm)
        self._order()

    def say_restored(self, row: Binned) -> None:
        """Say where it is now."""
        self._notice.show_text(self.tr("Back in Write: {0}, {1}.").format(row.title, long_day(row.day)))

    def say_purged(self) -> None:
        """Say that it is gone."""
        self._notice.show_text(self.tr("Deleted for good."))

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def _fill_column(self) -> None:
        column = self._page.column
        column.addWidget(heading(self.tr("Bin"), "bin-heading"))
        column.addWidget(self._about)
        column.addWidget(self._notice)
        column.addLayout(self._rows)
        column.addLayout(row(self._more))
        column.addWidget(self._question)
        column.addLayout(row(self._empty, self._back, gap=24))
        column.addStretch(1)

    def _words_above(self) -> str:
        if not self._binned:
            words = self.tr(
                "The bin is empty. What you move here from Write waits {0} days, and can come back until then."
            )
        else:
            words = self.tr("What is here waits {0} days, then it is deleted for good. Until then it can come back.")
        return words.format(DAYS)

    def _grow(self) -> None:
        start = len(self._shown)
        for place, binned in enumerate(self._binned[start : start + AT_ONCE], start=start):
            one = BinRow(binned, place, self)
            one.restored.connect(self._on_restored)
            one.purge_asked.connect(self.purge_asked)
            one.purged.connect(self._on_purged)
            self._rows.addWidget(one)
            one.show()  # at once, not with the next turn of the loop: the focus may be wanted there
            self._shown.append(one)
        self._more.setVisible(len(self._shown) < len(self._binned))
        self._order()

    def _take_back_questions(self) -> None:
        self._notice.clear()
        self._question.clear()
        for one in self._shown:
            one.take_back_question()

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _note_place(self, uid: Uid) -> None:
        self._left_at = next(at for at, one in enumerate(self._binned) if one.uid == uid)

    def _on_restored(self, binned: Binned) -> None:
        self._note_place(binned.uid)
        self.restored.emit(binned)

    def _on_purged(self, uid: str) -> None:
        self._note_place(Uid(uid))
        self.purged.emit(uid)

    def _on_more(self) -> None:
        first = len(self._shown)
        self._grow()
        self._shown[first].start_focus()

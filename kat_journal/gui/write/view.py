"""Write: everything written, newest first, and a new free page."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.gui.dates import full_day, long_day
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.theme import Theme
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link, primary, secondary
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.texts import heading, muted
from kat_journal.gui.write.delegate import WrittenDelegate
from kat_journal.gui.write.find_bar import FindBar
from kat_journal.gui.write.model import WrittenModel
from kat_journal.services.written import MOST_HITS, Written

RING = 3
LEAST_LINES = 9
"""Height that the list keeps; where the window has less, the page scrolls."""


class WriteView(PageView):
    """Lists what was written.

    Signals:
        new_wanted: A free page.
        opened: Uid of what to open.
        versions_wanted: Uid of what to look back on.
        bin_wanted: The bin.
        shelf_wanted: The forms that can be filled in at any time.
        kept_wanted: Questions, things for later and small steps.
        trashed: The row to move to the bin.
        restored: Uid of what to take out of the bin again.
        more_wanted: Id of the last row that is listed.
        looked_for: Other words are looked for, or somewhere else; see ``finding``.
    """

    new_wanted = Signal()
    opened = Signal(str)
    versions_wanted = Signal(str)
    bin_wanted = Signal()
    shelf_wanted = Signal()
    kept_wanted = Signal()
    trashed = Signal(object)
    restored = Signal(str)
    more_wanted = Signal(object)
    looked_for = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        """Show nothing yet; days of another year than today's are shown with theirs."""
        super().__init__(parent)
        self._today = today
        self.setObjectName("write")
        self.setAccessibleName(self.tr("Write"))
        self._theme = theme
        self._restored: Uid | None = None
        self._told = ""
        self._model = WrittenModel(self._describe, self._share_words, self)
        self._model.more_wanted.connect(self.more_wanted)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        page = Page(self, name="write-page", wide=True)
        frame.addWidget(page)
        column = page.column
        column.addWidget(heading(self.tr("Write"), "write-heading"))
        column.addWidget(self._new_row())
        self.finding = FindBar(self)
        self.finding.changed.connect(self.looked_for)
        self.finding.down_pressed.connect(self._on_down)
        column.addWidget(self.finding)
        self._notice = Notice(self, name="write-notice")
        column.addWidget(self._notice)
        self._empty = muted("", "write-empty")
        self._empty.hide()
        column.addWidget(self._empty)
        self._list = self._make_list()
        column.addWidget(self._list, 1)
        self._actions = self._make_actions()
        column.addWidget(self._actions)
        self._rest = QWidget(self)
        column.addWidget(self._rest, 1)
        self._show_state()

    def show_rows(self, rows: Sequence[Written]) -> None:
        """Show the newest rows: chosen is the one that was taken out of the bin, or the one before, or the first."""
        current = self._current()
        restored, self._restored = self._restored, None
        wanted = restored or (self._model.row(current).uid if current.isValid() else None)
        self._model.show_rows(rows)
        if rows:
            self._list.setCurrentIndex(self._model.index(self._model.place_of(wanted)))
        self._show_state()
        if self.finding.is_at_rest():
            self._told = ""
        elif not rows:
            self._tell(self._nothing_found())
        if rows and restored is not None:
            self._list.setFocus()

    def show_found(self, rows: Sequence[Written], *, cut: bool) -> None:
        """Show what was found, all of it at once; ``cut`` says that there may be more."""
        self.show_rows(rows)
        self._model.append(())  # no more to come
        words = self.tr("The newest {0} places are shown. One more word finds less.").format(MOST_HITS)
        self._notice.show_text(words) if cut else self._notice.clear()
        found = self.tr("{0} found").format(len(rows)) if rows else self._nothing_found()
        self._tell(found)

    def _tell(self, found: str) -> None:
        if found != self._told:  # not again with each letter
            announce(self._list, found)
        self._told = found

    def append_rows(self, rows: Sequence[Written]) -> None:
        """Add older rows at the end."""
        self._model.append(rows)

    def show_trashed(self, row: Written) -> None:
        """Say what was moved, and offer it back."""
        undo = secondary(self.tr("Undo"), "undo")
        undo.setProperty("uid", row.uid)
        undo.clicked.connect(self._on_undo)
        self._notice.show_text(self.tr("Moved to the bin: {0}, {1}.").format(row.title, self._day(row.day)), (undo,))

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.WRITE)

    def start_focus(self) -> None:
        """Begin in the list, or at the new page where there is none."""
        (self._new if self._list.isHidden() else self._list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens a row, Delete moves it to the bin."""
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_open()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._on_trash()
                return True
        return super().eventFilter(watched, event)

    def _new_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        self._new = primary(self.tr("Write freely"), "write-freely")
        self._new.clicked.connect(self.new_wanted)
        flow.addWidget(self._new)
        flow.add_stretch()
        shelf = link(self.tr("More to fill in"), "open-shelf")
        shelf.clicked.connect(self.shelf_wanted)
        flow.addWidget(shelf)
        kept = link(self.tr("What you kept"), "open-carry")
        kept.clicked.connect(self.kept_wanted)
        flow.addWidget(kept)
        the_bin = link(self.tr("Bin"), "open-bin")
        the_bin.clicked.connect(self.bin_wanted)
        flow.addWidget(the_bin)
        return row

    def _make_list(self) -> QListView:
        rows = QListView(self)
        rows.setObjectName("write-list")
        rows.setAccessibleName(self.tr("Everything written, newest first"))
        rows.setModel(self._model)
        rows.setItemDelegate(WrittenDelegate(self._theme, rows))
        rows.setUniformItemSizes(True)
        rows.setViewportMargins(RING, RING, RING, RING)
        rows.setResizeMode(QListView.ResizeMode.Adjust)
        rows.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setTabKeyNavigation(False)
        rows.doubleClicked.connect(self._on_open)
        rows.installEventFilter(self)
        return rows

    def _make_actions(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        for text, name, slot in (
            (self.tr("Open"), "open-written", self._on_open),
            (self.tr("Earlier versions"), "earlier-versions", self._on_versions),
            (self.tr("Move to the bin"), "move-to-bin", self._on_trash),
        ):
            button = secondary(text, name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        return row

    def _current(self) -> QModelIndex:
        return self._list.currentIndex()

    def _on_open(self) -> None:
        if (index := self._current()).isValid():
            self.opened.emit(self._model.row(index).uid)

    def _on_versions(self) -> None:
        if (index := self._current()).isValid():
            self.versions_wanted.emit(self._model.row(index).uid)

    def _on_trash(self) -> None:
        if (index := self._current()).isValid():
            row = self._model.row(index)
            self._model.remove(index)
            self._show_state()
            self.start_focus()
            self.trashed.emit(row)

    def _on_undo(self) -> None:
        self._restored = Uid(self.sender().property("uid"))
        self._notice.clear()
        self.restored.emit(self._restored)

    def _show_state(self) -> None:
        some, at_rest = self._model.rowCount() > 0, self.finding.is_at_rest()
        self.finding.setVisible(some or not at_rest)
        self._empty.setText(self._nothing_yet() if at_rest else self._nothing_found())
        self._empty.setVisible(not some)
        self._list.setVisible(some)
        self._actions.setVisible(some)
        self._rest.setVisible(not some)

    def _on_down(self) -> None:
        if not self._list.isHidden():
            self._list.setFocus()

    def _nothing_yet(self) -> str:
        return self.tr("Nothing is written yet. A few words are enough, and nobody else reads them.")

    def _nothing_found(self) -> str:
        return self.tr("Nothing here holds all of these words. Fewer words, or another place, may find it.")

    def _day(self, day: date) -> str:
        return long_day(day) if day.year == self._today.year else full_day(day)

    def _describe(self, row: Written) -> str:
        parts = [self._day(row.day)]
        if row.session_number is not None:
            parts.append(self.tr("session {0}").format(row.session_number))
        if not row.finished:
            parts.append(self.tr("left open"))
        return ", ".join(parts)

    def _share_words(self, shared: bool) -> str:
        return self.tr("may share") if shared else self.tr("private")

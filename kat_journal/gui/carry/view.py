"""What the page of kept things shows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.practice import Carry
from kat_journal.gui.carry.section import Section
from kat_journal.gui.carry.shown import Listed, Shown, tr
from kat_journal.gui.catching.panel import KEY
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import heading, muted

SPACE = 24


class CarryPage(PageView):
    """Three lists on one page.

    Signals:
        acted: A row, and the key of what is to be done with it.
        forced: The same, after the person was told that it can wait.
        changed: A row, and its new words.
        undo_asked: Take back what was done last.
        back_asked: Back to where the person came from.
    """

    acted = Signal(object, str)
    forced = Signal(object, str)
    changed = Signal(object, str)
    undo_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carry")
        self.setAccessibleName(self.tr("What you kept"))
        self._touched: tuple[Carry, Uid, int, str] | None = None
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._page = Page(self, name="carry-page", wide=True)
        frame.addWidget(self._page, 1)
        self._back = link(self.tr("Back"), "back")
        self._back.clicked.connect(self.back_asked)
        column = self._page.column
        column.addLayout(row(self._back))
        column.addWidget(heading(self.tr("What you kept"), "carry-heading"))
        keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
        about = self.tr("{keys} keeps something from any page, and you go on where you were.").format(keys=keys)
        column.addWidget(muted(about, "carry-about"))
        self._sections: dict[Carry, Section] = {}
        for kind, texts in _texts().items():
            column.addSpacing(SPACE)
            self._sections[kind] = self._made(kind, texts)
            column.addWidget(self._sections[kind])
        column.addStretch(1)
        self._notice = Notice(self, name="carry-notice")  # at the foot, in sight wherever one has scrolled to
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE, 0, SPACE, 0)
        foot.addWidget(self._notice)
        frame.addLayout(foot)

    def show_lists(self, lists: Mapping[Carry, Listed]) -> None:
        """Show everything afresh; the focus stays at the row that was touched."""
        for kind, section in self._sections.items():
            section.show_rows(lists[kind])
        self._order()
        touched, self._touched = self._touched, None
        if touched is not None:
            self._sections[touched[0]].focus_on(*touched[1:])

    def say(self, words: str, *, undo: bool) -> None:
        """Say what was done, with a way to take it back."""
        if not words:
            self._notice.clear()
            return
        back = secondary(self.tr("Undo"), "carry-undo")
        back.clicked.connect(self._on_undo)
        self._notice.show_text(words, (back,) if undo else ())

    def ask_to_wait(self, shown: Shown, key: str) -> None:
        """In the hours after a session: say that it can wait, and let the person decide."""
        wait = secondary(self.tr("Wait"), "carry-wait")
        wait.clicked.connect(self._notice.clear)
        anyway = secondary(self.tr("Take it away anyway"), "carry-anyway")
        anyway.clicked.connect(lambda: self.forced.emit(shown, key))
        words = self.tr("You had a session today. This can wait until tomorrow.")
        self._notice.show_text(words, (wait, anyway))
        wait.setFocus()

    def show_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._notice.show_text(words)

    def flush(self) -> None:
        """Keep what is being changed: whoever leaves in the middle loses nothing."""
        for section in self._sections.values():
            for one in section.all_rows():
                words = one.edited()
                if words is not None:
                    self.changed.emit(one.shown, words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.CARRY)

    def start_focus(self) -> None:
        """Begin at the way back, above the lists."""
        self._back.setFocus()

    def _made(self, kind: Carry, texts: tuple[str, str, str, str]) -> Section:
        section = Section(kind, texts)
        section.acted.connect(self._on_acted)
        section.changed.connect(self._on_changed)
        section.asked.connect(lambda: self.keep_asked.emit(kind))
        section.grown.connect(self._order)
        return section

    def _order(self) -> None:
        tab_in_reading_order(self._page.column)

    def _on_acted(self, shown: Shown, key: str) -> None:
        self._touch(shown, key)
        self.acted.emit(shown, key)

    def _on_changed(self, shown: Shown, words: str) -> None:
        self._touch(shown, "edit")
        self.changed.emit(shown, words)

    def _touch(self, shown: Shown, key: str) -> None:
        self._touched = (shown.kind, shown.uid, self._sections[shown.kind].place_of(shown.uid), key)

    def _on_undo(self) -> None:
        self._notice.clear()
        self.undo_asked.emit()


def _texts() -> dict[Carry, tuple[str, str, str, str]]:
    """Title, what it is for, the way to add, and the name of what is over."""
    return {
        Carry.QUESTION: (
            tr("Questions for my team"),
            tr("They start private. What may be shared stands first in a summary."),
            tr("Add a question"),
            tr("Asked before"),
        ),
        Carry.LATER: (
            tr("For later"),
            tr("Decisions and big ideas can wait. They come back on their day, and you say whether they still hold."),
            tr("Park something for later"),
            tr("Settled"),
        ),
        Carry.PRACTICE: (
            tr("Small steps"),
            tr("What you would like to do in your days. Nobody counts them, and any of them may rest."),
            tr("Add a small step"),
            tr("Resting"),
        ),
    }

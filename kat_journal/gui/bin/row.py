"""One thing in the bin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.bin.asking import ask
from kat_journal.gui.dates import long_day
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, quote
from kat_journal.services.bin import Binned

LINK_GAP = 24


class BinRow(Card):
    """What it is, how long it waits, and the two ways out of the bin.

    Signals:
        restored: The row to take out of the bin.
        purge_asked: Uid of what a person would delete for good.
        purged: Uid of what a person deletes for good.
    """

    restored = Signal(object)
    purge_asked = Signal(str)
    purged = Signal(str)

    def __init__(self, binned: Binned, place: int, parent: QWidget | None = None) -> None:
        """Show one row; ``place`` counts it from the top."""
        super().__init__(parent, name=f"binned-{place}", variant="low")
        self.binned = binned
        self._name = f"binned-{place}"
        self._notice = Notice(self, name=f"{self._name}-notice")
        about = self._describe(binned)
        self._restore = secondary(self.tr("Restore"), f"{self._name}-restore")
        delete = link(self.tr("Delete for good"), f"{self._name}-purge")
        for button in (self._restore, delete):
            button.setAccessibleDescription(f"{binned.title}. {about}")
        self._restore.clicked.connect(lambda: self.restored.emit(self.binned))
        delete.clicked.connect(lambda: self.purge_asked.emit(self.binned.uid))
        self.column.addWidget(body(binned.title))
        self.column.addWidget(muted(about, f"{self._name}-about"))
        if binned.words:
            self.column.addWidget(quote(binned.words))
        self.column.addLayout(row(self._restore, delete, gap=LINK_GAP))
        self.column.addWidget(self._notice)

    def start_focus(self) -> None:
        """Begin with what loses nothing."""
        self._restore.setFocus()

    def ask(self, *, calm: bool) -> None:
        """Ask whether to delete it for good."""
        question = self.tr("Delete \u201c{0}\u201d for good?").format(self.binned.title)
        ask(self._notice, question, self.tr("Keep it"), self._on_confirmed, name=self._name, calm=calm)

    def take_back_question(self) -> None:
        """Ask no more."""
        self._notice.clear()

    def _on_confirmed(self) -> None:
        self.purged.emit(self.binned.uid)

    def _describe(self, binned: Binned) -> str:
        parts = [long_day(binned.day)]
        if binned.session_number is not None:
            parts.append(self.tr("session {0}").format(binned.session_number))
        moved = self.tr("Moved here on {0}.").format(long_day(binned.moved_on))
        return f"{', '.join(parts)}. {moved} {self._left(binned.days_left)}"

    def _left(self, days: int) -> str:
        if days == 0:
            return self.tr("Less than a day left.")
        return self.tr("1 day left.") if days == 1 else self.tr("{0} days left.").format(days)

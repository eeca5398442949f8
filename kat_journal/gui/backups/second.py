"""A second place for backups: another disk, which survives this one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.backup_words import when
from kat_journal.gui.backups.gathering import Gathered
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, muted, subheading


class SecondCard(Card):
    """Says where the second place is, and lets it be chosen.

    Signals:
        chosen: The person wants to choose a folder.
        left: No more copies there.
    """

    chosen = Signal()
    left = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="second-place")
        self._zone = zone
        words = self.tr(
            "A disk can break, and a laptop can be lost. A copy on a USB stick or another disk survives that. While "
            "it is connected, the backup of each day is copied there by itself."
        )
        self.column.addWidget(subheading(self.tr("A second place")))
        self.column.addWidget(muted(words))
        self._folder = Text("", "body", "second-place-folder", self)
        self._folder.set_selectable()
        self._state = body("", "second-place-state")
        self._choose = secondary("", "choose-second-place")
        self._leave = link(self.tr("Stop copying there"), "leave-second-place")
        self._choose.clicked.connect(self.chosen)
        self._leave.clicked.connect(self.left)
        self.column.addWidget(self._folder)
        self.column.addWidget(self._state)
        self.column.addLayout(row(self._choose, self._leave, gap=22))

    def show_gathered(self, gathered: Gathered) -> None:
        """Show the place, or that there is none."""
        second = gathered.second
        if second is None and self._leave.hasFocus():
            self._choose.setFocus()  # the button goes; the card is where the person was
        for widget in (self._folder, self._state, self._leave):
            widget.setVisible(second is not None)
        self._choose.setText(self.tr("Choose another place") if second else self.tr("Choose a second place"))
        if second is None:
            return
        self._folder.setText(str(second.folder))
        self._folder.setAccessibleName(self.tr("Second place: {0}").format(second.folder))
        if not second.copied:
            words = self.tr("No backup is there yet.")
        else:
            words = self.tr("Last copied: {0}.").format(when(second.since, self._zone))
        if not gathered.is_there:
            words = f"{words} {self.tr('It is not connected now.')}"
        self._state.setText(words)

"""The first step: which backup."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.backup_words import about, title
from kat_journal.gui.widgets.buttons import link, secondary
from kat_journal.gui.widgets.listed import Listed
from kat_journal.gui.widgets.row import GAP, row
from kat_journal.gui.widgets.texts import body
from kat_journal.services.backup_list import Backup


class Choosing(QWidget):
    """The backups in the journal's folder, and a way to any other file.

    Signals:
        chosen: Path of a backup in the list.
        other_asked: The person has the file elsewhere.
        back_asked: Back to the way in.
    """

    chosen = Signal(object)
    other_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._rows = QVBoxLayout()
        self._about = body(self.tr("Which backup? Nothing changes until the last step."), "restore-about")
        self._other = secondary(self.tr("Choose another file"), "restore-other")
        self._back = link(self.tr("Back"), "back")
        self._other.clicked.connect(self.other_asked)
        self._back.clicked.connect(self.back_asked)
        self._column.addWidget(self._about)
        self._column.addLayout(self._rows)
        self._column.addLayout(row(self._other, self._back, gap=22))

    def show_backups(self, backups: Sequence[Backup], zone: str) -> None:
        """List them; those that cannot be read have nothing to press."""
        if not backups:
            words = self.tr(
                "There is no backup in the journal\u2019s folder. Choose the file, perhaps on a USB stick. "
                "Its name ends in .kjbackup. Nothing changes until the last step."
            )
            self._about.setText(words)
            self._other.setText(self.tr("Choose the file"))
        for place, backup in enumerate(backups):
            use = None
            if backup.made_at is not None:
                use = secondary(self.tr("Choose"), f"restore-{place}")
                use.setProperty("path", str(backup.path))
                use.clicked.connect(self._on_chosen)
            listed = Listed(title(backup, zone), about(backup), use, self, name=f"restorable-{place}")
            self._rows.addWidget(listed)
            listed.show()  # at once, not with the next turn of the loop: the focus goes there

    def start_focus(self) -> None:
        """Begin with the first that can be chosen, or with another file."""
        first = self.findChild(QWidget, "restore-0")
        (first or self._other).setFocus()

    def _on_chosen(self) -> None:
        self.chosen.emit(Path(self.sender().property("path")))

"""How old the newest backup is, and the way to the page of backups."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.backup_words import newest
from kat_journal.gui.widgets.buttons import secondary
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, subheading
from kat_journal.services.backup_list import Backup


class BackupsCard(Card):
    """Says how old and where.

    Signals:
        asked: The person wants the page of backups.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="backups-card")
        self.column.addWidget(subheading(self.tr("Backups")))
        self._age = body("", "settings-backup-age")
        self._folder = Text("", "muted", "settings-backup-folder", self)
        self._folder.set_selectable()
        more = secondary(self.tr("Backups\u2026"), "backups")
        more.clicked.connect(self.asked)
        self.column.addWidget(self._age)
        self.column.addWidget(self._folder)
        self.column.addLayout(row(more))

    def show_backups(self, backups: tuple[Backup, ...], folder: str, now: datetime, zone: str) -> None:
        """Show the age and place of the newest."""
        self._age.setText(newest(backups, now, zone))
        self._folder.setText(folder)
        self._folder.setAccessibleName(self.tr("Folder of the backups: {0}").format(folder))

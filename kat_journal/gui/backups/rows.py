"""The list of backups."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.backup_words import about, title
from kat_journal.gui.widgets.listed import Listed
from kat_journal.services.backup_list import Backup


class BackupRows(QWidget):
    """Every backup with its date and size; which are damaged is told by their line."""

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: list[Listed] = []

    def show_backups(self, backups: Sequence[Backup], damaged: Sequence[Path] = ()) -> None:
        """Show these."""
        for one in self._shown:
            self._column.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._shown = []
        for place, backup in enumerate(backups):
            words = self.tr("{0}. It is damaged.").format(about(backup)) if backup.path in damaged else about(backup)
            listed = Listed(title(backup, self._zone), words, None, self, name=f"backup-{place}")
            self._column.addWidget(listed)
            listed.show()  # at once, not with the next turn of the loop
            self._shown.append(listed)

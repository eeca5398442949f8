"""What the page of backups shows."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.backup_words import newest
from kat_journal.gui.backups.gathering import Gathered
from kat_journal.gui.backups.rows import BackupRows
from kat_journal.gui.backups.second import SecondCard
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link, primary, secondary
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import Text, body, heading, muted, subheading


class BackupsView(PageView):
    """Says how old the newest backup is, and what can be done.

    Signals:
        make_asked: The person wants a backup now.
        stop_asked: They do not want it any more.
        check_asked: They want every backup read.
        place_asked: They want to choose a second place.
        place_left: They want no more copies there.
        older_asked: They would remove the older ones.
        older_removed: They remove the older ones.
        back_asked: Back to where they came from.
    """

    make_asked = Signal()
    stop_asked = Signal()
    check_asked = Signal()
    place_asked = Signal()
    place_left = Signal()
    older_asked = Signal()
    older_removed = Signal()
    back_asked = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setAccessibleName(self.tr("Backups"))
        self._zone = zone
        self._gathered: Gathered | None = None
        self._page = Page(self, name="backups-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._age = body("", "backups-age")
        self._folder = Text("", "muted", "backups-folder", self)
        self._folder.set_selectable()
        self._make = primary(self.tr("Back up now"), "back-up-now")
        self._check = secondary(self.tr("Check all"), "check-backups")
        self._stop = link(self.tr("Stop"), "stop-backup")
        self._state = muted("", "backup-state")
        self._notice = Notice(self, name="backups-notice")
        self._rows = BackupRows(zone, self)
        self._second = SecondCard(zone, self)
        self._older = secondary(self.tr("Remove the older backups"), "remove-older")
        self._question = Notice(self, name="remove-older-notice")
        self._back = link(self.tr("Back"), "back")
        self._fill_column()
        self._connect()
        self.show_idle()

    def show_gathered(self, gathered: Gathered, now: datetime) -> None:
        """Show what is there."""
        self._gathered = gathered
        self._age.setText(newest(gathered.backups, now, self._zone))
        self._folder.setText(str(gathered.folder))
        self._folder.setAccessibleName(self.tr("Folder of the backups: {0}").format(gathered.folder))
        self._rows.show_backups(gathered.backups)
        self._second.show_gathered(gathered)
        self._check.setEnabled(bool(gathered.backups))
        self._older.setEnabled(len(gathered.backups) > 1)
        tab_in_reading_order(self._page.column)

    def show_progress(self, percent: int | None = None) -> None:
        """Say that a backup is being made."""
        begun = self._make.isEnabled()
        words = self.tr("Making a backup\u2026")
        self._state.setText(words if percent is None else self.tr("Making a backup\u2026 {0} %").format(percent))
        self._state.show()
        self._stop.show()
        if begun:
            self._notice.clear()
            self._stop.setFocus()
            self._make.setEnabled(False)
            self._check.setEnabled(False)

    def show_checking(self) -> None:
        """Say that the backups are being read."""
        self._notice.clear()
        self._state.setText(self.tr("Reading every backup\u2026"))
        self._state.show()
        self._make.setEnabled(False)

    def show_idle(self) -> None:
        """Nothing is being done."""
        focused = self._stop.hasFocus()
        self._state.hide()
        self._make.setEnabled(True)
        self._check.setEnabled(self._gathered is not None and bool(self._gathered.backups))
        if focused:
            self._make.setFocus()
        self._stop.hide()

    def show_damaged(self, damaged: Sequence[Path]) -> None:
        """Say what came of checking."""
        backups = self._gathered.backups if self._gathered is not None else ()
        self._rows.show_backups(backups, damaged)
        if damaged:
            words = self.tr("Damaged: {0} of {1}. The others are as they were written. Make a new backup now.")
            self._notice.show_text(words.format(len(damaged), len(backups)))
        else:
            self._notice.show_text(self.tr("Every backup is as it was written."))

    def ask_older(self, *, calm: bool) -> None:
        """Ask whether to remove all but the newest; ``calm`` says that it had better wait."""
        keep = secondary(self.tr("Keep them"), "older-keep")
        remove = secondary(self.tr("Remove them"), "older-remove")
        keep.clicked.connect(self._question.clear)
        remove.clicked.connect(self.older_removed)
        words = self.tr("Every backup but the newest goes, here and at the second place. This cannot be undone.")
        wait = self.tr("You had a session today. This can wait until tomorrow.")
        self._question.show_text(f"{words} {wait}" if calm else words, (keep, remove))
        tab_in_reading_order(self._page.column)
        keep.setFocus()

    def say(self, words: str) -> None:
        """Say what was done, or what went wrong."""
        self._question.clear()
        self._notice.show_text(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.BACKUPS)

    def start_focus(self) -> None:
        """Begin with a backup."""
        self._make.setFocus()

    def _fill_column(self) -> None:
        column = self._page.column
        about = self.tr(
            "A backup is one file with the whole journal in it, locked like the journal itself. On days when something "
            "changed, one is made by itself, opened and read whole. Older ones go only after that."
        )
        restoring = self.tr(
            "To put one in place, lock the journal and choose \u201cRestore a backup\u201d on the page that asks for "
            "the passphrase."
        )
        passphrase = self.tr(
            "A backup opens with the passphrase and the recovery code that were in use when it was made. If somebody "
            "else knows an earlier one, make a new backup, then remove the older ones."
        )
        column.addWidget(heading(self.tr("Backups"), "backups-heading"))
        self._add(self._age, self._folder, muted(about))
        column.addLayout(row(self._make, self._check, gap=12))
        column.addLayout(row(self._state, self._stop, gap=18))
        self._add(self._notice, subheading(self.tr("Every backup")), self._rows, muted(restoring), self._second)
        self._add(subheading(self.tr("After a new passphrase")), muted(passphrase), self._question)
        column.addLayout(row(self._older))
        column.addLayout(row(self._back))
        column.addStretch(1)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._page.column.addWidget(widget)

    def _connect(self) -> None:
        self._make.clicked.connect(self.make_asked)
        self._check.clicked.connect(self.check_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._second.chosen.connect(self.place_asked)
        self._second.left.connect(self.place_left)
        self._older.clicked.connect(self.older_asked)
        self._back.clicked.connect(self.back_asked)

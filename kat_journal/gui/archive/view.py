"""What the page for taking everything along shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.archive.card import SaveCard
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.page_view import PageView
from kat_journal.gui.widgets.buttons import link, primary, secondary
from kat_journal.gui.widgets.page import Page
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, heading, muted


class ArchiveView(PageView):
    """Two cards, one for each kind of file; what is said stands in the one that was pressed last.

    Signals:
        json_asked: The person wants the file that can be brought in again.
        csv_asked: They want the table.
        anyway_asked: They want it although they had a session today.
        overwrite_asked: They replace a file of that name.
        stop_asked: They do not want it any more.
        backups_asked: They would rather make a backup.
        back_asked: Back to where they came from.
    """

    json_asked = Signal()
    csv_asked = Signal()
    anyway_asked = Signal()
    overwrite_asked = Signal()
    stop_asked = Signal()
    backups_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archive")
        self.setAccessibleName(self.tr("Take everything with you"))
        self._page = Page(self, name="archive-page", wide=True)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._page)
        self._back = link(self.tr("Back"), "back")
        self._backups = link(self.tr("Make a backup instead"), "archive-backups")
        self._json = self._json_card()
        self._csv = self._csv_card()
        self._now = self._json
        self._fill_column()
        self._connect()

    def show_begun(self) -> None:
        """Say that the file is being written."""
        for card in (self._json, self._csv):
            card.set_waiting()
        self._now.show_begun()

    def show_progress(self, percent: int) -> None:
        """Say how much of it is written."""
        self._now.show_progress(percent)

    def show_idle(self) -> None:
        """Nothing is being written."""
        for card in (self._json, self._csv):
            card.show_idle()

    def ask(self, words: str, stay: str, go_on: str, signal: str) -> None:
        """Ask something first; the second button sends that signal of this page."""
        keep = secondary(stay, "archive-stay")
        sure = secondary(go_on, "archive-go-on")
        keep.clicked.connect(self._now.clear)
        sure.clicked.connect(self._now.clear)
        sure.clicked.connect(getattr(self, signal))
        self._now.say(words, (keep, sure))
        tab_in_reading_order(self._page.column)
        keep.setFocus()

    def say(self, words: str) -> None:
        """Say what was saved, or why nothing was."""
        self._now.say(words)

    def place(self) -> Place:
        """This page."""
        return Place(PageName.ARCHIVE)

    def start_focus(self) -> None:
        """Begin at the way back; what this is has to be read first."""
        self._back.setFocus()

    def _json_card(self) -> SaveCard:
        about = self.tr(
            "One file (JSON) with everything, also what is in the bin and earlier wordings. KAT Journal can make a "
            "whole journal of it again, on any computer. Any text editor can open it."
        )
        button = primary(self.tr("Save everything\u2026"), "archive-json")
        return SaveCard("archive-whole", self.tr("Everything"), about, button, self)

    def _csv_card(self) -> SaveCard:
        about = self.tr(
            "One file (CSV) for a spreadsheet: each answer, score, session, small step and open question in a row of "
            "its own. What is in the bin and earlier wordings are not in it."
        )
        button = secondary(self.tr("Save a table\u2026"), "archive-csv")
        return SaveCard("archive-table", self.tr("A table"), about, button, self)

    def _fill_column(self) -> None:
        column = self._page.column
        about = self.tr(
            "Here you can save all that you wrote as one file, to move to another program or to another computer, or "
            "to keep. The file is not encrypted: whoever has it can read it."
        )
        safer = self.tr("To be safe if this computer breaks or is lost, make a backup. It stays locked.")
        column.addLayout(row(self._back))
        column.addWidget(heading(self.tr("Take everything with you"), "archive-heading"))
        for part in (body(about), muted(safer)):
            column.addWidget(part)
        column.addLayout(row(self._backups))
        for card in (self._json, self._csv):
            column.addWidget(card)
        column.addStretch(1)
        tab_in_reading_order(column)

    def _connect(self) -> None:
        self._json.asked.connect(self._on_json)
        self._csv.asked.connect(self._on_csv)
        for card in (self._json, self._csv):
            card.stop_asked.connect(self.stop_asked)
        self._backups.clicked.connect(self.backups_asked)
        self._back.clicked.connect(self.back_asked)

    def _on_json(self) -> None:
        self._turn_to(self._json)
        self.json_asked.emit()

    def _on_csv(self) -> None:
        self._turn_to(self._csv)
        self.csv_asked.emit()

    def _turn_to(self, card: SaveCard) -> None:
        self._now.clear()
        self._now = card

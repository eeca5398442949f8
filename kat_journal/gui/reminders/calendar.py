"""A file for the calendar that the person already uses."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kat_journal.gui.widgets.buttons import secondary, toggle
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, subheading
from kat_journal.services.calendar_file import CalendarChoice


class CalendarCard(Card):
    """What stands in it, and a button.

    Signals:
        changed: How the file is to be.
        save_asked: The person wants the file.
    """

    changed = Signal(object)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="calendar-file")
        self._titles: Choices | None = None
        self._alarm = toggle(self.tr("Let the calendar remind me too"), "calendar-alarm")
        self._alarm.clicked.connect(self._on_changed)
        self._save = secondary(self.tr("Save a calendar file\u2026"), "save-calendar")
        self._save.clicked.connect(self.save_asked)
        self._notice = Notice(self, name="calendar-notice")
        self._question = self.tr("What each of them is called")
        self.column.addWidget(subheading(self.tr("A file for your calendar")))
        for words in self._words():
            self.column.addWidget(muted(words))
        self._save.setAccessibleDescription(" ".join(self._words()))  # heard before the file is there
        self.column.addWidget(body(self._question))
        self._place = self.column.count()
        self.column.addWidget(self._alarm, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(row(self._save))
        self.column.addWidget(self._notice)

    def show_choice(self, choice: CalendarChoice, titles: Mapping[str, str]) -> None:
        """Show how the file is to be, and what an event can be called."""
        if self._titles is None:
            self._titles = Choices("calendar-title", self._question, titles.items(), self)
            self._titles.chosen.connect(self._on_changed)
            self.column.insertWidget(self._place, self._titles)
        self._titles.set_key(choice.title)
        self._alarm.setChecked(choice.alarm)

    def say(self, words: str, buttons: Iterable[QPushButton] = ()) -> None:
        """Say what was done, what went wrong, or ask."""
        self._notice.show_text(words, buttons)

    def clear(self) -> None:
        """Say nothing any more."""
        self._notice.clear()

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr(
                "For a whole year: day, time and one word for each, which your own calendar can take in. No name, no "
                "title of a page, nothing of what it is for."
            ),
            self.tr(
                "The file is not encrypted. Whoever sees your calendar sees these times and that word, and so does the "
                "company that keeps a calendar online."
            ),
            self.tr(
                "When something has changed, save the file again and let the calendar take it in again: it is brought "
                "up to date. What is no longer planned is marked as cancelled, and most calendars take it away."
            ),
        )

    def _on_changed(self) -> None:
        if self._titles is not None:
            self.changed.emit(CalendarChoice(self._titles.key(), self._alarm.isChecked()))

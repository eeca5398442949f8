"""What to show: how far back, which numbers, and whether numbers are seen at all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.row import row
from kat_journal.services.progress import Series, Span
from kat_journal.services.progress_choice import ProgressChoice


class Controls(QWidget):
    """Choosers at the top of the page.

    Signals:
        span_chosen: How far back (a :class:`Span`).
        seen_toggled: The place, among those on offer, of a rating or score to show or not.
        numbers_hidden: Whether numbers are hidden.
        guarded_shown: Whether guarded questions are shown too.
    """

    span_chosen = Signal(str)
    seen_toggled = Signal(int)
    numbers_hidden = Signal(bool)
    guarded_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spans = (
            (Span.COURSE, self.tr("This course")),
            (Span.THREE_MONTHS, self.tr("Three months")),
            (Span.YEAR, self.tr("A year")),
            (Span.EVERYTHING, self.tr("Everything")),
        )
        self.spans = Choices("span", self.tr("How far back"), spans)
        self.spans.chosen.connect(self.span_chosen)
        self._hide = buttons.choice(self.tr("Hide numbers"), "hide-numbers")
        self._hide.setAccessibleDescription(self.tr("Words and shapes stay."))
        self._hide.clicked.connect(self.numbers_hidden)
        self._guarded = buttons.choice(self.tr("Include the sensitive questions"), "show-guarded")
        self._guarded.setAccessibleDescription(self.tr("Only until you leave this page."))
        self._guarded.clicked.connect(self.guarded_shown)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.spans)
        self._column.addLayout(row(self._hide, self._guarded))
        self._seen_words = texts.small(self.tr("What to show"))
        self._column.addWidget(self._seen_words)
        self._seen: Choices | None = None

    def show_choice(self, choice: ProgressChoice, offered: Sequence[Series], *, guarded: bool) -> None:
        """Show what was chosen; with one rating or none there is nothing to choose from."""
        self.spans.set_key(choice.span)
        self._hide.setChecked(not choice.numbers)
        self._guarded.setChecked(choice.guarded)
        self._guarded.setVisible(guarded)
        options = [(str(place), series.title) for place, series in enumerate(offered)]
        old = self._seen
        if old is None or [(str(at), button.text()) for at, button in enumerate(old)] != options:
            self._replace_seen(options)
        if self._seen is not None:
            self._seen.set_keys(str(place) for place, series in enumerate(offered) if choice.shows(series))

    def _replace_seen(self, options: Sequence[tuple[str, str]]) -> None:
        if self._seen is not None:
            self._seen.hide()
            self._seen.deleteLater()
        self._seen = None
        self._seen_words.setVisible(len(options) > 1)
        if len(options) > 1:
            self._seen = Choices("seen", self.tr("What to show"), options, several=True)
            self._seen.chosen.connect(lambda key: self.seen_toggled.emit(int(key)))
            self._column.addWidget(self._seen)

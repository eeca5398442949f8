"""A small form that adds something with a day and a time."""

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.dates import FIELD
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When


class DateForm(QWidget):
    """A button that unfolds into a date field.

    Signals:
        given: Day and time, and the words beside it (empty where none are asked for).
    """

    given = Signal(QDateTime, str)

    def __init__(self, name: str, action: str, label: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = When()
        self.when.setObjectName(f"{name}-when")
        self.when.setAccessibleName(label)
        self.when.setDisplayFormat(FIELD)
        self.when.setCalendarPopup(True)
        self.words = Line(name=f"{name}-words", accessible=words)
        self._open = buttons.secondary(action, f"add-{name}")
        self._keep = buttons.primary(self.tr("Keep"), f"keep-{name}")
        self._not_now = buttons.secondary(self.tr("Not now"), f"not-now-{name}")
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(texts.field_label(label, self.when))
        inside.addWidget(self.when)
        if words:
            inside.addWidget(texts.field_label(words, self.words))
            inside.addWidget(self.words)
        inside.addLayout(row(self._keep, self._not_now))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._open))
        column.addWidget(self._inside)
        self._inside.hide()
        self._open.clicked.connect(lambda: self._unfold(True))
        self._not_now.clicked.connect(lambda: self._unfold(False))
        self._keep.clicked.connect(self._give)

    def start_focus(self) -> None:
        """Begin with the button that unfolds it."""
        self._open.setFocus()

    def suggest(self, when: QDateTime) -> None:
        """Begin with this day and time."""
        self.when.setDateTime(when)

    def draft(self) -> str:
        """Day, time and words while they stand half-typed; empty where nothing is unfolded."""
        if self._inside.isHidden():
            return ""
        return f"{self.when.dateTime().toString(Qt.DateFormat.ISODate)} {self.words.text()}"

    def take_draft(self, draft: str) -> None:
        """Unfold with what :meth:`draft` gave."""
        when, _, words = draft.partition(" ")
        at = QDateTime.fromString(when, Qt.DateFormat.ISODate)
        if at.isValid():
            self.when.setDateTime(at)
            self.words.setText(words)
            self._unfold(True)

    def _unfold(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self._open.setVisible(not unfolded)
        (self.when if unfolded else self._open).setFocus()

    def _give(self) -> None:
        self._unfold(False)
        self.given.emit(self.when.dateTime(), self.words.text().strip())
        self.words.clear()

"""A small form that adds something with a day and a time."""

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.dates import FIELD
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.line import Line
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When


class DateForm(QWidget):
    """A button that unfolds into a date field.

    Signals:
        given: Day and time, and the words beside it (empty where none are asked for).
    """

    given = Signal(QDateTime, str)

    def __init__(
        self, name: str, action: str, label: str, words: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a folded form.

        Args:
            name: Stands in the object names.
            action: What the button says.
            label: What day and time are asked for.
            words: What words are asked for beside them; empty for none.
            note: What is good to know before it is kept.
            parent: Its parent.
        """
        super().__init__(parent)
        self.when = When()
        self.when.setObjectName(f"{name}-when")
        self.when.setAccessibleName(label)
        self.when.setDisplayFormat(FIELD)
        unfold_calendar(self.when)
        self.words = Line(name=f"{name}-words", accessible=words)
        self._open = buttons.secondary(action, f"add-{name}")
        self._keep = buttons.primary(self.tr("Keep"), f"keep-{name}")
        self._not_now = buttons.secondary(self.tr("Not now"), f"not-now-{name}")
        for button in (self._keep, self._not_now):
            button.setAccessibleDescription(label)
        self._inside = QWidget()
        self._fill(label, words, note)
        self._inside.hide()
        self._open.clicked.connect(lambda: self._unfold(True))
        self._not_now.clicked.connect(lambda: self._unfold(False))
        self._keep.clicked.connect(self._give)

    def start_focus(self) -> None:
        """Begin with the button that unfolds it."""
        self._open.setFocus()

    def unfold(self) -> None:
        """Ask for day and time, as if its button had been pressed."""
        self._unfold(True)

    def fold(self) -> None:
        """Ask no more; the focus is somebody else's."""
        self._inside.hide()
        self._open.show()

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

    def _fill(self, label: str, words: str, note: str) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(texts.field_label(label, self.when))
        inside.addWidget(self.when)
        if words:
            inside.addWidget(texts.field_label(words, self.words))
            inside.addWidget(self.words)
        if note:
            inside.addWidget(texts.muted(note))
        inside.addLayout(row(self._keep, self._not_now))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._open))
        column.addWidget(self._inside)

    def _unfold(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self._open.setVisible(not unfolded)
        (self.when if unfolded else self._open).setFocus()

    def _give(self) -> None:
        self._unfold(False)
        self.given.emit(self.when.dateTime(), self.words.text().strip())
        self.words.clear()

"""When a session really began and ended."""

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.dates import FIELD
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.calendar import unfold_calendar
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.stepping import When


class TimesForm(QWidget):
    """A button that unfolds into two fields; the end may stay unknown.

    Signals:
        given: Beginning, and end (QDateTime, or None where it is not known).
    """

    given = Signal(QDateTime, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.began = _field("times-began")
        self.ended = _field("times-ended")
        self.unknown = buttons.toggle(self.tr("I don\u2019t know when it was over"), "times-no-end")
        self._open = buttons.secondary(self.tr("Change when it was"), "add-times")
        self._inside = Fields()
        keep = buttons.primary(self.tr("Keep"), "keep-times")
        not_now = buttons.secondary(self.tr("Not now"), "not-now-times")
        for button in (keep, not_now):
            button.setAccessibleDescription(self._open.text())
        for label, field in ((self.tr("It began"), self.began), (self.tr("It was over"), self.ended)):
            self._inside.column.addWidget(texts.field_label(label, field))
            self._inside.column.addWidget(field)
        self._inside.column.addLayout(row(self.unknown))
        self._inside.column.addWidget(
            texts.muted(self.tr("About is good enough. What you have answered keeps its day."))
        )
        self._inside.column.addLayout(row(keep, not_now))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._open))
        column.addWidget(self._inside)
        self._inside.hide()
        self.unknown.toggled.connect(lambda unknown: self.ended.setEnabled(not unknown))
        self._open.clicked.connect(lambda: self.unfold(True))
        not_now.clicked.connect(lambda: self.unfold(False))
        keep.clicked.connect(self._give)

    def suggest(self, began: QDateTime, ended: QDateTime, *, known: bool) -> None:
        """Begin with these times; ``known`` is whether the end is more than a guess."""
        self.began.setDateTime(began)
        self.ended.setDateTime(ended)
        self.unknown.setChecked(not known)

    def unfold(self, unfolded: bool) -> None:
        """Show the fields, or only the button."""
        self._inside.setVisible(unfolded)
        self._open.setVisible(not unfolded)
        (self.began if unfolded else self._open).setFocus()

    def _give(self) -> None:
        self.given.emit(self.began.dateTime(), None if self.unknown.isChecked() else self.ended.dateTime())


def _field(name: str) -> When:
    field = When()
    field.setObjectName(name)
    field.setDisplayFormat(FIELD)
    unfold_calendar(field)
    return field

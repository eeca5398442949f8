"""A row of a check-in: noticed or not, how much it bothered, when it began, whether it is gone."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.ids import ItemId
from kat_journal.domain.response import NOTICED, Answer
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.widgets.plain import folded
from kat_journal.gui.widgets.symptom_row import SymptomRow, SymptomValue

SOMETHING_ELSE = ItemId("other")
"""The row for what has no row of its own."""


class SymptomField(Field):
    """Bother as a number, started and gone beside it; ticked without a number is kept as noticed."""

    asks_itself = True
    notes_itself = True

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        points = [(point.value, point.text) for point in item.scale.points] if item.scale is not None else []
        self.row = SymptomRow(
            f"item-{item.id}", item.ask, points, note=item.note, parent=self, asks_for_words=item.id == SOMETHING_ELSE
        )
        self.row.answered.connect(self._on_answered)
        self.row.rated.connect(self.rated)
        self.column.addWidget(self.row)
        self._told = self.given()

    def given(self) -> Answer:
        """What the row says."""
        value = self.row.value()
        if not value.ticked and value.bother is None:
            return Answer(self.item.id)
        return Answer(
            self.item.id,
            number=None if value.bother is None else float(value.bother),
            options=(NOTICED,) if value.bother is None else (),
            started=value.started,
            gone=value.gone,
            note=folded(value.note),
        )

    def show_given(self, answer: Answer) -> None:
        """Show what was said."""
        bother = None if answer.number is None else int(answer.number)
        ticked = bool(answer.options) or bool(bother)
        self.row.set_value(SymptomValue(ticked, bother, answer.started, answer.gone, answer.note))
        self._told = self.given()

    def target(self) -> QWidget:
        """What takes the focus first in the row."""
        return self.row.first

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        focused = QGuiApplication.focusObject()
        if isinstance(focused, QWidget) and self.isAncestorOf(focused):
            QGuiApplication.inputMethod().commit()

    def _on_answered(self) -> None:
        before, self._told = self._told, self.given()
        if before.note != self._told.note:
            self.typed()
        else:
            self.tapped()

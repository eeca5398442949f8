"""The points of a scale."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.widgets.scale_row import ScaleRow


class ScaleField(Field):
    """One point, or none."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        points = [(point.value, point.text) for point in item.scale.points] if item.scale is not None else []
        self.row = ScaleRow(f"item-{item.id}", item.ask, points, self)
        self.row.value_chosen.connect(self.tapped)
        self.column.addWidget(self.row)
        self.offer_note()

    def given(self) -> Answer:
        """The chosen point."""
        value = self.row.value()
        return Answer(self.item.id, number=None if value is None else float(value))

    def show_given(self, answer: Answer) -> None:
        """Choose the answer's point."""
        self.row.set_value(None if answer.number is None else int(answer.number))

    def target(self) -> QWidget:
        """What takes the focus first in the row."""
        return self.row.first

"""One field for each type of item."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Item, ItemType
from kat_journal.gui.runner.fields.choice import ChoiceField, YesNoField
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.fields.scale import ScaleField
from kat_journal.gui.runner.fields.symptom import SymptomField
from kat_journal.gui.runner.fields.text import TextField
from kat_journal.gui.runner.fields.typed import NumberField, TimeField

FIELDS: dict[ItemType, type[ChoiceField | YesNoField | ScaleField | SymptomField | NumberField | TimeField]]
FIELDS = {
    ItemType.SYMPTOM: SymptomField,
    ItemType.SCALE: ScaleField,
    ItemType.NUMBER: NumberField,
    ItemType.CHOICE: ChoiceField,
    ItemType.CHOICES: ChoiceField,
    ItemType.YES_NO: YesNoField,
    ItemType.TIME: TimeField,
}


def make_field(item: Item, parent: QWidget | None = None, *, fills: bool = False) -> Field | None:
    """The field of that item, as high as the page if words are to fill it; None for a statement."""
    if item.type is ItemType.TEXT:
        return TextField(item, parent, fills=fills)
    kind = FIELDS.get(item.type)
    return kind(item, parent) if kind is not None else None

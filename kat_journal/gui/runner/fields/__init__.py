"""One field for each type of item."""

from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Item, ItemType
from kat_journal.gui.runner.fields.choice import ChoiceField, YesNoField
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.fields.scale import ScaleField
from kat_journal.gui.runner.fields.symptom import SymptomField
from kat_journal.gui.runner.fields.text import TextField
from kat_journal.gui.runner.fields.typed import NumberField, TimeField

FIELDS: dict[ItemType, type[ChoiceField | YesNoField | ScaleField | SymptomField | TextField | NumberField | TimeField]]
FIELDS = {
    ItemType.SYMPTOM: SymptomField,
    ItemType.SCALE: ScaleField,
    ItemType.NUMBER: NumberField,
    ItemType.CHOICE: ChoiceField,
    ItemType.CHOICES: ChoiceField,
    ItemType.YES_NO: YesNoField,
    ItemType.TEXT: TextField,
    ItemType.TIME: TimeField,
}


def make_field(item: Item, parent: QWidget | None = None) -> Field | None:
    """The field of that item; None for a statement, which takes no answer."""
    kind = FIELDS.get(item.type)
    return kind(item, parent) if kind is not None else None

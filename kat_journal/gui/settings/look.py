"""How the program looks: light or dark, and the size of its text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kat_journal.gui.widgets.buttons import choice
from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import small, subheading


class LookCard(Card):
    """Two rows of choices, each in force at once.

    Signals:
        look_chosen: ``light``, ``dark`` or ``system``.
        size_chosen: Percent.
    """

    look_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, sizes: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent, name="look")
        self.column.addWidget(subheading(self.tr("Look and text size")))
        self._looks = QButtonGroup(self)
        self._sizes = QButtonGroup(self)
        self.column.addWidget(small(self.tr("Look")))
        looks = (("light", self.tr("Light")), ("dark", self.tr("Dark")), ("system", self.tr("As the system")))
        row = self._row(self._looks, [(f"look-{name}", text) for name, text in looks], self.tr("Look"))
        self.column.addWidget(row)
        self.column.addWidget(small(self.tr("Text size")))
        percents = [(f"text-size-{size}", f"{size} %") for size in sizes]
        row = self._row(self._sizes, percents, self.tr("Text size"))
        row.setObjectName("text-size")
        self.column.addWidget(row)
        self._looks.buttonClicked.connect(self._on_look)
        self._sizes.buttonClicked.connect(self._on_size)

    def show_choices(self, look: str, size: int) -> None:
        """Show what is in force."""
        for group, name in ((self._looks, f"look-{look}"), (self._sizes, f"text-size-{size}")):
            for button in group.buttons():
                button.setChecked(button.objectName() == name)

    def start(self) -> QWidget:
        """Where a person would begin."""
        return self._looks.checkedButton() or self._looks.buttons()[0]

    def _row(self, group: QButtonGroup, choices: Sequence[tuple[str, str]], what: str) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        for name, text in choices:
            button = choice(text, name)
            button.setAccessibleName(f"{what}: {text}")
            group.addButton(button)
            flow.addWidget(button)
        return row

    def _on_look(self, button: QWidget) -> None:
        self.look_chosen.emit(button.objectName().removeprefix("look-"))

    def _on_size(self, button: QWidget) -> None:
        self.size_chosen.emit(int(button.objectName().removeprefix("text-size-")))

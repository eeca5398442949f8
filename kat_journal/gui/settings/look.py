"""How the program looks: light, dark or with high contrast, and the size of its text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.widgets.card import Card
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.texts import small, subheading


class LookCard(Card):
    """Two rows of choices, each in force at once.

    Signals:
        look_chosen: ``light``, ``dark``, ``high-contrast`` or ``system``.
        size_chosen: Percent.
    """

    look_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, sizes: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent, name="look")
        self.column.addWidget(subheading(self.tr("Look and text size")))
        self.column.addWidget(small(self.tr("Look")))
        looks = (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
            ("system", self.tr("As the system")),
        )
        self._looks = Choices("look", self.tr("Look"), looks, self)
        self._looks.chosen.connect(self.look_chosen)
        self.column.addWidget(self._looks)
        self.column.addWidget(small(self.tr("Text size")))
        percents = [(str(size), f"{size} %") for size in sizes]
        self._sizes = Choices("text-size", self.tr("Text size"), percents, self)
        self._sizes.chosen.connect(self._on_size)
        self.column.addWidget(self._sizes)

    def show_choices(self, look: str, size: int) -> None:
        """Show what is in force."""
        self._looks.set_key(look)
        self._sizes.set_key(str(size))

    def start(self) -> None:
        """Put the focus where a person would begin."""
        self._looks.focus_first()

    def _on_size(self, percent: str) -> None:
        self.size_chosen.emit(int(percent))

"""A row of options, chosen by pointer or keys. Up and down are left to the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Option
from kat_journal.gui.widgets.choices import Choices

MOST_DIGITS = 9


class OptionRow(Choices):
    """Options of which one, or any number, may be chosen, by a digit too; choosing a chosen one takes it back."""

    def __init__(
        self, name: str, question: str, options: Sequence[Option], *, several: bool, parent: QWidget | None = None
    ) -> None:
        words = [(option.id, option.text) for option in options]
        super().__init__(name, question, words, parent, upright=False, several=several, taken_back=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the numbers; walk with the arrows."""
        row = list(self)[:MOST_DIGITS]
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(row) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            row[number].setFocus(Qt.FocusReason.TabFocusReason)
            row[number].click()
        else:
            super().keyPressEvent(event)

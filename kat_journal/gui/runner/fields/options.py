"""A row of options, chosen by pointer or keys. Up and down are left to the page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kat_journal.domain.form import Option
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.digits import digit_of

MOST_DIGITS = 9


class OptionRow(Choices):
    """Options of which one, or any number, may be chosen, by a digit too.

    Choosing a chosen one takes it back, but for the digit of the one that may be chosen: said twice, it is still said.

    Signals:
        rated: A digit chose the one option; the page goes on from here.
    """

    rated = Signal()

    def __init__(
        self,
        name: str,
        question: str,
        options: Sequence[Option],
        *,
        several: bool,
        digits: Mapping[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the options.

        Args:
            name: See :class:`Choices`.
            question: The question, for screen readers.
            options: What may be chosen.
            several: Whether any number may be chosen.
            digits: The option that each digit chooses, where it is not the one at that place.
            parent: Its parent.
        """
        words = [(option.id, option.text) for option in options]
        super().__init__(name, question, words, parent, upright=False, several=several, taken_back=True)
        self._several_fit = several
        places = {place: option.id for place, option in enumerate(options[:MOST_DIGITS], start=1)}
        self._digits = places if digits is None else digits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the numbers, once for a key that is held down; walk with the arrows."""
        digit = digit_of(event)
        chosen = self._digits.get(digit) if digit is not None else None
        if chosen is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._choose(chosen)

    def _choose(self, key: str) -> None:
        button = self.button(key)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if self._several_fit or not button.isChecked():
            button.click()
        if not self._several_fit:
            self.rated.emit()

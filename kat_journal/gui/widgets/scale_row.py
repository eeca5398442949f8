"""The points of one scale, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.widgets.choices import Choices


class ScaleRow(QWidget):
    """Shows the points of a scale and says which one was chosen.

    Signals:
        value_chosen: The value of the point that the person chose.
    """

    value_chosen = Signal(int)

    def __init__(self, name: str, words: str, points: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        """Show ``(value, text)`` points; ``words`` is the question, for screen readers."""
        super().__init__(parent)
        self.setObjectName(name)
        self._choices = Choices(name, words, [(str(value), text) for value, text in points], self)
        self._choices.setObjectName(f"{name}-points")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choices)
        self._choices.chosen.connect(self._on_chosen)

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return self._choices.first

    def value(self) -> int | None:
        """The chosen value; None where nothing was chosen."""
        key = self._choices.key()
        return int(key) if key else None

    def set_value(self, value: int | None) -> None:
        """Choose a point without a signal; None chooses none."""
        self._choices.set_key("" if value is None else str(value))

    def _on_chosen(self, key: str) -> None:
        self.value_chosen.emit(int(key))

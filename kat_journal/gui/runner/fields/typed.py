"""Fields that read a number or a time out of what is typed; what they cannot read stays, and is said to be unread."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kat_journal.domain.form import Item
from kat_journal.domain.response import Answer
from kat_journal.gui.runner import clock_time
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.fields.writing import WordsLine
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.texts import body, muted

LINE_WIDTH = 12


class TypedField(Field):
    """A short line with a unit behind it and, if need be, a quiet word on how to write it."""

    left = Signal()

    def __init__(self, item: Item, unit: str, how: str, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self.line = WordsLine(self, name=f"item-{item.id}", accessible=item.ask)
        self.line.setMaximumWidth(LINE_WIDTH * self.line.fontMetrics().averageCharWidth() * 2)
        self._how = muted(how, f"item-{item.id}-how", self)
        self._how.hide()
        row = QHBoxLayout()
        row.addWidget(self.line)
        row.addWidget(body(unit, parent=self))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._how)
        self.line.changed.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_editing_finished)
        self.offer_note()

    def reads(self) -> bool:
        """Whether what stands there can be read, or nothing does."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """Where one types."""
        return self.line

    def commit(self) -> None:
        """Take in what an input method has not handed over yet."""
        super().commit()
        self.line.commit_pre_edit()

    def caret(self) -> int:
        """Where the caret stands."""
        return self.line.caret()

    def set_caret(self, place: int) -> None:
        """Put the caret back."""
        self.line.set_caret(place)

    @Slot()
    def _on_typed(self) -> None:
        if self.reads():
            self._how.hide()
        self.typed()

    @Slot()
    def _on_editing_finished(self) -> None:
        self._how.setVisible(not self.reads())
        if not self.reads():
            announce(self._how, self._how.text())


class NumberField(TypedField):
    """A number within its bounds."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, item.unit, _bounds(item, self.tr("Please write a number{0}.")), parent)

    def given(self) -> Answer:
        """The number, once one can be read."""
        return Answer(self.item.id, number=self._number())

    def show_given(self, answer: Answer) -> None:
        """Show the number."""
        self.line.set_words("" if answer.number is None else f"{answer.number:g}")

    def reads(self) -> bool:
        """Whether a number within the bounds, or nothing, stands there."""
        return not self.line.words().strip() or self._number() is not None

    def _number(self) -> float | None:
        try:
            number = float(self.line.words().strip().replace(",", "."))
        except ValueError:
            return None
        low = float("-inf") if self.item.low is None else self.item.low
        high = float("inf") if self.item.high is None else self.item.high
        return number if low <= number <= high and abs(number) != float("inf") else None


class TimeField(TypedField):
    """A time of day."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, "", self.tr("Please write a time such as 14:30."), parent)

    def given(self) -> Answer:
        """``HH:MM``, once a time can be read."""
        return Answer(self.item.id, text=clock_time.read(self.line.words()) or "")

    def show_given(self, answer: Answer) -> None:
        """Show the time."""
        self.line.set_words(answer.text)

    def reads(self) -> bool:
        """Whether a time, or nothing, stands there."""
        return not self.line.words().strip() or clock_time.read(self.line.words()) is not None


def _bounds(item: Item, sentence: str) -> str:
    known = item.low is not None and item.high is not None
    return sentence.format(f", {item.low:g} to {item.high:g}" if known else "")

"""Fields whose answers are chosen: one option, several, or yes and no."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kat_journal.domain.form import Item, ItemType, Option
from kat_journal.domain.response import Answer
from kat_journal.gui.runner.fields.field import Field
from kat_journal.gui.runner.fields.options import OptionRow

_YES_OR_NO = {0: "no", 1: "yes", 2: "no"}


class ChoiceField(Field):
    """One of several options, or any number of them.

    A guarded question takes no digit: whoever rates one row after the other in a rhythm must not answer it unread.
    """

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        several = item.type is ItemType.CHOICES
        self._row = OptionRow(
            f"item-{item.id}", item.ask, item.options, several=several, digits={} if item.guarded else None, parent=self
        )
        self._row.chosen.connect(self.tapped)
        self._row.rated.connect(self.rated)
        self.column.addWidget(self._row)
        self.offer_note()

    def given(self) -> Answer:
        """The options that are chosen."""
        return Answer(self.item.id, options=self._row.keys())

    def show_given(self, answer: Answer) -> None:
        """Choose the answer's options."""
        self._row.set_keys(answer.options)

    def target(self) -> QWidget:
        """The chosen option, or else the first."""
        return self._row.first


class YesNoField(Field):
    """Yes, no, or neither; by a digit too, 0 for no as on the rows beside it, and none where it is guarded."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        options = (Option("yes", self.tr("Yes")), Option("no", self.tr("No")))
        digits = _YES_OR_NO if not item.guarded else {}
        self._row = OptionRow(f"item-{item.id}", item.ask, options, several=False, digits=digits, parent=self)
        self._row.chosen.connect(self.tapped)
        self._row.rated.connect(self.rated)
        self._line = QHBoxLayout()
        self._line.addWidget(self._row, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addStretch(1)
        self.column.addLayout(self._line)
        self.offer_note()

    def stand_beside(self, texts: Sequence[QWidget]) -> bool:
        """Put yes and no at the end of the question's line: a list of them stays short."""
        words = QVBoxLayout()
        for text in texts:
            words.addWidget(text)
        words.addStretch(1)
        self._line.insertLayout(0, words, 1)
        self._line.setStretch(2, 0)
        return True

    def given(self) -> Answer:
        """1 for yes, 0 for no."""
        chosen = self._row.keys()
        return Answer(self.item.id, number=float(chosen == ("yes",)) if chosen else None)

    def show_given(self, answer: Answer) -> None:
        """Choose yes, no or neither."""
        chosen = () if answer.number is None else ("yes",) if answer.number else ("no",)
        self._row.set_keys(chosen)

    def target(self) -> QWidget:
        """The chosen one, or else yes."""
        return self._row.first

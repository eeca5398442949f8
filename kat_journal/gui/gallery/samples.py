"""What the gallery holds: a widget, the ground that it stands on, and the states it is shown in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.gallery.states import READ_AT, State
from kat_journal.gui.widgets.card import Card, Variant
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import small


class Ground(StrEnum):
    """What widgets stand on."""

    PAPER = "paper"
    PLAIN = "plain"
    LOW = "low"
    WARM = "warm"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Sample:
    """One widget of the gallery.

    Attributes:
        name: What a picture of it is called.
        widget: It.
        states: The states it can be in.
    """

    name: str
    widget: QWidget
    states: tuple[State, ...] = READ_AT


Make = Callable[[str], QWidget]
"""Makes a widget with that object name."""


class Shelf:
    """Makes widgets, puts each on every ground, and keeps them as samples."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self.samples: list[Sample] = []

    def show(self, title: str, kinds: Iterable[tuple[str, Make, tuple[State, ...]]]) -> None:
        """Show some kinds of widgets side by side, on one ground after the other."""
        kinds = tuple(kinds)
        for ground in Ground:
            frame = Fields() if ground is Ground.PAPER else Card(variant=Variant(ground))
            column = frame.column
            made = [Sample(f"{kind}-{ground}", make(f"{kind}-{ground}"), states) for kind, make, states in kinds]
            column.addWidget(small(f"{title}, {ground}"))
            column.addLayout(row(*(sample.widget for sample in made)))
            self._column.addWidget(frame)
            self.samples.extend(made)

    def show_alone(self, title: str, name: str, widget: QWidget, states: tuple[State, ...] = READ_AT) -> None:
        """Show a widget that takes the whole width, on paper."""
        self._column.addWidget(small(title))
        self._column.addWidget(widget)
        self.samples.append(Sample(name, widget, states))

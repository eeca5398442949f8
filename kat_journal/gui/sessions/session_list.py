"""The sessions of a course: what is ahead, then what was, newest first; the years before are folded away."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.sessions.rows import SessionLine, SessionRow
from kat_journal.gui.sessions.words import tr
from kat_journal.gui.sessions.year_fold import YearFold
from kat_journal.gui.share.slices import Slices
from kat_journal.gui.widgets import texts
from kat_journal.gui.widgets.emptying import empty

AT_FIRST = 6
"""Rows of each part that are shown without asking."""

ABOVE = 16
"""Pixels between two parts."""

A_FEW = 10
"""So many are never folded."""

NameOf = Callable[[Sequence[SessionLine], Sequence[SessionLine]], str]
"""Names a fold by its own lines and those that are shown already."""


class SessionList(QWidget):
    """Rows that are made in slices, so that years of them hold nobody up.

    Signals:
        opened: A session to open (its id).
        filled: Other rows are there: the order of the Tab key is another one now.
    """

    opened = Signal(int)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slices = Slices(self)
        self.ahead = Part(tr("Coming up"), "ahead", self)
        self.past = Part(tr("So far"), "earlier", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.ahead, self.past):
            column.addWidget(part)
            part.opened.connect(self.opened)
            part.unfolded.connect(self._on_unfolded)
            part.folded.connect(self.filled)

    @property
    def is_filling(self) -> bool:
        """Whether rows are being made."""
        return self._slices.is_running

    def show_sessions(self, ahead: Sequence[SessionLine], past: Sequence[SessionLine]) -> None:
        """Show other sessions: those ahead soonest first, the others newest first."""
        self._slices.stop()
        self.ahead.show_lines(ahead, _rest_of)
        self.past.show_lines(past, _year_of)
        self.filled.emit()

    def _on_unfolded(self, fold: YearFold) -> None:
        """Of both parts only one fold is open: what was looked at before is not in the way."""
        for part in (self.ahead, self.past):
            part.fold_all_but(fold)
        self._slices.run(fold.fill(), lambda: self._reveal(fold))

    def _reveal(self, fold: YearFold) -> None:
        fold.reveal()
        self.filled.emit()


class Part(QWidget):
    """A titled run of rows, and below them a fold for each year before.

    Signals:
        opened: A session to open (its id).
        unfolded: A fold whose rows are to be made.
        folded: Rows went.
    """

    opened = Signal(int)
    unfolded = Signal(object)
    folded = Signal()

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"sessions-{name}")
        self._name = name
        self._folds: list[YearFold] = []
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ABOVE, 0, 0)
        column.addWidget(texts.subheading(title))
        column.addLayout(self._rows)

    def show_lines(self, lines: Sequence[SessionLine], name_of: NameOf) -> None:
        """Show the first of them, and the names of the folds that hold the others."""
        empty(self._rows)
        self._folds = []
        first, *rest = chunks(lines)
        for line in first:
            shown = SessionRow(line)
            shown.opened.connect(self.opened)
            self._rows.addWidget(shown)
        for number, chunk in enumerate(rest):
            fold = YearFold(name_of(chunk, first), f"fold-{self._name}-{number}", chunk)
            fold.opened.connect(self.opened)
            fold.unfolded.connect(self.unfolded)
            fold.folded.connect(self.folded)
            self._folds.append(fold)
            self._rows.addWidget(fold)
        self.setVisible(bool(lines))

    def fold_all_but(self, open_one: YearFold) -> None:
        """Fold the others."""
        for fold in self._folds:
            if fold is not open_one:
                fold.fold()


def chunks(lines: Sequence[SessionLine]) -> list[list[SessionLine]]:
    """What is shown at once, and then the rest, year by year."""
    if len(lines) <= A_FEW:
        return [list(lines)]
    rest = groupby(lines[AT_FIRST:], key=lambda line: line.year)
    return [list(lines[:AT_FIRST]), *(list(year) for _, year in rest)]


def _rest_of(lines: Sequence[SessionLine], first: Sequence[SessionLine]) -> str:
    return _named(lines[0].year, first[-1].year, tr("Later in {year}"))


def _year_of(lines: Sequence[SessionLine], first: Sequence[SessionLine]) -> str:
    return _named(lines[0].year, first[-1].year, tr("Earlier in {year}"))


def _named(year: int | None, shown: int | None, same: str) -> str:
    if year is None:
        return tr("Without a day")
    return same.format(year=year) if year == shown else str(year)

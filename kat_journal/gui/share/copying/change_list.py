"""What is other in the copy than in the journal, line by line, and the way back from each."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kat_journal.domain.edited import APPOINTMENT
from kat_journal.gui.share.copying.late_column import LateColumn
from kat_journal.gui.share.copying.wording import excerpts, word
from kat_journal.gui.widgets.buttons import Button, link
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import body, muted, small
from kat_journal.services.replacements import Replacement, replaced_in
from kat_journal.services.summaries import Change, LineRef

ABOVE_CHANGE = 8
MOST = 50
"""Changes that are shown until more are asked for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a list of changes is made of."""

    changes: tuple[Change, ...] = ()
    labels: Mapping[str, str] | None = None
    names: tuple[Replacement, ...] = ()
    struck: Set[LineRef] = frozenset()


class ChangeRow(QFrame):
    """One change: where, before, after, and how to undo it.

    Signals:
        put_back: A line that was left out is to leave after all.
        off_wanted: A name is to be taken off the list.
    """

    put_back = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, change: Change, label: str, shown: Shown, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QWidget] = []
        self._names: tuple[Replacement, ...] = ()
        self._ref = LineRef(change.key, change.line)
        self._name = f"copy-change-{number}"
        self._about = label
        self.setObjectName(self._name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        before, after = excerpts(change.before, change.after)
        self._column.addWidget(small(label, f"{self._name}-where"))
        self._column.addWidget(body(before, f"{self._name}-before"))
        if not change.after and self._ref in shown.struck:
            self._column.addWidget(muted(self.tr("is left out"), f"{self._name}-how"))
            self._add_way(self.tr("Put back"), "back").clicked.connect(self._on_back)
        else:
            self._column.addWidget(muted(self.tr("leaves as"), f"{self._name}-how"))
            self._column.addWidget(body(after, f"{self._name}-after"))
            self._names = replaced_in(change.before, shown.names)
            for place, one in enumerate(self._names):
                way = self._add_way(self.tr("Take {0} off the list").format(word(one.name)), f"off-{place}")
                way.clicked.connect(self._on_off)

    def _add_way(self, text: str, name: str) -> Button:
        button = link(text, f"{self._name}-{name}")
        button.setAccessibleDescription(self._about)
        self._column.addLayout(row(button))
        self.buttons.append(button)
        return button

    def _on_back(self) -> None:
        self.put_back.emit(self._ref)

    def _on_off(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.off_wanted.emit(self._names[self.buttons.index(button)])


class ChangeList(LateColumn):
    """All changes of the copy.

    Signals:
        put_back: A line that was left out is to leave after all.
        off_wanted: A name is to be taken off the list.
    """

    put_back = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST, parent)
        self.setObjectName("copy-changes")
        self._shown = Shown()
        self._made: list[ChangeRow] = []
        self.fill_when_seen(partial(self._build, self._shown))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it shows, or will once it is seen."""
        return self._shown.changes

    def show_changes(self, shown: Shown) -> None:
        """Show these; nothing is done where nothing changed, so that the keyboard keeps its place."""
        if shown != self._shown:
            self._shown = shown
            self.fill_when_seen(partial(self._build, shown))

    def controls(self) -> list[list[QWidget]]:
        """The ways back of each change."""
        return [made.buttons for made in self._made if made.buttons]

    def _build(self, shown: Shown) -> Iterator[None]:
        self._made = []
        if not shown.changes:
            self.add(muted(self.tr("Nothing in this copy is other than in your journal."), "copy-no-changes"))
        labels = shown.labels or {}
        for number, change in enumerate(shown.changes[: self._limit]):
            top = self.tr("Who the appointment is with") if change.key == APPOINTMENT else ""
            made = ChangeRow(change, top or labels.get(change.key, ""), shown, number, self)
            made.put_back.connect(self.put_back)
            made.off_wanted.connect(self.off_wanted)
            self._made.append(made)
            self.add(made, ABOVE_CHANGE)
            yield
        if len(shown.changes) > self._limit:
            self.add_more(self.tr("Show more changes"))

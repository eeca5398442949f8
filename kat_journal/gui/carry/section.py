"""One of the three lists: what is carried, and folded beneath it what is over."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.domain.ids import Uid
from kat_journal.domain.practice import Carry
from kat_journal.gui.carry.row import KeptRow
from kat_journal.gui.carry.shown import Listed, Shown
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.emptying import empty
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.texts import muted, subheading

AT_ONCE = 20
"""How many rows of a list are shown before a person asks for more."""
GAP = 12


class Section(QWidget):
    """Shows one kind.

    Signals:
        acted: A row, and the key of what is to be done.
        changed: A row, and its new words.
        asked: The person would keep another one.
        grown: There are other parts now, for the Tab key to be led through.
    """

    acted = Signal(object, str)
    changed = Signal(object, str)
    asked = Signal()
    grown = Signal()

    def __init__(self, kind: Carry, texts: tuple[str, str, str, str], parent: QWidget | None = None) -> None:
        """Make an empty list; ``texts`` are its title, what it is for, the way to add, and the name of what is over."""
        super().__init__(parent)
        self._kind = kind
        self._listed = Listed((), ())
        self._most = {"now": AT_ONCE, "over": AT_ONCE}
        self.rows: dict[str, list[KeptRow]] = {"now": [], "over": []}
        title, about, add, over = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(subheading(title, f"{kind}-title"))
        column.addWidget(muted(about, f"{kind}-help"))
        self.add = buttons.secondary(add, f"keep-{kind}")
        self.add.clicked.connect(self.asked)
        column.addLayout(row(self.add))
        self._places = {"now": QVBoxLayout(), "over": QVBoxLayout()}
        self._more = {part: buttons.link(self.tr("Show more"), f"{kind}-{part}-more") for part in self._places}
        self.fold = buttons.link(over, f"{kind}-fold")
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self._on_fold)
        for part, place in self._places.items():
            place.setSpacing(GAP)
            if part == "over":
                column.addLayout(row(self.fold))
            column.addLayout(place)
            column.addLayout(row(self._more[part]))
            self._more[part].clicked.connect(self._on_more)

    def show_rows(self, listed: Listed) -> None:
        """Show what is there now."""
        self._listed = listed
        self.fold.setVisible(bool(listed.over))
        self._show_part("now", listed.now)
        self._show_part("over", listed.over if self.fold.isChecked() else ())

    def all_rows(self) -> Iterator[KeptRow]:
        """Every row that is shown."""
        return chain(self.rows["now"], self.rows["over"])

    def place_of(self, uid: Uid) -> int:
        """Which of the rows it is."""
        return next((place for place, one in enumerate(self.all_rows()) if one.shown.uid == uid), 0)

    def focus_on(self, uid: Uid, place: int, key: str) -> None:
        """Give the focus to that row, or to the one that took its place, or to the way to add."""
        shown = list(self.all_rows())
        same = next((one for one in shown if one.shown.uid == uid), None)
        if same is not None:
            same.focus_on(key)
        elif shown:
            shown[min(place, len(shown) - 1)].focus_on(key)
        else:
            self.add.setFocus()

    def _show_part(self, part: str, rows: Sequence[Shown]) -> None:
        open_edits = {one.shown.uid: one.typed() for one in self.rows[part] if one.is_editing}
        empty(self._places[part])
        self.rows[part] = []
        for place, shown in enumerate(rows[: self._most[part]]):
            one = KeptRow(shown, f"{self._kind}-{place}" if part == "now" else f"{self._kind}-over-{place}", self)
            one.acted.connect(self.acted)
            one.changed.connect(self.changed)
            one.folded.connect(self.grown)
            self._places[part].addWidget(one)
            one.show()  # at once, not with the next turn of the loop: the focus may be wanted there
            if shown.uid in open_edits:
                one.go_on_editing(open_edits[shown.uid])
            self.rows[part].append(one)
        self._more[part].setVisible(len(rows) > self._most[part])

    def _on_fold(self) -> None:
        self._show_part("over", self._listed.over if self.fold.isChecked() else ())
        self.grown.emit()

    def _on_more(self) -> None:
        part = next(part for part, button in self._more.items() if button is self.sender())
        first = len(self.rows[part])
        self._most[part] += AT_ONCE
        self._show_part(part, self._listed.now if part == "now" else self._listed.over)
        self.grown.emit()
        self.rows[part][first].focus_on("")

"""The tick list: everything that may go into the summary, in groups, reached and ticked by keyboard."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.column import Column
from kat_journal.gui.share.selection import Group, Selection
from kat_journal.gui.share.tick import Tick
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body, muted, small

ABOVE_GROUP = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TickList(Column):
    """Shows the candidates of a period and says what was ticked. Up and Down move, Space and Enter tick.

    Signals:
        ticked: Key of a candidate and whether it is chosen now.
        many_ticked: Keys of several candidates and whether they are chosen now.
        moved: The tick that an arrow key led to.
    """

    ticked = Signal(str, bool)
    many_ticked = Signal(list, bool)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share-list")
        self.setAccessibleName(self.tr("What to share"))
        self._ticks: list[Tick] = []
        self._open_keys: list[str] = []

    def show_selection(self, selection: Selection) -> None:
        """Show the groups; a long list is built in slices, so the window never stops."""
        self._ticks.clear()
        self._open_keys.clear()
        self.fill(self._build(selection))

    def show_chosen(self, selection: Selection) -> None:
        """Bring the marks in line with what is chosen."""
        for tick in self._ticks:
            tick.setChecked(selection.is_ticked(tick.key))

    def first(self) -> QWidget | None:
        """Where a person would begin."""
        return self._ticks[0] if self._ticks else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead from tick to tick; Ctrl+A ticks everything that is not guarded."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Tick):
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self.many_ticked.emit(list(self._open_keys), True)
                return True
            if step := _STEPS.get(Qt.Key(event.key())):
                self._move(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _build(self, selection: Selection) -> Iterator[None]:
        groups = selection.groups()
        if not groups:
            words = self.tr("Nothing was written in this time that could go into a summary.")
            self.add(muted(words, "nothing-here"))
        for number, group in enumerate(groups):
            self._add_heading(group, number)
            for candidate in group.candidates:
                name = f"share-tick-{len(self._ticks)}"
                tick = Tick(candidate.key, candidate.label, candidate.words, name, self)
                tick.setChecked(selection.is_ticked(candidate.key))
                tick.clicked.connect(self._on_clicked)
                tick.installEventFilter(self)
                self._ticks.append(tick)
                if not group.guarded:
                    self._open_keys.append(candidate.key)
                self.add(tick)
                yield

    def _add_heading(self, group: Group, number: int) -> None:
        above = ABOVE_GROUP if number else 0
        if group.guarded:
            self.add(body(self.tr("Asked each time"), "guarded-heading"), above)
            words = self.tr("These never start ticked, and the program does not remember that you ticked them.")
            self.add(small(words, "guarded-words"))
            return
        row = QWidget(self)
        flow = FlowLayout(row, 16)
        flow.addWidget(body(group.title, f"group-{number}"))
        keys = [candidate.key for candidate in group.candidates]
        if len(keys) > 1:
            flow.add_stretch()
            flow.addWidget(self._for_group(self.tr("All"), group.title, keys, True, f"group-{number}-all"))
            flow.addWidget(self._for_group(self.tr("None"), group.title, keys, False, f"group-{number}-none"))
        self.add(row, above)

    def _for_group(self, text: str, title: str, keys: Sequence[str], ticked: bool, name: str) -> QWidget:
        button = link(text, name)
        button.setAccessibleName(f"{title}: {text}")
        button.setProperty("keys", list(keys))
        button.clicked.connect(self._on_all if ticked else self._on_none)
        return button

    def _on_clicked(self, checked: bool) -> None:
        tick = self.sender()
        if isinstance(tick, Tick):
            self.ticked.emit(tick.key, checked)

    def _on_all(self) -> None:
        self.many_ticked.emit(self.sender().property("keys"), True)

    def _on_none(self) -> None:
        self.many_ticked.emit(self.sender().property("keys"), False)

    def _move(self, tick: Tick, step: int) -> None:
        place = self._ticks.index(tick) + step
        if 0 <= place < len(self._ticks):
            self._ticks[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(self._ticks[place])

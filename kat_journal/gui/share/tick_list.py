"""The tick list: everything that may go into the summary, in groups, reached and ticked by keyboard."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.column import Column
from kat_journal.gui.share.selection import Group, Selection
from kat_journal.gui.share.tick import Tick
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import body, muted, small
from kat_journal.services.summaries import Candidate

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
        self._headings: list[tuple[list[QWidget], list[Tick]]] = []
        self._open_keys: list[str] = []

    def show_selection(self, selection: Selection) -> None:
        """Show the groups; a long list is built in slices, so the window never stops."""
        self._ticks.clear()
        self._headings.clear()
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
        else:
            self.add(self._only_ticked())
        for number, group in enumerate(groups):
            ticks: list[Tick] = []
            self._headings.append((self._add_heading(group, number), ticks))
            for candidate in group.candidates:
                ticks.append(self._tick(candidate, group, ticked=selection.is_ticked(candidate.key)))
                self.add(ticks[-1])
                yield

    def _tick(self, candidate: Candidate, group: Group, *, ticked: bool) -> Tick:
        tick = Tick(candidate.key, candidate.label, candidate.words, f"share-tick-{len(self._ticks)}", self)
        tick.setChecked(ticked)
        tick.setAccessibleDescription(self.tr("Asked each time") if group.guarded else group.title)
        tick.clicked.connect(self._on_clicked)
        tick.installEventFilter(self)
        self._ticks.append(tick)
        if not group.guarded:
            self._open_keys.append(candidate.key)
        return tick

    def _only_ticked(self) -> QWidget:
        """The way to the one to untick among two hundred."""
        button = link(self.tr("Only what is ticked"), "only-ticked")
        button.setCheckable(True)
        button.clicked.connect(self._on_only_ticked)
        return button

    def _on_only_ticked(self, only: bool) -> None:
        """Leave out what is not ticked now; what is unticked here stays in sight until this is pressed again."""
        for heading, ticks in self._headings:
            for tick in ticks:
                tick.setVisible(tick.isChecked() or not only)
            for part in heading:
                part.setVisible(any(not tick.isHidden() for tick in ticks))
        self.place_again()

    def _add_heading(self, group: Group, number: int) -> list[QWidget]:
        above = ABOVE_GROUP if number else 0
        if group.guarded:
            title = body(self.tr("Asked each time"), "guarded-heading")
            words = self.tr("These never start ticked, and the program does not remember that you ticked them.")
            about = small(words, "guarded-words")
            self.add(title, above)
            self.add(about)
            return [title, about]
        row = QWidget(self)
        flow = FlowLayout(row, 16)
        flow.addWidget(body(group.title, f"group-{number}"))
        keys = [candidate.key for candidate in group.candidates]
        if len(keys) > 1:
            flow.add_stretch()
            flow.addWidget(self._for_group(self.tr("All"), group.title, keys, True, f"group-{number}-all"))
            flow.addWidget(self._for_group(self.tr("None"), group.title, keys, False, f"group-{number}-none"))
        self.add(row, above)
        return [row]

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
        announce(self, self.tr("All of them are ticked."))

    def _on_none(self) -> None:
        self.many_ticked.emit(self.sender().property("keys"), False)
        announce(self, self.tr("None of them is ticked."))

    def _move(self, tick: Tick, step: int) -> None:
        shown = [one for one in self._ticks if not one.isHidden()]
        place = shown.index(tick) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(shown[place])

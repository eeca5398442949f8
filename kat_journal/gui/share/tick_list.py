"""The tick list: everything that may go into the summary, in groups, reached and ticked by keyboard."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.column import Column
from kat_journal.gui.share.days import day_of
from kat_journal.gui.share.first_look import FirstLook
from kat_journal.gui.share.list_head import NONE_KEYS, ListHead
from kat_journal.gui.share.selection import Group, Selection
from kat_journal.gui.share.tick import Said, Tick
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import link
from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import Text, body, muted, small
from kat_journal.services.summaries import Candidate

ABOVE_GROUP = 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(slots=True)
class _Shown:
    """A group that is shown: its heading, and its ticks as far as they are built."""

    group: Group
    heading: list[QWidget]
    ticks: list[Tick] = field(default_factory=list)


class TickList(Column):
    """Shows the candidates of a period and says what was ticked. Up and Down move, Space and Enter tick.

    Signals:
        ticked: Key of a candidate and whether it is chosen now.
        put_first: Key of a candidate that is ticked, and whether it is to be looked at first.
        many_ticked: Keys of several candidates and whether they are chosen now.
        moved: The tick that an arrow key led to.
    """

    ticked = Signal(str, bool)
    many_ticked = Signal(list, bool)
    put_first = Signal(str, bool)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share-list")
        self.setAccessibleName(self.tr("What to share"))
        self._selection = Selection()
        self._groups: tuple[Group, ...] = ()
        self._shown: list[_Shown] = []
        self._ticks: list[Tick] = []
        self._can_be_first: frozenset[str] = frozenset()
        self._first_looks: dict[Tick, FirstLook] = {}
        self._head: ListHead | None = None
        self._nothing: Text | None = None
        self._left_out: frozenset[str] = frozenset()

    def show_selection(self, selection: Selection, today: date, *, after_summary: bool = False) -> None:
        """Show the groups; a long list is built in slices, so the window never stops."""
        self._selection, self._groups = selection, selection.groups()
        self._ticks.clear()
        self._first_looks.clear()
        self._can_be_first = frozenset(
            one.key for group in self._groups for one in group.candidates if one.can_be_first
        )
        self._shown.clear()
        self._left_out = frozenset()
        self._head = self._nothing = None
        self.fill(self._build(today, after_summary=after_summary))

    def show_chosen(self) -> None:
        """Bring the marks in line with what is chosen."""
        for tick in self._ticks:
            tick.mark(self._selection.is_ticked(tick.key))
        self.place_again()

    def first(self) -> QWidget | None:
        """Where a person would begin."""
        return self._ticks[0] if self._ticks else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys lead from tick to tick; two others tick everything that is not guarded, or untick all."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._on_all(ticked=True)
        elif QKeySequence(event.keyCombination()) == NONE_KEYS:
            self._on_all(ticked=False)
        elif not self._move(_STEPS.get(Qt.Key(event.key()), 0)):
            super().keyPressEvent(event)

    def _build(self, today: date, *, after_summary: bool) -> Iterator[None]:
        if not self._groups:
            words = self.tr("Nothing was written in this time that could go into a summary.")
            self.add(muted(words, "nothing-here"))
            return
        self._head = ListHead(self, after_summary=after_summary)
        self._head.all_wanted.connect(self._on_all)
        self._head.filtered.connect(self._on_filtered)
        self.add(self._head)
        self._nothing = muted("", "none-shown", self)
        self.add(self._nothing, shown=False)
        for number, group in enumerate(self._groups):
            labels = Counter(candidate.label for candidate in group.candidates)
            shown = _Shown(group, self._add_heading(group, number))
            self._shown.append(shown)
            for candidate in group.candidates:
                said = self._said(candidate, today, shows_day=labels[candidate.label] > 1)
                shown.ticks.append(self._tick(candidate, group, said))
                self.add(shown.ticks[-1], shown=candidate.key not in self._left_out)
                yield

    def _tick(self, candidate: Candidate, group: Group, said: Said) -> Tick:
        tick = Tick(candidate.key, said, f"share-tick-{len(self._ticks)}", self)
        tick.setChecked(self._selection.is_ticked(candidate.key))
        tick.setAccessibleDescription(self.tr("Asked each time") if group.guarded else group.title)
        tick.clicked.connect(self._on_clicked)
        self._ticks.append(tick)
        return tick

    def _place(self, widget: QWidget, above: int) -> None:
        """A line that is ticked has a control under it; the others have neither that nor room for it."""
        super()._place(widget, above)
        if not isinstance(widget, Tick) or widget.key not in self._can_be_first:
            return
        if not widget.isChecked():
            self._take_first_look(widget)
            return
        control = self._first_look_of(widget)
        inset = widget.fontMetrics().height()
        width = min(control.sizeHint().width(), max(0, widget.width() - inset))
        left = widget.width() - inset - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else inset
        height = control.heightForWidth(width)
        control.setMaximumHeight(height)
        control.setGeometry(left, self._bottom, width, height)
        control.show()
        self._bottom += height
        self.setMinimumHeight(self._bottom)

    def _first_look_of(self, tick: Tick) -> FirstLook:
        control = self._first_looks.get(tick)
        if control is None:
            name = tick.objectName().replace("share-tick", "first-look")
            control = FirstLook(tick.key, tick.accessibleName(), name, tick.parentWidget())
            control.ensurePolished()
            control.clicked.connect(self._on_first_look)
            if self.is_ready:  # else all of them are put in order once the list is
                QWidget.setTabOrder(tick, control)
            self._first_looks[tick] = control
        control.setChecked(tick.key in self._selection.first)
        return control

    def _take_first_look(self, tick: Tick) -> None:
        control = self._first_looks.pop(tick, None)
        if control is not None:
            if control.hasFocus():
                tick.setFocus()
            control.hide()
            control.deleteLater()

    def _end_of(self, row: QWidget) -> int:
        control = self._first_looks.get(row) if isinstance(row, Tick) else None
        return super()._end_of(control or row)

    def _move_by(self, row: QWidget, distance: int) -> None:
        super()._move_by(row, distance)
        control = self._first_looks.get(row) if isinstance(row, Tick) else None
        if control is not None:
            super()._move_by(control, distance)

    def _said(self, candidate: Candidate, today: date, *, shows_day: bool) -> Said:
        """A number and a session say their day themselves."""
        day = "" if candidate.memory or candidate.day is None else day_of(candidate.day, today)
        known = self.tr("New since the last summary") if candidate.is_new else ""
        if candidate.shared_on is not None:
            words = self.tr("Shared on {0}, changed since") if candidate.is_changed else self.tr("Shared on {0}")
            known = words.format(day_of(candidate.shared_on, today))
        return Said(candidate.label, candidate.words, day, known, shows_day)

    def _add_heading(self, group: Group, number: int) -> list[QWidget]:
        above = ABOVE_GROUP if number else 0
        if group.guarded:
            words = self.tr(
                "Each of these needs its own tick. They never start ticked, and the program does not remember it."
            )
            parts: list[QWidget] = [body(self.tr("Asked each time"), "guarded-heading"), small(words, "guarded-words")]
        else:
            row = QWidget(self)
            flow = FlowLayout(row)
            flow.addWidget(body(group.title, f"group-{number}"))
            if len(group.candidates) > 1:
                flow.add_stretch()
                flow.addWidget(self._for_group(self.tr("All"), group.title, number, "all"))
                flow.addWidget(self._for_group(self.tr("None"), group.title, number, "none"))
            parts = [row]
        shown = any(candidate.key not in self._left_out for candidate in group.candidates)
        for part in parts:
            self.add(part, above if part is parts[0] else 0, shown=shown)
        return parts

    def _for_group(self, text: str, title: str, number: int, which: str) -> QWidget:
        button = link(text, f"group-{number}-{which}")
        button.setAccessibleName(f"{title}: {text}")
        button.setProperty("group", number)
        button.clicked.connect(self._on_group_all if which == "all" else self._on_group_none)
        return button

    def _on_clicked(self, checked: bool) -> None:
        tick = self.sender()
        if isinstance(tick, Tick):
            self.ticked.emit(tick.key, checked)
            self.place_one(tick)

    def _on_first_look(self, checked: bool) -> None:
        control = self.sender()
        if isinstance(control, FirstLook):
            self.put_first.emit(control.key, checked)

    def _on_group_all(self) -> None:
        self._tick_many([self._groups[self.sender().property("group")]], ticked=True)
        announce(self, self.tr("All of them are ticked."))

    def _on_group_none(self) -> None:
        self._tick_many([self._groups[self.sender().property("group")]], ticked=False)
        announce(self, self.tr("None of them is ticked."))

    def _on_all(self, ticked: bool) -> None:
        open_ones = [group for group in self._groups if not group.guarded]
        self._tick_many(open_ones if ticked else self._groups, ticked=ticked)
        if not ticked:
            announce(self, self.tr("Nothing is ticked."))
        elif len(open_ones) < len(self._groups):
            announce(self, self.tr("All are ticked, but for those that are asked each time."))
        else:
            announce(self, self.tr("All are ticked."))

    def _tick_many(self, groups: Sequence[Group], *, ticked: bool) -> None:
        """Only what is to be seen: nobody ticks what a filter leaves out."""
        keys = [one.key for group in groups for one in group.candidates if one.key not in self._left_out]
        self.many_ticked.emit(keys, ticked)

    def _on_filtered(self) -> None:
        """Leave out what is not wanted now; what is unticked here stays in sight until a button is pressed again."""
        head, nothing = self._head, self._nothing
        if head is None or nothing is None:
            return
        every = [candidate for group in self._groups for candidate in group.candidates]
        self._left_out = frozenset(
            one.key
            for one in every
            if (head.only_ticked and not self._selection.is_ticked(one.key))
            or (head.only_new and not (one.is_new or one.is_changed))
        )
        for shown in self._shown:
            for tick in shown.ticks:
                tick.setVisible(tick.key not in self._left_out)
                if control := self._first_looks.get(tick):
                    control.setVisible(tick.key not in self._left_out)
            for part in shown.heading:
                part.setVisible(any(one.key not in self._left_out for one in shown.group.candidates))
        words = self.tr("Nothing of this is ticked.") if head.only_ticked else self.tr("Nothing is new since then.")
        nothing.setText(words if len(self._left_out) == len(every) else "")
        nothing.setVisible(bool(nothing.text()))
        announce(self, nothing.text())
        self.place_again()

    def _control_has_focus(self, tick: Tick) -> bool:
        control = self._first_looks.get(tick)
        return control is not None and control.hasFocus()

    def _move(self, step: int) -> bool:
        """To the next tick in sight, if one has the focus."""
        shown = [one for one in self._ticks if not one.isHidden()] if step else []
        at = next((number for number, one in enumerate(shown) if one.hasFocus() or self._control_has_focus(one)), None)
        if at is None or not 0 <= at + step < len(shown):
            return False
        shown[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(shown[at + step])
        return True

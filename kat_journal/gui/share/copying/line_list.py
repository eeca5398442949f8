"""The lines of the chosen answers, under the name of each, reached and left out by keyboard."""

from collections.abc import Iterator, Mapping, Set

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kat_journal.domain.letters import folded
from kat_journal.gui.share.copying.late_column import LateColumn
from kat_journal.gui.share.copying.line_row import LineRow
from kat_journal.gui.widgets.texts import body, muted
from kat_journal.services.summaries import Line, LineRef

ABOVE_ANSWER = 8
MOST = 300
"""Lines that are shown until more are asked for."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LineList(LateColumn):
    """Up and Down move, Space and Enter leave out or put back.

    Signals:
        struck: A line, and whether it is left out now.
        moved: The row that an arrow key led to.
    """

    struck = Signal(object, bool)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST, parent)
        self.setObjectName("copy-lines")
        self._lines: tuple[Line, ...] = ()
        self._labels: Mapping[str, str] = {}
        self._by_ref: dict[LineRef, LineRow] = {}
        self._struck: Set[LineRef] = frozenset()
        self._wanted = ""

    def show_lines(self, lines: tuple[Line, ...], labels: Mapping[str, str], struck: Set[LineRef]) -> None:
        """Show these; a long list is built in slices, so the window never stops."""
        self._lines, self._labels, self._struck = lines, labels, struck
        self.fill_when_seen(self._build)

    def show_struck(self, struck: Set[LineRef]) -> None:
        """Bring the marks in line with what is left out."""
        self._struck = struck
        for ref, row in self._by_ref.items():
            row.setChecked(ref in struck)

    def look_for(self, words: str) -> None:
        """Show only the lines that hold these words."""
        wanted = folded(words.strip())
        if wanted != self._wanted:
            self._wanted, self._limit = wanted, MOST
            self.fill_when_seen(self._build)

    def controls(self) -> list[list[QWidget]]:
        """Each row."""
        return [[row] for row in self._by_ref.values()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead from line to line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, LineRow):
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step:
                self._move(watched, step)
            return step != 0
        return super().eventFilter(watched, event)

    def _build(self) -> Iterator[None]:
        self._by_ref = {}
        key = ""
        for line in self._lines:
            if self._wanted in folded(line.words):
                if len(self._by_ref) == self._limit:
                    self.add_more(self.tr("Show more lines"))
                    return
                if line.ref.key != key:
                    key = line.ref.key
                    self.add(body(self._labels.get(key, ""), "copy-answer"), ABOVE_ANSWER)
                self.add(self._row(line))
            yield
        if not self._by_ref:
            nothing = self.tr("Nothing with words is ticked.")
            self.add(muted(self.tr("No line holds these words.") if self._lines else nothing, "copy-no-lines"))

    def _row(self, line: Line) -> LineRow:
        row = LineRow(line, self._labels.get(line.ref.key, ""), f"copy-line-{len(self._by_ref)}", self)
        row.setChecked(line.ref in self._struck)
        row.clicked.connect(self._on_clicked)
        row.installEventFilter(self)
        self._by_ref[line.ref] = row
        return row

    def _on_clicked(self, checked: bool) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            row.say_state()
            self._struck = self._struck | {row.line.ref} if checked else self._struck - {row.line.ref}
            self.struck.emit(row.line.ref, checked)

    def _move(self, row: LineRow, step: int) -> None:
        rows = list(self._by_ref.values())
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(rows[place])

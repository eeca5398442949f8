"""A year of sessions behind its name: one line each, made only when somebody wants to see them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.sessions.rows import SessionLine
from kat_journal.gui.sessions.words import tr
from kat_journal.gui.widgets import buttons
from kat_journal.gui.widgets.row import row


class _Line(buttons.Button):
    """A link that measures itself once for each width: a layout of many asks each of them some thirty times."""

    def __init__(self, text: str, name: str) -> None:
        self._heights: dict[int, int] = {}
        self._wished: QSize | None = None
        super().__init__(text, "link", name)

    def heightForWidth(self, width: int) -> int:
        """See :class:`Button`."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """See :class:`Button`."""
        if self._wished is None:
            self._wished = super().sizeHint()
        return self._wished

    def changeEvent(self, event: QEvent) -> None:
        """Measure afresh with another font or style."""
        self._heights.clear()
        self._wished = None
        super().changeEvent(event)


class YearFold(QWidget):
    """A name that unfolds. Its rows are made while they are hidden, so that the page is laid out once.

    Signals:
        opened: A session to open (its id).
        unfolded: This one: its rows are to be made and revealed.
        folded: Its rows went.
    """

    opened = Signal(int)
    unfolded = Signal(object)
    folded = Signal()

    def __init__(self, name: str, object_name: str, lines: Sequence[SessionLine]) -> None:
        super().__init__()
        self._lines = lines
        self._text = name
        self._name = buttons.link("", object_name)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row(self._name))
        self._name.clicked.connect(self._on_clicked)
        self._say(tr("Show: {name}"))

    def fill(self) -> Iterator[None]:
        """Make the rows, one at a time."""
        inside = QWidget(self)
        inside.hide()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._inside = inside
        for line in self._lines:
            button = _Line(f"{line.title}. {line.about}", f"open-session-{line.id}")
            button.clicked.connect(lambda _=False, own=line.id: self.opened.emit(own))
            column.addWidget(button)
            button.ensurePolished()  # here, row by row: all at once it would hold the window up
            yield

    def reveal(self) -> None:
        """Show the rows that were made."""
        if self._inside is not None:
            self._column.addWidget(self._inside)
            self._inside.show()
        self._say(tr("Hide: {name}"))

    def fold(self) -> None:
        """Let the rows go."""
        inside, self._inside = self._inside, None
        if inside is not None:
            inside.hide()
            inside.deleteLater()
            self._say(tr("Show: {name}"))

    def _say(self, words: str) -> None:
        self._name.setText(words.format(name=self._text))

    def _on_clicked(self) -> None:
        if self._inside is None:
            self.unfolded.emit(self)
        else:
            self.fold()
            self.folded.emit()

"""The part of the pane about lines: what it is for, a field to find one, and the lines."""

from collections.abc import Mapping, Set

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.copying.line_list import LineList
from kat_journal.gui.widgets.fields import Fields
from kat_journal.gui.widgets.line import Line as Field
from kat_journal.gui.widgets.texts import field_label, muted
from kat_journal.services.summaries import Line, LineRef

PAUSE = 150
"""Milliseconds without a key before the list follows what is looked for."""


class LinesPart(Fields):
    """Shows the lines that could be left out.

    Signals:
        seen: It is shown, and wants the lines as they are now.
    """

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy-part-lines-shown")
        self._shown: tuple[tuple[Line, ...], dict[str, str]] | None = None
        about = self.tr("Leave single lines out of this summary. They come back with the next one.")
        self.column.addWidget(muted(about, "copy-lines-about", self))
        self._field = Field(self, name="copy-find")
        self.column.addWidget(field_label(self.tr("Find a line by a word"), self._field, parent=self))
        self.column.addWidget(self._field)
        self.list = LineList(self)
        self.column.addWidget(self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._find)
        self._field.textChanged.connect(self._pause.start)
        self._field.returnPressed.connect(self._find)

    def show_lines(self, lines: tuple[Line, ...], labels: Mapping[str, str], struck: Set[LineRef]) -> None:
        """Show these lines; those that are there already stay where they are."""
        if (lines, dict(labels)) == self._shown:
            self.list.show_struck(struck)
            return
        self._shown = (lines, dict(labels))
        self.list.show_lines(lines, labels, struck)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the lines."""
        super().showEvent(event)
        self.seen.emit()

    def _find(self) -> None:
        self._pause.stop()
        self.list.look_for(self._field.text())

"""Side effects by session as a table of dots, and one of them over time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.dates import dated, short_day
from kat_journal.gui.progress.section import Section
from kat_journal.gui.progress.words import Sayer
from kat_journal.gui.widgets import texts
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.table import Cell, Cells, Table
from kat_journal.services.progress import ProgressView, Series


class Effects(QWidget):
    """Shows side effects.

    Signals:
        chosen: The place, among those on offer, of the one to show over time.
    """

    chosen = Signal(int)

    def __init__(self, view: ProgressView, sayer: Sayer) -> None:
        super().__init__()
        self.setObjectName("effects")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.section: Section | None = None
        if view.effects and view.marks:
            self._add_table(view, sayer)

    def offer(self, offered: Sequence[Series], shown: Series, section: Section) -> None:
        """Let one of several be chosen, and show it."""
        self._column.addSpacing(20)
        self._column.addWidget(texts.subheading(self.tr("One side effect over time")))
        options = [(str(place), series.title) for place, series in enumerate(offered)]
        choices = Choices("effect", self.tr("Which side effect"), options)
        choices.set_key(str(list(offered).index(shown)))
        choices.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self._column.addWidget(choices)
        self.section = section
        self._column.addWidget(section)

    def _add_table(self, view: ProgressView, sayer: Sayer) -> None:
        self._column.addWidget(texts.subheading(self.tr("Side effects by session")))
        self._column.addWidget(
            texts.muted(
                self.tr(
                    "How much each one bothered you at worst after a session: from one dot for a little to four for"
                    " overwhelming. A ring is not at all, ? is noticed and not rated, – is skipped."
                    " Blank was not asked."
                )
            )
        )
        table = Table("effects-table", self.tr("Side effects by session"))
        day = short_day if view.marks[0].at.year == view.marks[-1].at.year else dated
        headings = [self.tr("{0}: {1}").format(mark.number, day(mark.at.date())) for mark in view.marks]
        rows = [[Cell(*sayer.cell(cell)) for cell in row.cells] for row in view.effects]
        table.show_cells(Cells(headings, rows, [row.title for row in view.effects]))
        table.show_newest()
        self._column.addWidget(table)

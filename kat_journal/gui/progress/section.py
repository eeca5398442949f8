"""One series: its chart, the same answers as a table, and what was pointed at."""

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kat_journal.gui.progress.answer_rows import AnswerRows, each_answer_once
from kat_journal.gui.progress.plots import shown
from kat_journal.gui.progress.side_by_side import SideBySide
from kat_journal.gui.progress.words import Sayer
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.chart import Chart
from kat_journal.gui.widgets.row import row
from kat_journal.gui.widgets.table import Cells, Table
from kat_journal.services.progress import ProgressView, Series, SeriesKind

LONG: Final = 120
"""Days beyond which a chart takes the whole width."""


class Section(QWidget):
    """Shows one series.

    Signals:
        picture_wanted: The person wants the chart of this section as a picture.
    """

    picture_wanted = Signal(object)

    def __init__(self, name: str, series: Series, view: ProgressView, sayer: Sayer) -> None:
        super().__init__()
        self.setObjectName(name)
        self._series = series
        self._chart = Chart(f"{name}-chart", self.tr("{0}, over time").format(series.title))
        self._table = Table(f"{name}-table", self.tr("{0}, as a table").format(series.title))
        self._picture = buttons.link(self.tr("Save as picture…"), f"{name}-picture")
        self._picture.setAccessibleDescription(series.title)
        self._picture.clicked.connect(self._on_picture)
        self._said = texts.muted("", f"{name}-said")
        made = shown(series, view, sayer)
        self._chart.show_plot(made.plot, made.about)
        self._plot = made.plot
        self._table.show_cells(self._cells(sayer), last_grows=True)
        self._chart.pointed.connect(self._on_pointed)
        self._table.selectionModel().currentChanged.connect(self._on_row)
        self._arrange(stacked=made.plot.days > LONG)

    @property
    def title(self) -> str:
        """What the series is called."""
        return self._series.title

    def picture(self, title: str) -> QImage:
        """The chart under a title."""
        return self._chart.picture(title)

    def _arrange(self, *, stacked: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = row(texts.subheading(self._series.title))
        head.add_stretch()
        head.addWidget(self._picture)
        column.addLayout(head)
        if self._series.kind is not SeriesKind.EFFECT:  # several check-ins ask for a side effect
            column.addWidget(texts.small(self._series.form_title))
        column.addWidget(SideBySide(self._chart, self._table, stacked=stacked))
        column.addWidget(self._said)

    def _cells(self, sayer: Sayer) -> Cells:
        series = self._series
        headings = (self.tr("Day"), sayer.heading(series), self.tr("After session"))
        return Cells(headings, AnswerRows(series, sayer), measured=each_answer_once(series))

    def _on_picture(self) -> None:
        self.picture_wanted.emit(self)

    def _on_pointed(self, place: int) -> None:
        self._said.setText(self._plot.said(place))
        self._table.setCurrentIndex(self._table.model().index(len(self._plot.dots) - 1 - place, 0))

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        place = len(self._plot.dots) - 1 - now.row()
        if now.isValid() and place != self._chart.current:
            self._chart.point_at(place)
            self._said.setText(self._plot.said(place))

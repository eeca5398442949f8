"""The answers of a series as the rows of a table."""

from kat_journal.gui.progress.words import Sayer
from kat_journal.gui.widgets.table import Cell
from kat_journal.services.progress import Series


class AnswerRows:
    """The newest first: that is what most people look for. Each is made when it is seen, for years of them are many."""

    def __init__(self, series: Series, sayer: Sayer) -> None:
        """Know what to say, and how."""
        self._series, self._sayer = series, sayer

    def __len__(self) -> int:
        """One for each answer."""
        return len(self._series.points)

    def __getitem__(self, place: int) -> tuple[Cell, ...]:
        """The row at a place."""
        series, sayer = self._series, self._sayer
        point = series.points[len(self) - 1 - place]
        return (
            Cell(sayer.day(point)),
            Cell(sayer.value(series, point, short=True), sayer.value(series, point)),
            Cell(sayer.shortly_after(point), sayer.after(point)),
        )


def each_answer_once(series: Series) -> tuple[int, ...]:
    """A row for each different answer: to measure them is to measure all."""
    last = len(series.points) - 1
    rows = {
        (point.value, point.words, point.missing, point.estimated, point.answered, point.of): last - place
        for place, point in enumerate(series.points)
    }
    return tuple(rows.values())

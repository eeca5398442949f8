"""How numbers, gaps and days are said on Progress. Where numbers are hidden, words and shapes stay."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from kat_journal.gui.dates import dated
from kat_journal.services.progress import EffectCell, Mark, Missing, Point, Series, SeriesKind

_MOST_DOTS: Final = 4
"""A scale that ends at no more than this is shown as so many dots."""

_NEAR: Final = 31
"""Days after a session for which a place is told from it."""


def tr(text: str) -> str:
    """Translate a string of Progress."""
    return QCoreApplication.translate("Progress", text)


class Sayer:
    """Says places of a series.

    Attributes:
        numbers: Whether numbers may be said.
    """

    def __init__(self, marks: Sequence[Mark], numbers: bool) -> None:
        """Know the sessions, oldest first."""
        self.numbers = numbers
        self._marks = marks
        self._days = [mark.at.date() for mark in marks]
        self._dated: dict[date, str] = {}
        self._near_by: dict[date, tuple[int, int] | None] = {}

    def day(self, point: Point) -> str:
        """Such as "3 Nov 2026"; every series asks for the same days again."""
        day = point.at.date()
        if day not in self._dated:
            self._dated[day] = dated(day)
        return self._dated[day]

    def after(self, point: Point) -> str:
        """Where it stands after a session that is near; empty where none is."""
        if (near := self._near(point)) is None:
            return ""
        number, days = near
        named = (tr("The day of session {0}"), tr("The day after session {0}"))
        said = named[days] if days < len(named) else tr("{1} days after session {0}")
        return said.format(number, days)

    def shortly_after(self, point: Point) -> str:
        """The same for a narrow column whose heading speaks of sessions, such as "3, 2 days"."""
        if (near := self._near(point)) is None:
            return ""
        number, days = near
        named = (tr("{0}, that day"), tr("{0}, 1 day"))
        return (named[days] if days < len(named) else tr("{0}, {1} days")).format(number, days)

    def _near(self, point: Point) -> tuple[int, int] | None:
        """The number of the session before it, and the days since."""
        day = point.at.date()
        if day not in self._near_by:
            self._near_by[day] = self._nearest(day)
        return self._near_by[day]

    def _nearest(self, day: date) -> tuple[int, int] | None:
        before = bisect_right(self._days, day)
        if not before:
            return None
        days = (day - self._days[before - 1]).days
        return (self._marks[before - 1].number, days) if days <= _NEAR else None

    def heading(self, series: Series) -> str:
        """The heading over short answers, which says what a number is of."""
        if not self.numbers or series.low is None or series.high is None:
            return tr("Answer")
        return tr("Answer, {0} to {1}").format(plain(series.low), plain(series.high))

    def value(self, series: Series, point: Point, *, short: bool = False) -> str:
        """The number with its word, or why there is none; short under :meth:`heading`."""
        if point.missing is not None or point.value is None:
            return self._missing(point)
        if not self.numbers:
            said = point.words or tr("Answered")
            return tr("{0}, partly estimated").format(said) if point.estimated else said
        said = plain(point.value) if short else number_of(point.value, series)
        if point.words:
            said = tr("{0}, {1}").format(said, point.words)
        if point.estimated:
            said = tr("{0}, estimated from {1} of {2} rows").format(said, point.answered, point.of)
        return said

    def ends(self, series: Series, low: float, high: float) -> tuple[str, str]:
        """What both ends of the scale mean, the lower one first."""
        words = (series.low_words or _plain_end(series, lower=True), series.high_words or _plain_end(series))
        if not self.numbers:
            return words
        return tr("{0}  {1}").format(plain(low), words[0]), tr("{0}  {1}").format(plain(high), words[1])

    def cell(self, cell: EffectCell | None) -> tuple[str, str]:
        """A cell of side effects by session: dots, and what is said of them; blank is not asked."""
        if cell is None:
            return "", tr("Not asked")
        if cell.worst is None:
            missing = cell.missing or Missing.BLANK
            return ("?" if missing is Missing.NOTICED else "–"), missing_words(missing)
        number = plain(cell.worst)
        said = cell.words or (number if self.numbers else tr("Answered"))
        if self.numbers and cell.words:
            said = tr("{0}, {1}").format(number, cell.words)
        few = cell.high <= _MOST_DOTS and cell.worst == int(cell.worst)
        return (("●" * int(cell.worst) or "○") if few else said), said

    def _missing(self, point: Point) -> str:
        if point.missing is Missing.TOO_FEW and self.numbers:
            return tr("No score: {0} of {1} rows answered").format(point.answered, point.of)
        return missing_words(point.missing or Missing.BLANK)


def missing_words(missing: Missing) -> str:
    """Why there is no number."""
    return {
        Missing.SKIPPED: tr("Skipped"),
        Missing.NOTICED: tr("Noticed, not rated"),
        Missing.BLANK: tr("No answer"),
        Missing.TOO_FEW: tr("No score: too few rows answered"),
        Missing.OFFERED: tr("Nothing written"),
    }[missing]


def number_of(value: float, series: Series) -> str:
    """Such as "6 of 10", or "2 times"."""
    if series.unit or series.high is None:
        return tr("{0} {1}").format(plain(value), series.unit).strip()
    return tr("{0} of {1}").format(plain(value), plain(series.high))


def plain(value: float) -> str:
    """A number with at most two decimals, and none where it has none."""
    return f"{round(value, 2):.10g}"


def _plain_end(series: Series, *, lower: bool = False) -> str:
    if series.kind is SeriesKind.SCORE or series.low is not None:
        return tr("lowest possible") if lower else tr("highest possible")
    return tr("lowest here") if lower else tr("highest here")

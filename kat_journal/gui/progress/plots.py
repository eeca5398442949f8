"""A series as its chart shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from kat_journal.gui.dates import full_day, month, short_day
from kat_journal.gui.progress.words import Sayer, tr
from kat_journal.gui.widgets.plot import Dot, Label, Plot
from kat_journal.services.progress import Point, ProgressView, Series

_WEEKS_UNTIL: Final = 50
"""Days up to which the calendar under a chart names weeks; months beyond."""

_MOST_NAMED: Final = 12
"""Sessions that the description of a chart names one by one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart: what it draws, and what is said of it as a whole."""

    plot: Plot
    about: str


def shown(series: Series, view: ProgressView, sayer: Sayer) -> Shown:
    """What the chart of a series shows, over the whole period of the view."""
    starts = datetime.combine(view.period.starts, time())
    days = (view.period.ends - view.period.starts).days + 1.0
    low, high = ends(series)
    words = sayer.ends(series, low, high)
    joined = series.joined()
    dots = tuple(
        Dot(_days(point.at - starts), point.value, point.estimated, joined[place])
        for place, point in enumerate(series.points)
    )
    marks = tuple(Label(_days(mark.at - starts), str(mark.number)) for mark in view.marks)
    ticks = tuple(_ticks(view.period.starts, view.period.ends))

    def said(place: int) -> str:
        return spoken(series, series.points[place], sayer)

    return Shown(Plot(days, low, high, *words, dots, marks, ticks, said), _about(series, view, words))


def ends(series: Series) -> tuple[float, float]:
    """Both ends of the scale; where the question has none, those of the answers, zero among them."""
    given = [point.value for point in series.points if point.value is not None]
    low = series.low if series.low is not None else min([0.0, *given])
    high = series.high if series.high is not None else max(given, default=low)
    return low, high if high > low else low + 1


def spoken(series: Series, point: Point, sayer: Sayer) -> str:
    """A place as it is said: its day, where that stands after a session, and the answer."""
    after = sayer.after(point)
    day = sayer.day(point) + (f", {after[0].lower()}{after[1:]}" if after else "")
    return tr("{0}: {1}").format(day, sayer.value(series, point))


def _about(series: Series, view: ProgressView, words: tuple[str, str]) -> str:
    said = [
        tr("From below: {0}; from above: {1}.").format(*words),
        tr("{0} places, from {1} to {2}.").format(
            len(series.points), full_day(series.points[0].at.date()), full_day(series.points[-1].at.date())
        ),
        _sessions(view),
        tr("Left and right go from one to the next; the same answers stand in the table after it."),
    ]
    return " ".join(part for part in said if part)


def _sessions(view: ProgressView) -> str:
    if not view.marks:
        return ""
    if len(view.marks) > _MOST_NAMED:
        first, last = view.marks[0], view.marks[-1]
        return tr("Upright lines are sessions {0} to {1}.").format(first.number, last.number)
    named = [tr("session {0} on {1}").format(mark.number, short_day(mark.at.date())) for mark in view.marks]
    return tr("Upright lines are sessions: {0}.").format("; ".join(named))


def _ticks(first: date, last: date) -> Iterator[Label]:
    """Mondays, or the beginnings of months; a label that would touch another is left out."""
    weeks = (last - first).days <= _WEEKS_UNTIL
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if weeks and day.weekday() == 0:
            yield Label(number + 0.5, short_day(day))
        elif not weeks and day.day == 1:
            yield Label(number + 0.5, month(day))


def _days(span: timedelta) -> float:
    return span / timedelta(days=1)

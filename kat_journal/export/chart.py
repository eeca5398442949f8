"""Chosen scores as charts: one dot for each day on which a score was made, and the same numbers as a table beside it.

No line joins the dots: a line would tell of days on which nothing was asked, and would look like a trend.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kat_journal.domain.composing.words import number_words
from kat_journal.domain.messages import Messages
from kat_journal.domain.scoring import Score
from kat_journal.domain.summary import ChosenForm
from kat_journal.export.markup import escaped

_WIDTH: Final = 640
_HEIGHT: Final = 140
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 24, 30, 34
"""Room for the numbers of the scale, for the last dot, for the number over a dot, and for the days."""

_RADIUS: Final = 5


@dataclass(frozen=True, slots=True)
class Plot:
    """A score that was made more than once.

    Attributes:
        low: Smallest number that the scale has room for.
        high: Largest one.
        dots: Day and score, oldest first.
    """

    title: str
    low: float
    high: float
    dots: tuple[tuple[date, float], ...]


def plots(forms: Iterable[ChosenForm]) -> tuple[Plot, ...]:
    """The scores that a chart can be drawn of, in the order of their first making."""
    found: dict[tuple[str, str], list[tuple[date, Score]]] = {}
    for form in forms:
        for one in form.scores:
            found.setdefault((form.form_id, one.rule.id), []).append((form.day, one))
    return tuple(_plot(made) for made in found.values() if len(made) > 1)


def _plot(made: list[tuple[date, Score]]) -> Plot:
    dots = tuple(sorted((day, one.value or 0) for day, one in made))
    values, rule = [value for _, value in dots], made[-1][1].rule
    return Plot(rule.title, min(rule.low, *values), max(rule.high, *values), dots)


def charts(forms: Iterable[ChosenForm], messages: Messages) -> str:
    """Every chart as HTML; empty where there is none."""
    return "\n".join(_figure(plot, number, messages) for number, plot in enumerate(plots(forms), start=1))


def _figure(plot: Plot, number: int, messages: Messages) -> str:
    title = escaped(_title(plot, messages))
    days = "".join(
        f'<tr><th scope="row">{day.isoformat()}</th><td>{_said(value)}</td></tr>' for day, value in plot.dots
    )
    heads = "".join(f'<th scope="col">{escaped(messages.get(f"chart.{name}"))}</th>' for name in ("day", "number"))
    return (
        f"<figure><figcaption>{title}</figcaption>\n{_picture(plot, number, title, messages)}\n"
        f'<table class="days"><caption>{title}</caption><thead><tr>{heads}</tr></thead><tbody>{days}</tbody></table>'
        "</figure>"
    )


def _title(plot: Plot, messages: Messages) -> str:
    """The name of a chart, with the ends of its scale."""
    return messages.get("chart.title", title=plot.title, low=_said(plot.low), high=_said(plot.high))


def _picture(plot: Plot, number: int, title: str, messages: Messages) -> str:
    about = escaped(messages.get("chart.about", first=plot.dots[0][0].isoformat(), last=plot.dots[-1][0].isoformat()))
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="chart-{number} chart-{number}-about">'
        f'<title id="chart-{number}">{title}</title><desc id="chart-{number}-about">{about}</desc>'
        f"{''.join(_frame(plot))}{''.join(_dots(plot))}</svg>"
    )


def _frame(plot: Plot) -> Iterator[str]:
    """The two ends of the scale, and the first and the last day."""
    for value in (plot.high, plot.low):
        y = _y(plot, value)
        yield f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{y}" y2="{y}"></line>'
        yield _text(_LEFT - 8, y, _said(value), "end")
    for at, anchor in ((0, "start"), (-1, "end")):
        day = plot.dots[at][0]
        yield _text(_x(plot, day), _HEIGHT - 6, day.isoformat(), anchor)


def _dots(plot: Plot) -> Iterator[str]:
    for day, value in plot.dots:
        x, y = _x(plot, day), _y(plot, value)
        yield f'<circle cx="{x}" cy="{y}" r="{_RADIUS}"></circle>'
        yield _text(x, y - 13, _said(value), "middle", "value")


def _text(x: float, y: float, words: str, anchor: str, kind: str = "scale") -> str:
    return f'<text class="{kind}" x="{x}" y="{round(y + 4, 1)}" text-anchor="{anchor}">{words}</text>'


def _x(plot: Plot, day: date) -> float:
    first, last = plot.dots[0][0], plot.dots[-1][0]
    part = (day - first) / (last - first) if last > first else 0.5
    return round(_LEFT + 12 + part * (_WIDTH - _LEFT - _RIGHT - 12), 1)


def _y(plot: Plot, value: float) -> float:
    part = (value - plot.low) / (plot.high - plot.low) if plot.high > plot.low else 0
    return round(_HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM), 1)


def _said(value: float) -> str:
    return number_words(value)

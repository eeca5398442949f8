"""What a chart shows, and where each part of it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF

_GAP: Final = 6.0
"""Pixels between words, and from them to the edge."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One place.

    Attributes:
        x: Days from the start of the plot.
        value: Its number; None draws a short dash under the plot, and never a zero.
        hollow: Whether the number is an estimate.
        joined: Whether a line comes here from the dot before.
    """

    x: float
    value: float | None
    hollow: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a day."""

    x: float
    text: str


def _nothing(_: int) -> str:
    return ""


Placed = tuple[Label, QRectF]
"""A label, and the room that it is drawn in."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything that a chart draws.

    Attributes:
        days: How many days it spans, at least one.
        low: Lower end of the scale.
        high: Upper end of the scale; more than the lower one.
        low_words: What the lower end means.
        high_words: What the upper end means.
        dots: The places, in order of time.
        marks: The sessions: upright lines, each with its label.
        ticks: The calendar under the plot.
        said: What a screen reader says of a dot; asked only for the one that is pointed at, for years of them are many.
    """

    days: float
    low: float
    high: float
    low_words: str
    high_words: str
    dots: tuple[Dot, ...] = ()
    marks: tuple[Label, ...] = ()
    ticks: tuple[Label, ...] = ()
    said: Callable[[int], str] = field(default=_nothing, compare=False)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart, and the radius of its dots in pixels."""

    dots: QColor
    marks: QColor
    grid: QColor
    words: QColor
    ground: QColor
    ring: QColor
    radius: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where a plot's parts stand in a room of that height; time runs to the right, or to the left where one reads so.

    Attributes:
        width: Of the whole plot, which may be more than can be seen at once.
        inset: Pixels at both ends.
        line: Height of a line of words.
        top: Where the upper end of the scale stands.
        bottom: Where its lower end stands.
        points: Where each dot stands.
        named_marks: The sessions that are named, and where; see :meth:`label_places`.
        named_ticks: The same of the calendar.
    """

    plot: Plot
    metrics: QFontMetricsF
    width: float
    height: float
    inset: float
    mirrored: bool = False

    line: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    points: tuple[QPointF, ...] = field(init=False)
    named_marks: tuple[Placed, ...] = field(init=False)
    named_ticks: tuple[Placed, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work everything out once: words over the plot, and dashes, words and the calendar under it."""
        line = self.metrics.lineSpacing()
        object.__setattr__(self, "line", line)
        object.__setattr__(self, "top", 2 * line + 3 * _GAP)
        object.__setattr__(self, "bottom", self.height - 2.8 * line - 2 * _GAP)
        object.__setattr__(self, "points", tuple(self.point(dot) for dot in self.plot.dots))
        object.__setattr__(self, "named_marks", self.label_places(self.plot.marks, self.top - 6 - line))
        object.__setattr__(self, "named_ticks", self.label_places(self.plot.ticks, self.last_line))

    @property
    def dashes(self) -> float:
        """Where places without a number stand."""
        return self.bottom + 0.45 * self.line

    def x(self, days: float) -> float:
        """Where a day stands."""
        part = min(1.0, max(0.0, days / self.plot.days))
        return self.inset + (1 - part if self.mirrored else part) * (self.width - 2 * self.inset)

    def y(self, value: float) -> float:
        """Where a number stands; one beyond the scale stands at its end."""
        part = min(1.0, max(0.0, (value - self.plot.low) / (self.plot.high - self.plot.low)))
        return self.bottom - part * (self.bottom - self.top)

    def point(self, dot: Dot) -> QPointF:
        """Where a dot stands; one without a number stands under the plot."""
        return QPointF(self.x(dot.x), self.dashes if dot.value is None else self.y(dot.value))

    def nearest(self, x: float) -> int:
        """The dot that stands nearest to there; -1 where there is none."""
        distances = [(abs(point.x() - x), place) for place, point in enumerate(self.points)]
        return min(distances, default=(0.0, -1))[1]

    def between(self, left: float, right: float) -> range:
        """The dots that stand from ``left`` to ``right``, and the one on either side, to which a line may lead."""
        ends = (-right, -left) if self.mirrored else (left, right)
        first = bisect_left(self.points, ends[0], key=self._along)
        last = bisect_right(self.points, ends[1], key=self._along)
        return range(max(0, first - 1), min(len(self.points), last + 1))

    def _along(self, point: QPointF) -> float:
        """What grows from dot to dot, whichever way one reads."""
        return -point.x() if self.mirrored else point.x()

    @property
    def first_line(self) -> float:
        """Where the words of the upper end stand."""
        return _GAP

    @property
    def last_line(self) -> float:
        """Where the calendar stands; the words of the lower end are a line above."""
        return self.height - self.line - _GAP

    def label_places(self, labels: tuple[Label, ...], top: float) -> tuple[Placed, ...]:
        """The labels that are drawn, and where; one that would touch another is left out."""
        end = -_GAP
        shown: list[Placed] = []
        for label in sorted(labels, key=lambda label: self.x(label.x)):
            width = self.metrics.horizontalAdvance(label.text) + 1
            edge = self.inset / 2
            left = min(max(edge, self.x(label.x) - width / 2), self.width - edge - width)
            if left >= end + _GAP:
                end = left + width
                shown.append((label, QRectF(left, top, width, self.line)))
        return tuple(shown)

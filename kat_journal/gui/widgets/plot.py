"""What a chart shows, and where each part of it stands."""

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
        said: What a screen reader says of it.
        hollow: Whether the number is an estimate.
        joined: Whether a line comes here from the dot before.
    """

    x: float
    value: float | None
    said: str
    hollow: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a day."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything that a chart draws.

    Attributes:
        days: How many days it spans, at least one.
        low: Lower end of the scale.
        high: Upper end of the scale; more than the lower one.
        low_words: What the lower end means.
        high_words: What the upper end means.
        marks: The sessions: upright lines, each with its label.
        ticks: The calendar under the plot.
    """

    days: float
    low: float
    high: float
    low_words: str
    high_words: str
    dots: tuple[Dot, ...] = ()
    marks: tuple[Label, ...] = ()
    ticks: tuple[Label, ...] = ()


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

    def __post_init__(self) -> None:
        """Work out the levels once for many dots: words over the plot, and dashes, words and the calendar under it."""
        line = self.metrics.lineSpacing()
        object.__setattr__(self, "line", line)
        object.__setattr__(self, "top", 2 * line + 3 * _GAP)
        object.__setattr__(self, "bottom", self.height - 2.8 * line - 2 * _GAP)

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
        distances = [(abs(self.x(dot.x) - x), place) for place, dot in enumerate(self.plot.dots)]
        return min(distances, default=(0.0, -1))[1]

    @property
    def first_line(self) -> float:
        """Where the words of the upper end stand."""
        return _GAP

    @property
    def last_line(self) -> float:
        """Where the calendar stands; the words of the lower end are a line above."""
        return self.height - self.line - _GAP

    def label_places(self, labels: tuple[Label, ...], top: float) -> list[tuple[Label, QRectF]]:
        """The labels that are drawn, and where; one that would touch another is left out."""
        end = -_GAP
        shown: list[tuple[Label, QRectF]] = []
        for label in sorted(labels, key=lambda label: self.x(label.x)):
            width = self.metrics.horizontalAdvance(label.text) + 1
            edge = self.inset / 2
            left = min(max(edge, self.x(label.x) - width / 2), self.width - edge - width)
            if left >= end + _GAP:
                end = left + width
                shown.append((label, QRectF(left, top, width, self.line)))
        return shown

"""How a plot is drawn, on the window and on a picture alike."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kat_journal.gui.widgets.plot import Dot, Ink, Placed, Places

_STEPS: Final = 12
"""A scale of no more whole steps than this gets a fine line for each."""


def draw(painter: QPainter, places: Places, ink: Ink, seen: QRectF, current: int = -1) -> None:
    """Draw what runs with time; the words at the ends of the scale are :func:`draw_ends`.

    Args:
        painter: What to draw with.
        places: Where everything stands.
        ink: The colours.
        seen: The part that can be seen.
        current: The place to ring.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_grid(painter, places, ink)
    _draw_marks(painter, places, ink, seen)
    reach = 3 * ink.radius
    _draw_dots(painter, places, ink, current, seen.adjusted(-reach, 0, reach, 0))
    _draw_labels(painter, places.named_ticks, ink, seen)


def draw_ends(painter: QPainter, places: Places, ink: Ink, width: float) -> None:
    """Say what both ends of the scale mean, in the part that can be seen."""
    painter.setPen(ink.words)
    start = Qt.AlignmentFlag.AlignRight if places.mirrored else Qt.AlignmentFlag.AlignLeft
    room = QRectF(places.inset / 2, 0, width - places.inset, places.line)
    for words, top in (
        (places.plot.high_words, places.first_line),
        (places.plot.low_words, places.last_line - places.line),
    ):
        fitting = places.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.translated(0, top), start | Qt.AlignmentFlag.AlignVCenter, fitting)


def _draw_grid(painter: QPainter, places: Places, ink: Ink) -> None:
    plot = places.plot
    steps = plot.high - plot.low
    values = [plot.low + step for step in range(1, int(steps))] if steps <= _STEPS else []
    painter.setPen(QPen(ink.grid, 1))
    for value in values:
        _level(painter, places, value)
    painter.setPen(QPen(ink.marks, 1))
    for value in (plot.low, plot.high):
        _level(painter, places, value)


def _level(painter: QPainter, places: Places, value: float) -> None:
    y = round(places.y(value)) + 0.5  # on whole pixels, so that a fine line stays fine
    painter.drawLine(QPointF(places.inset / 2, y), QPointF(places.width - places.inset / 2, y))


def _draw_marks(painter: QPainter, places: Places, ink: Ink, seen: QRectF) -> None:
    painter.setPen(QPen(ink.marks, 1, Qt.PenStyle.DashLine))
    for mark in places.plot.marks:
        x = round(places.x(mark.x)) + 0.5
        if seen.left() <= x <= seen.right():
            painter.drawLine(QPointF(x, places.top - 4), QPointF(x, places.bottom))
    _draw_labels(painter, places.named_marks, ink, seen)


def _draw_labels(painter: QPainter, labels: Sequence[Placed], ink: Ink, seen: QRectF) -> None:
    painter.setPen(ink.words)
    for label, place in labels:
        if place.right() >= seen.left() and place.left() <= seen.right():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label.text)


def _draw_dots(painter: QPainter, places: Places, ink: Ink, current: int, seen: QRectF) -> None:
    """Lines first, so that every dot lies over them; what is out of sight costs no time."""
    dots, points = places.plot.dots, places.points
    shown = places.between(seen.left(), seen.right())
    painter.setPen(QPen(ink.dots, 2))
    for last, here in pairwise(shown):
        if dots[here].joined:
            painter.drawLine(points[last], points[here])
    for place in shown:
        _draw_dot(painter, points[place], dots[place], ink, ringed=place == current)


def _draw_dot(painter: QPainter, point: QPointF, dot: Dot, ink: Ink, *, ringed: bool) -> None:
    if ringed:
        painter.setPen(QPen(ink.ring, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(point, ink.radius + 5, ink.radius + 5)
    if dot.value is None:
        half = QPointF(ink.radius - 1, 0)
        painter.setPen(QPen(ink.words, 2))
        painter.drawLine(point - half, point + half)
    else:
        painter.setPen(QPen(ink.dots, 2))
        painter.setBrush(ink.ground if dot.hollow else ink.dots)
        painter.drawEllipse(point, ink.radius - 1, ink.radius - 1)

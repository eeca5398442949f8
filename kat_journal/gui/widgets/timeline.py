"""Sessions on a line, to time scale, with the place of now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kat_journal.gui.widgets.tokens import colour_token, size_token

_ROWS = 2
_LEAST_DOT = 3
MOST_DOTS = 60
"""More sessions than these are strokes."""
MOST_SAID = 40
"""More marks than these are said as a number; whoever shows so many has a list of them, too."""


class MarkKind(StrEnum):
    """What stands on the line."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Mark:
    """A session or an appointment on the line.

    Attributes:
        when: Its start, in the same kind of time as ``now``.
        label: What stands under it, such as "3 Nov".
    """

    when: datetime
    label: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a month or a year begins: its label takes the place of the marks' own where these are too many."""

    when: datetime
    label: str


class Timeline(QWidget):
    """Draws marks at their distance in time. Labels that would touch go one row down, or are left out.

    Where the marks' own labels have no room, those of the ticks stand there. All of it is said in the accessible
    description: mark by mark, or as numbers where there are many.
    """

    held = colour_token("held")
    planned = colour_token("planned")
    track = colour_token("track")
    now_colour = colour_token("now_colour")
    label = colour_token("label")
    ground = colour_token("ground")
    inset = size_token("inset")
    dot = size_token("dot")
    tick = size_token("tick")
    track_width = size_token("track_width")

    def __init__(self, parent: QWidget | None = None, *, name: str = "timeline") -> None:
        """Make an empty line."""
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._ticks: tuple[Tick, ...] = ()
        self._now: datetime | None = None
        self._span: tuple[datetime, datetime] | None = None
        self.setProperty("kind", "timeline")
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Your sessions"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark], now: datetime, ticks: Sequence[Tick] = ()) -> None:
        """Show other sessions; ``ticks`` stand for their labels where these have no room."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.when))
        self._ticks = tuple(ticks)
        self._now = now
        times = [now, *(mark.when for mark in self._marks)]
        self._span = min(times), max(times)
        self.setAccessibleDescription(self._said(now))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the line and for both rows of labels."""
        width = 2 * self.inset + 6 * self.fontMetrics().averageCharWidth() * max(1, len(self._marks))
        return QSize(width, 2 * self.tick + _ROWS * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Any width will do: labels are left out where there is no room."""
        return QSize(4 * self.inset, self.sizeHint().height())

    def label_places(self) -> list[tuple[str, QRectF]]:
        """The labels that are shown and where; no two of them touch."""
        sessions = [(mark.when, mark.label) for mark in self._marks if mark.kind is not MarkKind.APPOINTMENT]
        own = [] if self._ticks and len(sessions) > MOST_DOTS else self._places(sessions, _ROWS)
        if len(own) == len(sessions) or not self._ticks:
            return own
        return self._places([(tick.when, tick.label) for tick in self._ticks], 1)

    def mark_size(self) -> float:
        """Half the width of a mark: less where many stand close together."""
        places = sorted(self._x(mark.when) for mark in self._marks if mark.kind is not MarkKind.APPOINTMENT)
        if len(places) > MOST_DOTS:
            return _LEAST_DOT / 2
        gaps = sorted(after - before for before, after in pairwise(places))
        usual = gaps[len(gaps) // 2] if gaps else 2 * self.dot
        return min(float(self.dot), max(_LEAST_DOT / 2, usual / 2 - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the marks, now and the labels."""
        if self._now is None or not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, now = float(self.tick), self._x(self._now)
        first, last = self._x(self._marks[0].when), self._x(self._marks[-1].when)
        painter.setPen(QPen(self.track, self.track_width))
        painter.drawLine(QPointF(min(first, last, now), middle), QPointF(max(first, last, now), middle))
        if self._marks[0].when < self._now:
            painter.setPen(QPen(self.held, self.track_width))
            painter.drawLine(QPointF(first, middle), QPointF(now, middle))
        size = self.mark_size()
        for mark in self._marks:
            self._paint_mark(painter, mark, QPointF(self._x(mark.when), middle), size)
        painter.setPen(QPen(self.now_colour, 2))
        painter.drawLine(QPointF(now, 0), QPointF(now, 2 * middle))
        painter.setPen(self.label)
        for words, place in self.label_places():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_mark(self, painter: QPainter, mark: Mark, at: QPointF, size: float) -> None:
        if size < _LEAST_DOT:  # too close together for rings: a row of strokes, as on a ruler
            if mark.kind in {MarkKind.HELD, MarkKind.PLANNED}:
                painter.setPen(QPen(self.held if mark.kind is MarkKind.HELD else self.planned, 1))
                reach = QPointF(0, self.dot - 1)
                painter.drawLine(at - reach, at + reach)
            return
        if mark.kind is MarkKind.APPOINTMENT:  # a small diamond under the line, where no session is covered by it
            middle = QPointF(at.x(), at.y() + self.dot + _LEAST_DOT)
            painter.setPen(QPen(self.label, 1))
            painter.setBrush(self.label)
            down, across = QPointF(0, _LEAST_DOT), QPointF(_LEAST_DOT, 0)
            painter.drawPolygon([middle - down, middle + across, middle + down, middle - across])
            return
        held = mark.kind is MarkKind.HELD
        painter.setPen(QPen(self.held if held else self.planned, 2 if size > _LEAST_DOT else 1))
        painter.setBrush(self.held if held else self.ground)
        painter.drawEllipse(at, size - 1, size - 1)
        if mark.kind is MarkKind.CANCELLED:
            slash = QPointF(size * 0.6, -size * 0.6)
            painter.drawLine(at - slash, at + slash)

    def _places(self, labels: Sequence[tuple[datetime, str]], rows: int) -> list[tuple[str, QRectF]]:
        metrics = self.fontMetrics()
        gap = metrics.averageCharWidth()
        taken: list[list[QRectF]] = [[] for _ in range(rows)]
        places: list[tuple[str, QRectF]] = []
        for when, words in labels:
            width = metrics.horizontalAdvance(words) + 1
            left = min(max(0, self._x(when) - width / 2), self.width() - width)
            for row, others in enumerate(taken):
                place = QRectF(left, 2 * self.tick + row * metrics.lineSpacing(), width, metrics.lineSpacing())
                around = place.adjusted(-gap, 0, gap, 0)
                if not others or not around.intersects(others[-1]):
                    others.append(place)
                    places.append((words, place))
                    break
        return places

    def _x(self, when: datetime) -> float:
        """Where a time stands; the middle if there is only one."""
        start, end = self._span or (when, when)
        room = self.width() - 2 * self.inset
        part = (when - start) / (end - start) if end > start else 0.5
        # Right-to-left readers read time from the right, too.
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            part = 1 - part
        return float(self.inset + part * room)

    def _said(self, now: datetime) -> str:
        if not self._marks:
            return ""
        words = {
            MarkKind.HELD: self.tr("held"),
            MarkKind.PLANNED: self.tr("planned"),
            MarkKind.CANCELLED: self.tr("did not happen"),
            MarkKind.APPOINTMENT: self.tr("appointment"),
        }
        if len(self._marks) <= MOST_SAID:
            said = [f"{mark.label}, {words[mark.kind]}" for mark in self._marks]
            said.insert(sum(1 for mark in self._marks if mark.when <= now), self.tr("now"))
            return "; ".join(said)
        kinds = [mark.kind for mark in self._marks]
        counted = [f"{words[kind]}: {kinds.count(kind)}" for kind in MarkKind if kind in kinds]
        first, last = self._marks[0].label, self._marks[-1].label
        return "; ".join([self.tr("From {0} to {1}").format(first, last), *counted])

"""Sessions on a line, to time scale, with the place of now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kat_journal.gui.widgets.tokens import colour_token, size_token

_ROWS = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A session on the line.

    Attributes:
        when: Its start, in the same kind of time as ``now``.
        label: What stands under it, such as "3 Nov".
        held: Whether it took place.
    """

    when: datetime
    label: str
    held: bool


class Timeline(QWidget):
    """Draws marks at their distance in time. Labels that would touch go one row down, or are left out.

    All of it is said in the accessible description, left-out labels included.
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
        self._now: datetime | None = None
        self.setProperty("kind", "timeline")
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Your sessions"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark], now: datetime) -> None:
        """Show other sessions."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.when))
        self._now = now
        said = [
            (self.tr("{0}, held") if mark.held else self.tr("{0}, planned")).format(mark.label) for mark in self._marks
        ]
        passed = sum(1 for mark in self._marks if mark.when <= now)
        said.insert(passed, self.tr("now"))
        self.setAccessibleDescription("; ".join(said) if self._marks else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the line and for both rows of labels."""
        width = 2 * self.inset + 6 * self.fontMetrics().averageCharWidth() * max(1, len(self._marks))
        return QSize(width, 2 * self.tick + _ROWS * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Any width will do: labels are left out where there is no room."""
        return QSize(4 * self.inset, self.sizeHint().height())

    def label_places(self) -> list[tuple[Mark, QRectF]]:
        """The labels that are shown and where; no two of them touch."""
        metrics = self.fontMetrics()
        gap = metrics.averageCharWidth()
        ends = [-gap] * _ROWS
        places: list[tuple[Mark, QRectF]] = []
        for mark in self._marks:
            width = metrics.horizontalAdvance(mark.label) + 1
            left = min(max(0, self._x(mark.when) - width / 2), self.width() - width)
            row = next((row for row in range(_ROWS) if left >= ends[row] + gap), None)
            if row is not None:
                ends[row] = round(left + width)
                top = 2 * self.tick + row * metrics.lineSpacing()
                places.append((mark, QRectF(left, top, width, metrics.lineSpacing())))
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the marks, now and the labels."""
        if self._now is None or not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, now = float(self.tick), self._x(self._now)
        first, last = self._x(self._marks[0].when), self._x(self._marks[-1].when)
        for colour, start, end in ((self.track, min(first, now), max(last, now)), (self.held, first, now)):
            if start < end:
                painter.setPen(QPen(colour, self.track_width))
                painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        painter.setPen(QPen(self.now_colour, 2))
        painter.drawLine(QPointF(now, 0), QPointF(now, 2 * middle))
        for mark in self._marks:
            painter.setPen(QPen(self.held if mark.held else self.planned, 2))
            painter.setBrush(self.held if mark.held else self.ground)
            painter.drawEllipse(QPointF(self._x(mark.when), middle), self.dot - 1, self.dot - 1)
        painter.setPen(self.label)
        for mark, place in self.label_places():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.label)

    def _x(self, when: datetime) -> float:
        """Where a time stands; the middle if there is only one."""
        times = [mark.when for mark in self._marks]
        if self._now is not None:
            times.append(self._now)
        start, end = min(times), max(times)
        room = self.width() - 2 * self.inset
        part = (when - start) / (end - start) if end > start else 0.5
        # Right-to-left readers read time from the right, too.
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            part = 1 - part
        return float(self.inset + part * room)

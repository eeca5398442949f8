"""Numbers over time, drawn by hand: a plotting library would cost more time at first sight than all the rest."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.plot import Ink, Places, Plot
from kat_journal.gui.widgets.plotting import draw, draw_ends
from kat_journal.gui.widgets.tokens import Restyled, colour_token, size_token

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_PICTURE: Final = 900
"""Least width of a saved picture; it is drawn at twice the size, unless that would be very large."""
_LARGEST: Final = 30_000


class Chart(QAbstractScrollArea, Restyled):
    """Draws places, lines and sessions to time scale; a long time scrolls sideways, and begins at its newest end.

    The arrow keys, Home and End go from place to place, each of which is said. Up, down and the wheel are the page's.

    Signals:
        pointed: The place that the person went to.
    """

    pointed = Signal(int)
    dots = colour_token("dots")
    marks = colour_token("marks")
    grid = colour_token("grid")
    words = colour_token("words")
    ground = colour_token("ground")
    ring = colour_token("ring")
    inset = size_token("inset")
    radius = size_token("radius")
    day_width = size_token("day_width")
    plot_height = size_token("plot_height")

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Make an empty chart."""
        super().__init__(parent)
        self._plot: Plot | None = None
        self._worked_out: Places | None = None
        self._room: tuple[float, float, int, bool, str] | None = None
        self._current = -1
        self.setProperty("kind", "chart")
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Time runs one way in the plot and in its bar.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @property
    def current(self) -> int:
        """The place that was gone to last; -1 before the first."""
        return self._current

    def show_plot(self, plot: Plot, about: str) -> None:
        """Show a plot; ``about`` says all of it to those who do not see it."""
        self._plot, self._worked_out = plot, None
        self._current = -1
        self.setAccessibleDescription(about)
        self._fit()
        self._to_newest()
        self.viewport().update()

    def point_at(self, place: int) -> None:
        """Go to a place without telling anyone."""
        self._current = place
        self._bring_into_view()
        self.viewport().update()

    def restyled(self) -> None:
        """Take the sizes of another text size."""
        self._fit()
        self._to_newest()

    def sizeHint(self) -> QSize:
        """Room for the plot and its five lines of words."""
        return QSize(40 * self.fontMetrics().averageCharWidth(), self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do: what does not fit is scrolled to."""
        return QSize(12 * self.fontMetrics().averageCharWidth(), self._least_height())

    def picture(self, title: str) -> QImage:
        """All of it as a picture, under its title, in the colours of now."""
        width = max(float(_PICTURE), self._wished_width())
        line = QFontMetricsF(self.font()).lineSpacing()
        height = self._least_height() + 2 * line
        ratio = 2 if 2 * width <= _LARGEST else 1
        width = min(width, float(_LARGEST))
        image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self.ground)
        painter = QPainter(image)
        painter.setFont(self.font())
        painter.setPen(self.ring)
        painter.drawText(QRectF(self.inset / 2, line / 2, width, line), Qt.AlignmentFlag.AlignVCenter, title)
        painter.translate(0, 2 * line)
        if (places := self._places(width, height - 2 * line)) is not None:
            draw(painter, places, self._ink(), QRectF(0, 0, width, height))
            draw_ends(painter, places, self._ink(), width)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part that can be seen."""
        if (places := self._seen()) is None:
            return
        painter = QPainter(self.viewport())
        painter.save()
        offset = self.horizontalScrollBar().value()
        painter.translate(-offset, 0)
        draw(painter, places, self._ink(), QRectF(self.viewport().rect()).translated(offset, 0), self._current)
        painter.restore()
        draw_ends(painter, places, self._ink(), self.viewport().width())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw it all anew: the words at the ends of the scale stay where they are."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the newest end, unless the person went elsewhere."""
        super().resizeEvent(event)
        self._fit()
        if self._current < 0:
            self._to_newest()
        else:
            self._bring_into_view()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place; every other key is the page's."""
        number = len(self._plot.dots) if self._plot is not None else 0
        key = Qt.Key(event.key())
        if not number or (key not in _STEPS and key not in _ENDS):
            event.ignore()
            return
        step = _STEPS.get(key, 0) * (-1 if self._is_mirrored() else 1)
        place = _ENDS[key] % number if key in _ENDS else min(number - 1, max(0, self._current + step))
        self._go(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest place; a click goes where it points to."""
        super().focusInEvent(event)
        pointed = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._plot is not None and self._plot.dots and self._current < 0 and not pointed:
            self._go(len(self._plot.dots) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that stands nearest."""
        places = self._seen()
        if places is not None and places.plot.dots:
            self._go(places.nearest(event.position().x() + self.horizontalScrollBar().value()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click here is the chart's too."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways; up and down are the page's."""
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _go(self, place: int) -> None:
        assert self._plot is not None  # noqa: S101 - there are places only in a plot
        self.point_at(place)
        announce(self, self._plot.said(place))
        self.pointed.emit(place)

    def _ink(self) -> Ink:
        return Ink(self.dots, self.marks, self.grid, self.words, self.ground, self.ring, self.radius)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _places(self, width: float, height: float) -> Places | None:
        """Where everything stands; worked out anew only where the plot or its room has changed."""
        if self._plot is None:
            return None
        room = (width, height, self.inset, self._is_mirrored(), self.font().key())
        if self._worked_out is None or self._room != room:
            self._room = room
            self._worked_out = Places(
                self._plot, QFontMetricsF(self.font()), width, height, self.inset, self._is_mirrored()
            )
        return self._worked_out

    def _seen(self) -> Places | None:
        return self._places(max(self.viewport().width(), self._wished_width()), self.viewport().height())

    def _wished_width(self) -> float:
        return 2 * self.inset + self.day_width * self._plot.days if self._plot is not None else 0.0

    def _least_height(self) -> int:
        bar = self.horizontalScrollBar()
        spare = bar.sizeHint().height() if bar.maximum() else 0
        return 5 * self.fontMetrics().lineSpacing() + int(self.plot_height) + spare + 2 * self.frameWidth()

    def _fit(self) -> None:
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        bar.setPageStep(width)
        bar.setSingleStep(max(1, 7 * self.day_width))
        bar.setRange(0, max(0, round(self._wished_width()) - width))
        self.setFixedHeight(self._least_height())

    def _to_newest(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.minimum() if self._is_mirrored() else bar.maximum())

    def _bring_into_view(self) -> None:
        places, bar = self._seen(), self.horizontalScrollBar()
        if places is None or self._current < 0:
            return
        x, room = places.x(places.plot.dots[self._current].x), self.viewport().width()
        if not bar.value() + self.inset <= x <= bar.value() + room - self.inset:
            bar.setValue(round(x - room / 2))

"""Paints one row of the list: title, when, first words, and whether any of it may be shared."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kat_journal.gui.theme import Theme
from kat_journal.gui.widgets.texts import Text
from kat_journal.gui.write.model import ROW, SECOND_LINE, SHARED_LINE
from kat_journal.services.written import Written

LETTERS_FOR_TWO = 60
"""Average letters that fit in a row before two texts share a line."""


class WrittenDelegate(QStyledItemDelegate):
    """Every row has the same height, so that a long list costs no more than a short one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        # Texts that are never shown: the style sheet gives them the fonts that rows are painted in.
        self._fonts = {kind: Text("", kind, parent=parent) for kind in ("body", "small", "quote")}
        for text in self._fonts.values():
            text.hide()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and some air, three where there is little room."""
        kinds = ("body", "quote") if self._is_wide(option.rect.width()) else ("body", "small", "quote")
        height = sum(self._line(kind) for kind in kinds) + 3 * self._theme.size("gap-small")
        return QSize(option.rect.width(), max(self._theme.size("target"), height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Title and when, the person's words, and whether any of it may be shared."""
        row: Written = index.data(ROW)
        when, shared = index.data(SECOND_LINE), index.data(SHARED_LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = "ink" if chosen else "muted"
        gap = self._theme.size("gap-small")
        painter.save()
        self._ground(painter, option, chosen)
        first = option.rect.adjusted(2 * gap, gap, -2 * gap, -gap)
        second = first.adjusted(0, self._line("body") + gap // 2, 0, 0)
        if self._is_wide(option.rect.width()):
            self._pair(painter, first, (row.title, "body", "ink"), (when, quiet))
            self._pair(painter, second, (row.words, "quote", "ink"), (shared, quiet), row.marks)
        else:
            third = second.adjusted(0, self._line("small"), 0, 0)
            self._draw(painter, first, row.title, "body", "ink")
            self._draw(painter, second, f"{shared}, {when}", "small", quiet)
            self._mark(painter, third, row.words, row.marks)
            self._draw(painter, third, row.words, "quote", "ink")
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        area: QRect = option.rect
        painter.fillRect(area, self._theme.colour("accent-soft" if chosen else "surface"))
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("ink"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _pair(
        self,
        painter: QPainter,
        area: QRect,
        main: tuple[str, str, str],
        aside: tuple[str, str],
        marks: Sequence[tuple[int, int]] = (),
    ) -> None:
        """A text, and a quiet one at the far end of its line."""
        text, kind, colour = main
        used = self._draw(painter, area, aside[0], "small", aside[1], at_end=True)
        room = area.adjusted(0, 0, -used - self._theme.size("gap"), 0)
        self._mark(painter, room, text, marks)
        self._draw(painter, room, text, kind, colour)

    def _mark(self, painter: QPainter, area: QRect, text: str, marks: Sequence[tuple[int, int]]) -> None:
        """Draw a ground and a line under the words that were found, as far as they are shown."""
        metrics = QFontMetrics(self._font("quote"))
        shown = len(metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for start, end in marks:
            if start < shown:
                left, right = (metrics.horizontalAdvance(text[:place]) for place in (start, min(end, shown)))
                under = QRect(area.left() + left, area.top(), right - left, metrics.height())
                painter.fillRect(under, self._theme.colour("accent-soft"))
                painter.drawLine(under.bottomLeft(), under.bottomRight())

    def _draw(self, painter: QPainter, area: QRect, text: str, kind: str, colour: str, *, at_end: bool = False) -> int:
        """Draw one line, cut with an ellipsis; returns its width."""
        font = self._font(kind)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignTop, shown)
        return metrics.horizontalAdvance(shown)

    def _is_wide(self, width: int) -> bool:
        return width >= LETTERS_FOR_TWO * QFontMetrics(self._font("body")).averageCharWidth()

    def _line(self, kind: str) -> int:
        return QFontMetrics(self._font(kind)).lineSpacing()

    def _font(self, kind: str) -> QFont:
        text = self._fonts[kind]
        text.ensurePolished()
        return text.font()

"""One line of the person's words, which can be left out of the copy and put back."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from kat_journal.gui.share.tick import shortened
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.wrapping import text_width
from kat_journal.services.summaries import Line

LEAST_LETTERS = 18
"""Letters of the words that stand beside what can be done; in a narrower row it stands under them."""


class LineRow(Button):
    """A check button that shows all of its line, with what a press does; checked while the line is left out.

    It draws its words by itself, laid out once for a width: a year has thousands of lines, and some are very long.
    """

    def __init__(self, line: Line, about: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "toggle", name, parent)
        self.line = line
        self._width = -1
        self._layout = QTextLayout()
        self._height = 0.0
        self._acts = (self.tr("Leave out"), self.tr("Put back"))
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Leave out: {0}").format(shortened(line.words)))
        self.setAccessibleDescription(about)
        self.toggled.connect(self._forget)

    def say_state(self) -> None:
        """Let a screen reader say what a press did."""
        announce(self, self.tr("Left out of this copy.") if self.isChecked() else self.tr("Put back."))

    def heightForWidth(self, width: int) -> int:
        """As high as all of the words need."""
        self._lay_out(width)
        under = self.fontMetrics().lineSpacing() if self._is_under(width) else 0
        return max(self._line_height(), int(self._height) + under + 2 * self._above() + 1)

    def sizeHint(self) -> QSize:
        """Any width will do."""
        width = max(self.wished_width, 120)
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        """Lay the words out anew in another font."""
        self._width = -1
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its words, and what a press does now."""
        super().paintEvent(event)
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().buttonText().color())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, above = self._side(), self._above()
        beside = 0 if self._is_under(self.width()) else self._act_width() + side
        left = side + (beside if mirrored else 0)
        self._layout.draw(painter, QPointF(left, above), [], QRectF(event.rect()))
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        place = self.rect().adjusted(side, above, -side, -above)
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        upright = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, end | upright, self._acts[self.isChecked()])

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        font = self.font()
        font.setStrikeOut(self.isChecked())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout = QTextLayout(self.line.words, font)
        layout.setTextOption(option)
        inner = max(1, width - 2 * self._side() - (0 if self._is_under(width) else self._act_width() + self._side()))
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(inner)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        self._layout, self._height = layout, top

    def _forget(self) -> None:
        self._width = -1
        self.update()

    def _is_under(self, width: int) -> bool:
        words = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return width < words + self._act_width() + 3 * self._side()

    def _act_width(self) -> int:
        return max(text_width(act, self.font()) for act in self._acts)

    def _side(self) -> int:
        return self.fontMetrics().height() * 3 // 4

    def _above(self) -> int:
        return self.fontMetrics().height() // 2 + 2

"""One line of the tick list: a question, the first words of its answer, and whether it goes into the summary."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.texts import Text, body, quote

MOST_WORDS = 120
"""Characters of an answer that are shown; the preview shows all of it."""


class Tick(Button):
    """A check button as wide as its column. The mark says it is ticked, not the colour alone."""

    def __init__(self, key: str, question: str, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "toggle", name, parent)
        self.key = key
        first = shortened(words)
        self.setCheckable(True)
        self.setAccessibleName(as_sentences(question, first) if first else question)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        row.addLayout(texts)
        for text in (body(question), *([quote(first)] if first else [])):
            _let_through(text)
            texts.addWidget(text)
        texts.addStretch()

    def heightForWidth(self, width: int) -> int:
        """As high as both texts need."""
        layout = self.layout()
        least = self._line_height()
        return max(least, layout.heightForWidth(width)) if layout is not None else least

    def sizeHint(self) -> QSize:
        """Any width will do."""
        width = max(self.wished_width, 120)
        return QSize(width, self.heightForWidth(width))

    def changeEvent(self, event: object) -> None:
        """Leave room for the mark at the size of the text."""
        super().changeEvent(event)  # type: ignore[arg-type]
        if (layout := self.layout()) is not None:
            unit = self.fontMetrics().height()
            layout.setContentsMargins(unit * 5 // 2, unit // 2 + 2, unit, unit // 2 + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the mark beside its words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.fontMetrics().height()
        side = unit * 0.95
        left = (
            self.width() - unit * 0.8 - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else unit * 0.8
        )
        box = QRectF(left, unit * 0.5 + 3, side, side)
        painter.setPen(QPen(self.palette().windowText().color(), 1.5))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(self.palette().windowText().color(), 2.5))
            points = [
                QPointF(box.x() + side * x, box.y() + side * y) for x, y in ((0.2, 0.55), (0.42, 0.76), (0.8, 0.26))
            ]
            painter.drawPolyline(points)


def shortened(words: str) -> str:
    """The first words on one line."""
    line = " ".join(words[: MOST_WORDS * 2].split())
    return line if len(line) <= MOST_WORDS and len(words) <= MOST_WORDS * 2 else f"{line[:MOST_WORDS].rstrip()}…"


def _let_through(text: Text) -> None:
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

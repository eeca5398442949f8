"""One line of the tick list: a question, the first words of its answer, and whether it goes into the summary."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kat_journal.gui.widgets.announce import as_sentences
from kat_journal.gui.widgets.buttons import Button
from kat_journal.gui.widgets.texts import Text, body, quote, small

MOST_WORDS = 120
"""Characters of an answer that are shown; the preview shows all of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a tick says.

    Attributes:
        question: What the line is.
        words: What would leave.
        day: When it was; a screen reader always says it, so that no two lines sound alike.
        known: Whether it left before.
        shows_day: Whether the day is also to be seen: where the heading above does not tell two lines apart.
    """

    question: str
    words: str = ""
    day: str = ""
    known: str = ""
    shows_day: bool = False

    @property
    def aloud(self) -> str:
        """All of it, as sentences."""
        return as_sentences(self.question, self.day, shortened(self.words), self.known)

    @property
    def note(self) -> str:
        """The small line under the words; may be empty."""
        return " · ".join(part for part in (self.day if self.shows_day else "", self.known) if part)


class Tick(Button):
    """A check button as wide as its column. The mark says it is ticked, not the colour alone."""

    def __init__(self, key: str, said: Said, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "toggle", name, parent)
        self.key = key
        self.setCheckable(True)
        self.setAccessibleName(said.aloud)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        row.addLayout(texts)
        texts.addWidget(_let_through(body(said.question)))
        if first := shortened(said.words):
            texts.addWidget(_let_through(quote(first)))
        if said.note:
            texts.addWidget(_let_through(small(said.note, f"{name}-known")))
        texts.addStretch()

    def mark(self, ticked: bool) -> None:
        """Show whether it is ticked; for many at once.

        Where a button is unchecked, Qt looks through all buttons beside it, in case that they exclude each other.
        """
        if self.isChecked() and not ticked:
            self.setCheckable(False)
            self.setCheckable(True)
            self.update()
        else:
            self.setChecked(ticked)

    def heightForWidth(self, width: int) -> int:
        """As high as all texts need."""
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


def _let_through(text: Text) -> Text:
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return text

"""A few quiet lines one under another, which stand beside something else where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kat_journal.gui.widgets.flow import FlowLayout
from kat_journal.gui.widgets.texts import Text

MOST_LETTERS = 34
"""Average letters of a line before it wraps, so that a long one leaves room for what stands beside it."""
GAP = 6


class Lines(QWidget):
    """Each line holds some texts, which are wrapped together."""

    def __init__(self, *lines: Sequence[Text]) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        for texts in lines:
            row = QWidget(self)
            flow = FlowLayout(row, GAP)
            for text in texts:
                flow.addWidget(text)
            column.addWidget(row)
        column.addStretch()

    def sizeHint(self) -> QSize:
        """As wide as its longest line, up to a limit."""
        most = MOST_LETTERS * self.fontMetrics().averageCharWidth()
        width = min(super().sizeHint().width(), most)
        return QSize(width, self.heightForWidth(width))

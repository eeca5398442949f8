"""The tick list in its own scrolling column."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kat_journal.gui.share.tick_list import TickList

LEAST_LINES = 8


class ListPane(QScrollArea):
    """Scrolls up and down only, and follows the keyboard."""

    def __init__(self, ticks: TickList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ticks)
        self._ticks = ticks
        self._whole = False
        ticks.moved.connect(self._on_moved)
        ticks.ready.connect(self._fit)
        ticks.grown.connect(self._fit)

    def show_whole(self, whole: bool) -> None:
        """Show all of the list, so that only the page scrolls; or scroll it here."""
        self._whole = whole
        # A bar that came and went while the list is being placed would change its width, and begin it all again.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self._fit()

    def sizeHint(self) -> QSize:
        """A few lines: a long list is no reason for a long page."""
        return QSize(super().sizeHint().width(), LEAST_LINES * self.fontMetrics().lineSpacing())

    def _fit(self) -> None:
        self.setMinimumHeight(self._ticks.minimumHeight() if self._whole else 0)

    def _on_moved(self, tick: QWidget) -> None:
        self.ensureWidgetVisible(tick)

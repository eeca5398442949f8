"""The summary on the whole screen, for somebody who sits beside the person: large, light, and nothing else to see.

It covers the window instead of opening another one, so that the shortcut that locks, the idle watch and the curtain
go on working. What it covers is hidden as well: neither Tab nor a mouse nor a screen reader gets there.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from kat_journal.domain.summary import Summary
from kat_journal.gui.clearing import COVER
from kat_journal.gui.share.lending import LendingPage
from kat_journal.gui.share.paper import Ink, write
from kat_journal.gui.share.slices import Slices
from kat_journal.gui.theme import Look, Theme
from kat_journal.gui.widgets.announce import announce
from kat_journal.gui.widgets.buttons import Button, secondary
from kat_journal.gui.widgets.flow import FlowLayout

STEPS = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2)
"""Sizes of the text, in sizes of the program's own."""
_USUAL = 2
_COLUMN = 36
"""Width of the page in sizes of the text."""


class OnScreen(QWidget):
    """Covers a window with a summary until it is closed, by its button, by Escape or by locking.

    Signals:
        closed: It covers nothing any more.
    """

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._content = window.centralWidget() if isinstance(window, QMainWindow) else None
        self._focused: QWidget | None = None
        self._full = window.isFullScreen()
        self._step = _USUAL
        self._summary: Summary | None = None
        self._slices = Slices(self)
        self._paper: QTextDocument | None = None
        self.setObjectName(COVER)
        self.setAccessibleName(self.tr("The summary on the whole screen"))
        self.page = LendingPage(self)
        self._dress()
        self._arrange()
        window.installEventFilter(self)
        for keys, slot in (("Esc", self.close), ("+", self._larger), ("=", self._larger), ("-", self._smaller)):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_summary(self, summary: Summary) -> None:
        """Cover the window with it."""
        self._summary = summary
        self._focused = self._window.focusWidget()
        if self._content is not None:
            self._content.hide()
            self._content.installEventFilter(self)
        if not self._full:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._write()
        self.page.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Show again what was covered, and go back to where the person was."""
        super().closeEvent(event)
        self._slices.stop()
        self._window.removeEventFilter(self)
        if not self._full:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if self._content is not None and isValid(self._content):
            self._content.removeEventFilter(self)
            self._content.show()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and keep what is under it hidden, also after a curtain was drawn back."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._set_margins()
        elif watched is self._content and event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._hide_content)
        return False

    def _arrange(self) -> None:
        bar = QWidget(self)
        flow = FlowLayout(bar, 12)
        smaller = self._button(self.tr("Smaller"), "screen-smaller", self._smaller)
        larger = self._button(self.tr("Larger"), "screen-larger", self._larger)
        close = self._button(self.tr("Close"), "screen-close", self.close)
        flow.addWidget(smaller)
        flow.addWidget(larger)
        flow.add_stretch()
        flow.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.addWidget(bar)
        column.addLayout(top)
        column.addWidget(self.page, 1)
        self._sizes = {"smaller": smaller, "larger": larger}

    def _button(self, text: str, name: str, slot: object) -> Button:
        button = secondary(text, name, self)
        button.clicked.connect(slot)
        return button

    def _dress(self) -> None:
        self.page.setObjectName("screen-page")
        self.page.setAccessibleName(self.tr("Summary"))
        self.page.setProperty("kind", "preview")
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._theme.look_for(self, Look.LIGHT)
        self.setAutoFillBackground(True)

    @Slot()
    def _larger(self) -> None:
        self._resize_text(1)

    @Slot()
    def _smaller(self) -> None:
        self._resize_text(-1)

    def _resize_text(self, by: int) -> None:
        step = min(len(STEPS) - 1, max(0, self._step + by))
        if step != self._step:
            self._step = step
            self._write()
            announce(self, self.tr("Text size {0} %").format(round(100 * STEPS[step])))

    def _write(self) -> None:
        if self._summary is None:
            return
        self._sizes["smaller"].setEnabled(self._step > 0)
        self._sizes["larger"].setEnabled(self._step < len(STEPS) - 1)
        font = self.page.font()
        font.setPixelSize(round(STEPS[self._step] * self._theme.size("text")))
        colour = self._theme.colour
        ink = Ink(font, colour("ink", Look.LIGHT), colour("muted", Look.LIGHT), colour("line", Look.LIGHT))
        document = QTextDocument(self)
        self._slices.run(write(document, self._summary, ink), lambda: self._put(document))

    def _put(self, document: QTextDocument) -> None:
        bar, old = self.page.verticalScrollBar(), self._paper
        part = bar.value() / max(1, bar.maximum())
        self._paper = document
        self.page.setDocument(document)
        self._set_margins()
        bar.setValue(round(part * bar.maximum()))
        if old is not None:
            old.deleteLater()

    def _set_margins(self) -> None:
        """Keep lines short enough to be read on a wide screen."""
        if self._paper is None:
            return
        size = self._paper.defaultFont().pixelSize()
        spare = (self.page.width() - _COLUMN * size) // 2
        frame = self._paper.rootFrame().frameFormat()
        frame.setLeftMargin(max(spare, size))
        frame.setRightMargin(max(spare, size))
        frame.setTopMargin(size)
        frame.setBottomMargin(2 * size)
        self._paper.rootFrame().setFrameFormat(frame)

    @Slot()
    def _hide_content(self) -> None:
        if self._content is not None and isValid(self._content) and self.isVisible():
            self._content.hide()
            self.page.setFocus()

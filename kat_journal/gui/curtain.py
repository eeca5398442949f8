"""A curtain before the pages while the person is in another program, for those who want one."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kat_journal.config import APP_NAME
from kat_journal.gui.widgets.texts import heading


class Curtain(QWidget):
    """Covers what is in the window. The pages are hidden as well: a screen reader hears nothing of them either.

    Attributes:
        wanted: Whether the person chose it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.wanted = False
        self._window = window
        self._content: QWidget | None = None
        self._focused: QWidget | None = None
        self.setObjectName("curtain")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.addWidget(heading(APP_NAME, "curtain-words"), 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()
        window.installEventFilter(self)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]

    def hang_before(self, content: QWidget | None) -> None:
        """From now on this is what it covers; None where there is nothing to cover."""
        self._content = None
        self.hide()
        self._content = content

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._draw_back()
        elif self.wanted and self._content is not None and self.isHidden():
            self._focused = self._window.focusWidget()
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            self._content.hide()

    def _draw_back(self) -> None:
        if self._content is None or self.isHidden():
            return
        self._content.show()
        self.hide()
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused):
            focused.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

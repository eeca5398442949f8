"""The side bar: the pages, and Lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kat_journal.config import APP_NAME
from kat_journal.gui.widgets import buttons, texts
from kat_journal.gui.widgets.buttons import Button

NARROWEST = 204
"""Pixels, at any text size."""


class SideBar(QScrollArea):
    """Names the pages; scrolls where the window is low or the text is large.

    Signals:
        chosen: Name of a page, or ``keep`` or ``lock``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-bar")
        self.setAccessibleName(self.tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages: list[Button] = []
        self._inside = QWidget()
        self._inside.setObjectName("side-bar-inside")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 24, 14, 18)
        column.setSpacing(4)
        title = texts.subheading(APP_NAME)
        title.setContentsMargins(14, 0, 0, 0)
        column.addWidget(title)
        column.addSpacing(10)
        for name, text in self._upper():
            column.addWidget(self._button(name, text, checkable=True))
        column.addStretch(1)
        for name, text in self._lower():
            column.addWidget(self._button(name, text, checkable=name not in {"keep", "lock"}))
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the text."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def mark(self, name: str) -> None:
        """Show which page is open."""
        for button in self._pages:
            button.setChecked(button.objectName() == f"nav-{name}")

    def words(self, name: str) -> str:
        """What a page is called here; empty for one that is not."""
        return next((button.text() for button in self._pages if button.objectName() == f"nav-{name}"), "")

    def _upper(self) -> tuple[tuple[str, str], ...]:
        return (
            ("today", self.tr("Today")),
            ("sessions", self.tr("Sessions")),
            ("write", self.tr("Write")),
            ("progress", self.tr("Progress")),
            ("share", self.tr("Share")),
        )

    def _lower(self) -> tuple[tuple[str, str], ...]:
        return (
            ("keep", self.tr("Keep something")),
            ("support", self.tr("Support")),
            ("settings", self.tr("Settings")),
            ("lock", self.tr("Lock")),
        )

    def _button(self, name: str, text: str, *, checkable: bool) -> QWidget:
        button = buttons.nav(text, f"nav-{name}")
        button.setCheckable(checkable)
        if checkable:
            self._pages.append(button)  # no QButtonGroup: it would take all but one from the Tab order
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def _fit(self) -> None:
        self._inside.ensurePolished()
        beside = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(NARROWEST, self._inside.sizeHint().width() + beside))

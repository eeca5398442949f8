"""What stands in place of the tick list while the copy is changed: names, lines, and what came of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kat_journal.gui.share.copying.change_list import ChangeList
from kat_journal.gui.share.copying.lines_part import LinesPart
from kat_journal.gui.share.copying.names_part import NamesPart
from kat_journal.gui.widgets.choices import Choices
from kat_journal.gui.widgets.notice import Notice
from kat_journal.gui.widgets.reading_order import tab_in_reading_order
from kat_journal.gui.widgets.texts import body

LEAST_LINES = 8
GAP = 12
BESIDE = 12
"""Room at the end, where the scroll bar stands; the lists leave their own."""


class CopyPane(QScrollArea):
    """Three parts, one at a time. Scrolls up and down only, and follows the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy-pane")
        self.setAccessibleName(self.tr("Change names"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = False
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, BESIDE, 0)
        self._column.setSpacing(GAP)
        promise = self.tr("This changes the copy that leaves. Your journal stays as you wrote it.")
        self._column.addWidget(body(promise, "copy-promise", self._content))
        options = (("names", self.tr("Names")), ("lines", self.tr("Lines")), ("changes", self.tr("Changes")))
        self._tabs = Choices("copy-part", self.tr("What to change"), options, self._content)
        self._tabs.set_key("names")
        self._column.addWidget(self._tabs)
        self.notice = Notice(self._content, name="copy-notice")
        self._column.addWidget(self.notice)
        self.names = NamesPart(self._content)
        self.lines = LinesPart(self._content)
        self.changes = ChangeList(self._content)
        self._parts: dict[str, QWidget] = {"names": self.names, "lines": self.lines, "changes": self.changes}
        for part in self._parts.values():
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._content.installEventFilter(self)
        self._tabs.chosen.connect(self.show_part)
        self.lines.list.moved.connect(self._on_moved)
        for column in (self.names.list, self.lines.list, self.changes):
            column.ready.connect(self.order_tabs)
        self.show_part("names")

    @property
    def first(self) -> QWidget:
        """What takes the focus first."""
        return self._tabs.first

    def show_part(self, key: str) -> None:
        """Turn to the names, the lines or the changes."""
        self._tabs.set_key(key)
        for other, part in self._parts.items():
            part.setVisible(other == key)
        self._fit()

    def show_count(self, number: int) -> None:
        """Say on its tab how many changes there are."""
        words = self.tr("Changes ({0})").format(number) if number else self.tr("Changes")
        self._tabs.button("changes").setText(words)

    def show_whole(self, whole: bool) -> None:
        """Show all of it, so that only the page scrolls; or scroll it here."""
        self._whole = whole
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self._fit()

    def order_tabs(self) -> None:
        """Lead Tab through the pane as it is read; parts come and go."""
        tab_in_reading_order(self._column)

    def sizeHint(self) -> QSize:
        """A few lines: a long list is no reason for a long page."""
        return QSize(super().sizeHint().width(), LEAST_LINES * self.fontMetrics().lineSpacing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what is in it."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setMinimumHeight(self._column.totalHeightForWidth(self.viewport().width()) if self._whole else 0)

    def _on_moved(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row)
